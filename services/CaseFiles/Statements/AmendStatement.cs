using System.ComponentModel.DataAnnotations;
using Geborgen.Casework;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Validation;

namespace Geborgen.CaseFiles;

/// <summary>Lets the author of a statement say it otherwise, or who wrote it down once it was read back; the earlier version stays.</summary>
public static class AmendStatement
{
    /// <summary>The statement as its author says it now.</summary>
    /// <param name="Text">The words.</param>
    /// <param name="Kind">What kind of statement it is; left out when that stays as it is.</param>
    /// <param name="AgreedOn">
    /// The day on which it was read back to whose words they are, who agreed; left out when the author amends.
    /// </param>
    [ValidatableType]
    public sealed record Request(
        [property: Required, StringLength(Statement.MaxLength)] string Text,
        StatementKind? Kind = null,
        DateOnly? AgreedOn = null);

    internal static void Map<T, TShown>(CaseFileRoutes file) where T : CaseFile =>
        file.Change("statements/{statementId:guid}/amendments", "statement", Handle<T, TShown>)
            .WithName(nameof(AmendStatement)).WithSummary("Amend a statement as its author, or on the author's behalf; the earlier version stays");

    static Task<Results<Ok<TShown>, ProblemHttpResult>> Handle<T, TShown>(
        Guid id, Guid statementId, Request request, Change<T> change, Files<T, TShown> files, CancellationToken ct) where T : CaseFile =>
        change.Apply(id, (file, by) => file.AmendStatement(
            statementId, request.Text, request.Kind, request.AgreedOn, by), ct).AnswerFor(files.Show);
}
