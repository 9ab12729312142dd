using System.ComponentModel.DataAnnotations;
using Geborgen.Casework;
using Geborgen.Messaging;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Investigation.OwnVoice;

/// <summary>Lets a child or parent dispute a statement that was shared with them, or its label.</summary>
public static class ContestSharedStatement
{
    /// <summary>What is sent.</summary>
    /// <param name="Part">What of it is disputed.</param>
    /// <param name="Reason">Why, in the person's own words.</param>
    public sealed record Request(ContestedPart Part, [property: Required, StringLength(4000)] string Reason);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/investigations/{id:guid}/shared-statements/{statementId:guid}/own-contests", Handle)
        .RequireAccess("own-investigation.answer").Idempotent()
        .WithName(nameof(ContestSharedStatement)).WithSummary("Contest a statement that was shared with you");

    static Task<Results<Created<OwnInvestigation>, ProblemHttpResult>> Handle(
        Municipality municipality, Guid id, Guid statementId, Request request, ChangeOwnInvestigation change, CancellationToken ct) =>
        change.Apply(municipality, id, (investigation, by, now) =>
            investigation.ContestShared(statementId, request.Part, request.Reason, by, now), ct);
}
