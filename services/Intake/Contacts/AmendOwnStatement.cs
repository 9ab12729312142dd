using System.ComponentModel.DataAnnotations;
using Geborgen.Casework;
using Geborgen.Messaging;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Intake.Contacts;

/// <summary>Lets a member of the family say otherwise what the member said, under the own login; the earlier version stays.</summary>
public static class AmendOwnStatement
{
    /// <summary>The statement as the member says it now.</summary>
    /// <param name="Text">The words; at most 20,000 characters.</param>
    /// <param name="Kind">What kind of statement it is; left out when that stays as it is.</param>
    public sealed record Request([property: Required, StringLength(Statement.MaxLength)] string Text, StatementKind? Kind = null);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/contacts/{id:guid}/own-statements/{statementId:guid}/amendments", Handle)
        .RequireAccess("own-statement.change").Idempotent()
        .WithName(nameof(AmendOwnStatement)).WithSummary("Say otherwise what you said; the earlier version stays");

    static Task<Results<Ok<OwnContact>, ProblemHttpResult>> Handle(
        Guid id, Guid statementId, Request request, ChangeOwnStatement change, CancellationToken ct) =>
        change.Apply(id, statementId, (contact, by, now) =>
            contact.AmendStatement(statementId, by, request.Text, request.Kind, agreedOn: null, now), ct);
}
