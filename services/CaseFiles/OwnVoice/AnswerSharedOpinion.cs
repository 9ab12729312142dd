using System.ComponentModel.DataAnnotations;
using Geborgen.Casework;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Validation;

namespace Geborgen.CaseFiles;

/// <summary>Lets a member of the family attach an own statement to an opinion that was shared with the member; it travels with the opinion.</summary>
public static class AnswerSharedOpinion
{
    /// <summary>What the member says about it.</summary>
    /// <param name="Text">The member's own words.</param>
    /// <param name="Kind">What kind of statement it is; an opinion when that is left out.</param>
    [ValidatableType]
    public sealed record Request([property: Required, StringLength(Statement.MaxLength)] string Text, StatementKind Kind = StatementKind.Opinion);

    internal static void Map<T, TShown, TOwn>(CaseFileRoutes file) where T : CaseFile =>
        file.AddOwn("shared-statements/{statementId:guid}/own-statements", Handle<T, TShown, TOwn>)
            .WithName(nameof(AnswerSharedOpinion)).WithSummary("Attach your own statement to an opinion that was shared with you");

    static Task<Results<Ok<TOwn>, ProblemHttpResult>> Handle<T, TShown, TOwn>(
        Guid id, Guid statementId, Request request, Files<T, TShown, TOwn> files, ChangeOwn<T, TShown, TOwn> change, CancellationToken ct) where T : CaseFile =>
        change.Apply(id, async (file, by) => file.AnswerShared(statementId, request.Text, request.Kind, await files.RecordsOf(file, ct), by), ct);
}
