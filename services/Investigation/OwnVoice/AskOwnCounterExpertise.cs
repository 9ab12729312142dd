using System.ComponentModel.DataAnnotations;
using Geborgen.Casework;
using Geborgen.Messaging;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Investigation.OwnVoice;

/// <summary>Lets a parent or young person ask for another expert, under the own login, before the conclusion.</summary>
public static class AskOwnCounterExpertise
{
    /// <summary>What is sent.</summary>
    /// <param name="Wish">What the person wants looked at.</param>
    public sealed record Request([property: Required, StringLength(4000)] string Wish);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/investigations/{id:guid}/own-counter-expertise", Handle)
        .RequireAccess("own-investigation.answer").Idempotent()
        .WithName(nameof(AskOwnCounterExpertise)).WithSummary("Ask for another expert to look at an investigation about your own family");

    static Task<Results<Created<OwnInvestigation>, ProblemHttpResult>> Handle(
        Municipality municipality, Guid id, Request request, ChangeOwnInvestigation change, TimeLimits limits, CancellationToken ct) =>
        change.Apply(municipality, id, (investigation, by, now) => investigation.AskCounterExpertise(
            by.PersonId!.Value, request.Wish, limits.For(Investigations.Investigation.CounterExpertiseTerm, now), now), ct);
}
