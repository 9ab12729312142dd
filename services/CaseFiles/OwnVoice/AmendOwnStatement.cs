using System.ComponentModel.DataAnnotations;
using Geborgen.Casework;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Validation;

namespace Geborgen.CaseFiles;

/// <summary>Lets a member of the family say otherwise what the member said; the earlier version stays.</summary>
public static class AmendOwnStatement
{
    /// <summary>The statement as the member says it now.</summary>
    /// <param name="Text">The words.</param>
    /// <param name="Kind">What kind of statement it is; left out when that stays as it is.</param>
    [ValidatableType]
    public sealed record Request([property: Required, StringLength(Statement.MaxLength)] string Text, StatementKind? Kind = null);

    internal static void Map<T, TShown, TOwn>(CaseFileRoutes file) where T : CaseFile =>
        file.AddOwn("own-statements/{statementId:guid}/amendments", Handle<T, TShown, TOwn>)
            .WithName(nameof(AmendOwnStatement)).WithSummary("Say otherwise what you said; the earlier version stays");

    static Task<Results<Ok<TOwn>, ProblemHttpResult>> Handle<T, TShown, TOwn>(
        Guid id, Guid statementId, Request request, ChangeOwn<T, TShown, TOwn> change, CancellationToken ct) where T : CaseFile =>
        change.Apply(id, (file, by) => file.AmendOwn(statementId, request.Text, request.Kind, by), ct);
}
