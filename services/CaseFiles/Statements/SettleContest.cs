using System.ComponentModel.DataAnnotations;
using Geborgen.Casework;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Validation;

namespace Geborgen.CaseFiles;

/// <summary>
/// Settles a dispute about a statement: it ended on the word of those who disagreed, or both stories stand and it stays
/// contested. Nobody needs to settle one.
/// </summary>
public static class SettleContest
{
    /// <summary>How it is settled.</summary>
    /// <param name="Outcome">How it is settled.</param>
    /// <param name="Explanation">What there is to say about that, in words for both.</param>
    /// <param name="PersonId">
    /// The member of the family on whose word it ends. Of a contest that a member took back, that member.
    /// </param>
    /// <param name="WordOf">On whose word else it ends, as a name or function; one of both is needed unless both stand.</param>
    [ValidatableType]
    public sealed record Request(
        ContestOutcome Outcome,
        [property: Required, StringLength(5000)] string Explanation,
        Guid? PersonId = null,
        [property: StringLength(200)] string? WordOf = null);

    internal static void Map<T, TShown>(CaseFileRoutes file) where T : CaseFile =>
        file.Change("statements/{statementId:guid}/contests/{contestId:guid}/settlement", "statement", Handle<T, TShown>)
            .WithName(nameof(SettleContest)).WithSummary("Settle a dispute about a statement");

    static Task<Results<Ok<TShown>, ProblemHttpResult>> Handle<T, TShown>(
        Guid id, Guid statementId, Guid contestId, Request request, Change<T> change, Files<T, TShown> files, CancellationToken ct) where T : CaseFile =>
        change.Apply(id, async (file, by) => file.Settle(
            statementId, contestId, new(request.Outcome, request.Explanation, request.PersonId, request.WordOf), await files.RecordsOf(file, ct), by), ct)
            .AnswerFor(files.Show);
}
