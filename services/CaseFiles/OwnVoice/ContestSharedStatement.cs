using System.ComponentModel.DataAnnotations;
using Geborgen.Casework;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Validation;

namespace Geborgen.CaseFiles;

/// <summary>Lets a member of the family dispute a statement that was shared with the member, or its label.</summary>
public static class ContestSharedStatement
{
    /// <summary>What is disputed and why.</summary>
    /// <param name="Part">What of it is disputed.</param>
    /// <param name="Reason">Why, in the member's own words.</param>
    [ValidatableType]
    public sealed record Request(ContestedPart Part, [property: Required, StringLength(Statement.MaxLength)] string Reason);

    internal static void Map<T, TShown, TOwn>(CaseFileRoutes file) where T : CaseFile =>
        file.AddOwn("shared-statements/{statementId:guid}/own-contests", Handle<T, TShown, TOwn>)
            .WithName(nameof(ContestSharedStatement)).WithSummary("Dispute a statement that was shared with you");

    static Task<Results<Ok<TOwn>, ProblemHttpResult>> Handle<T, TShown, TOwn>(
        Guid id, Guid statementId, Request request, ChangeOwn<T, TShown, TOwn> change, CancellationToken ct) where T : CaseFile =>
        change.Apply(id, (file, by) => file.ContestShared(statementId, request.Part, request.Reason, by), ct);
}
