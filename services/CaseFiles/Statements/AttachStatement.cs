using System.ComponentModel.DataAnnotations;
using Geborgen.Casework;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Validation;

namespace Geborgen.CaseFiles;

/// <summary>Attaches a person's own statement to an opinion about them; it travels with the opinion, beside those of others.</summary>
public static class AttachStatement
{
    /// <summary>What the person says about the opinion.</summary>
    /// <param name="Text">The words.</param>
    /// <param name="Author">Whose words they are.</param>
    /// <param name="Kind">What kind of statement it is; left out when its author does not say, where the file allows that.</param>
    /// <param name="StatedAt">When it was said or written, with an offset; now when left out.</param>
    /// <param name="PersonId">The member of the family whose words they are; needed for a child's or parent's words, left out when it is somebody else.</param>
    [ValidatableType]
    public sealed record Request(
        [property: Required, StringLength(Statement.MaxLength)] string Text,
        StatementAuthor Author,
        StatementKind? Kind = null,
        DateTimeOffset? StatedAt = null,
        Guid? PersonId = null);

    internal static void Map<T, TShown>(CaseFileRoutes file) where T : CaseFile =>
        file.Change("statements/{statementId:guid}/own-statements", "statement", Handle<T, TShown>)
            .WithName(nameof(AttachStatement)).WithSummary("Attach a person's own statement to an opinion about them");

    static Task<Results<Ok<TShown>, ProblemHttpResult>> Handle<T, TShown>(
        Guid id, Guid statementId, Request request, Change<T> change, Files<T, TShown> files, CancellationToken ct) where T : CaseFile =>
        change.Apply(id, async (file, by) => file.AttachOwn(
            statementId, new(request.Text, request.Author, request.Kind, request.StatedAt, request.PersonId), await files.RecordsOf(file, ct), by), ct)
            .AnswerFor(files.Show);
}
