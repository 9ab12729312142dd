using System.ComponentModel.DataAnnotations;
using Geborgen.Casework;
using Geborgen.Messaging;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Investigation.Investigations;

/// <summary>Settles a contest: it ended on the word of those who disagreed, or both stories stand and it stays contested.</summary>
public static class SettleContest
{
    /// <summary>What is sent.</summary>
    /// <param name="Outcome">How it is settled.</param>
    /// <param name="Explanation">What there is to say about that, in words for both.</param>
    /// <param name="PersonId">
    /// The member of the family on whose word it ends. Of a contest that a member took back, that member.
    /// </param>
    /// <param name="WordOf">On whose word else it ends, as a name or function; one of both is needed unless both stand.</param>
    public sealed record Request(
        ContestOutcome Outcome,
        [property: Required, StringLength(4000)] string Explanation,
        Guid? PersonId = null,
        [property: StringLength(200)] string? WordOf = null);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/investigations/{id:guid}/statements/{statementId:guid}/contests/{contestId:guid}/settlement", Handle)
        .RequireAccess("investigation.do").RequireIfMatch().Idempotent().WithETag()
        .WithName(nameof(SettleContest)).WithSummary("Settle a contest");

    static Task<Results<Ok<InvestigationResponse>, ProblemHttpResult>> Handle(
        Guid id, Guid statementId, Guid contestId, Request request, ChangeInvestigation change, CancellationToken ct) =>
        change.Apply(id, (investigation, now) =>
            investigation.Settle(
                statementId, contestId, new Settlement(request.Outcome, request.Explanation, request.PersonId, request.WordOf), now), ct);
}
