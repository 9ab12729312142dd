using System.ComponentModel.DataAnnotations;
using Geborgen.Casework;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Validation;

namespace Geborgen.CaseFiles;

/// <summary>
/// Shares a statement with a member of the family. A child's words reach an adult only after a talk with the child and a safety
/// check; from sixteen they reach anybody else only when the young person agreed (Jeugdwet, section 7.3).
/// </summary>
public static class ShareStatement
{
    /// <summary>With whom, and what came before.</summary>
    /// <param name="PersonId">The member of the family.</param>
    /// <param name="TalkedWithChildOn">The day on which somebody spoke with the child about sharing it: after it was said, and not in the future.</param>
    /// <param name="SafetyCheck">What was found about the child's safety once the reader knows it.</param>
    /// <param name="ConsentedOn">The day on which a young person of sixteen or older agreed to it: after it was said, and not in the future.</param>
    [ValidatableType]
    public sealed record Request(
        Guid PersonId,
        DateOnly? TalkedWithChildOn = null,
        [property: StringLength(4000)] string? SafetyCheck = null,
        DateOnly? ConsentedOn = null);

    internal static void Map<T, TShown>(CaseFileRoutes file) where T : CaseFile =>
        file.Change("statements/{statementId:guid}/sharings", "statement", Handle<T, TShown>)
            .WithName(nameof(ShareStatement)).WithSummary("Share a statement with a member of the family");

    static Task<Results<Ok<TShown>, ProblemHttpResult>> Handle<T, TShown>(
        Guid id, Guid statementId, Request request, Change<T> change, Files<T, TShown> files, CancellationToken ct) where T : CaseFile =>
        change.Apply(id, async (file, by) => file.Share(
            statementId, new(request.PersonId, by, request.TalkedWithChildOn, request.SafetyCheck, request.ConsentedOn),
            await files.RecordsOf(file, ct)), ct).AnswerFor(files.Show);
}
