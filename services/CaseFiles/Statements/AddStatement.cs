using System.ComponentModel.DataAnnotations;
using Geborgen.Casework;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Validation;

namespace Geborgen.CaseFiles;

/// <summary>Adds what somebody said, saw or thinks.</summary>
public static class AddStatement
{
    /// <summary>What one person said, saw or thinks.</summary>
    /// <param name="Text">The words.</param>
    /// <param name="Author">Whose words they are. Of a member of the family that follows the family's own records.</param>
    /// <param name="Kind">What kind of statement it is; left out when its author does not say, where the file allows that.</param>
    /// <param name="StatedAt">When it was said or written, with an offset; now when left out.</param>
    /// <param name="PersonId">The member of the family whose words they are; left out when it is somebody else, or not known.</param>
    /// <param name="AuthorName">The name of a professional or somebody of the network who is no member of the family, if they gave it.</param>
    [ValidatableType]
    public sealed record Request(
        [property: Required, StringLength(Statement.MaxLength)] string Text,
        StatementAuthor Author,
        StatementKind? Kind = null,
        DateTimeOffset? StatedAt = null,
        Guid? PersonId = null,
        [property: StringLength(200)] string? AuthorName = null);

    internal static void Map<T, TShown>(CaseFileRoutes file) where T : CaseFile =>
        file.Add("statements", "statement", Handle<T, TShown>)
            .WithName(nameof(AddStatement)).WithSummary("Add what somebody said, saw or thinks");

    static Task<Results<Ok<TShown>, ProblemHttpResult>> Handle<T, TShown>(
        Guid id, Request request, Change<T> change, Files<T, TShown> files, CancellationToken ct) where T : CaseFile =>
        change.Apply(id, async (file, by) => file.Say(
            new(request.Text, request.Author, request.Kind, request.StatedAt, request.PersonId, request.AuthorName),
            await files.RecordsOf(file, ct), by), ct).AnswerFor(files.Show);
}
