using System.ComponentModel.DataAnnotations;
using Geborgen.Casework;
using Geborgen.Messaging;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Intake.Contacts;

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
    public sealed record Request(
        ContestOutcome Outcome,
        [property: Required, StringLength(5000)] string Explanation,
        Guid? PersonId = null,
        [property: StringLength(200)] string? WordOf = null);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/contacts/{id:guid}/statements/{statementId:guid}/contests/{contestId:guid}/settlement", Handle)
        .RequireAccess("contact.statement").RequireIfMatch().Idempotent().WithETag()
        .WithName(nameof(SettleContest)).WithSummary("Settle a dispute about a statement");

    static Task<Results<Ok<ContactResponse>, Ok<RegisterContact.Response>, ProblemHttpResult>> Handle(
        Guid id, Guid statementId, Guid contestId, Request request, ChangeContact change, CancellationToken ct) =>
        change.Apply(id, (contact, now) => contact.SettleContest(
            statementId, contestId, new Settlement(request.Outcome, request.Explanation, request.PersonId, request.WordOf), now), ct, request.PersonId);
}
