using Geborgen.Casework;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.CaseFiles;

/// <summary>Lets the author of a statement take it back, or who wrote it down once that was read back; that it was said stays visible.</summary>
public static class WithdrawStatement
{
    /// <summary>What is sent; nothing when the author takes it back.</summary>
    /// <param name="AgreedOn">
    /// The day on which it was read back to whose words they are, who agreed; left out when the author takes it back.
    /// </param>
    public sealed record Request(DateOnly? AgreedOn = null);

    internal static void Map<T, TShown>(CaseFileRoutes file) where T : CaseFile =>
        file.Change("statements/{statementId:guid}/withdrawal", "statement", Handle<T, TShown>)
            .WithName(nameof(WithdrawStatement)).WithSummary("Withdraw a statement as its author, or on the author's behalf; that it was said stays visible");

    static Task<Results<Ok<TShown>, ProblemHttpResult>> Handle<T, TShown>(
        Guid id, Guid statementId, Request? request, Change<T> change, Files<T, TShown> files, CancellationToken ct) where T : CaseFile =>
        change.Apply(id, (file, by) => file.WithdrawStatement(
            statementId, request?.AgreedOn, by), ct).AnswerFor(files.Show);
}
