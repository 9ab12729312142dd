using System.ComponentModel.DataAnnotations;
using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.Casework;
using Geborgen.Investigation.Investigations;
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

    static Task<Results<Ok<OwnInvestigation>, ProblemHttpResult>> Handle(
        Guid id, Request request, TimeLimits limits, ChangeOwn<Investigations.Investigation, InvestigationResponse, OwnInvestigation> change, CancellationToken ct) =>
        change.Apply(id, (investigation, by) => investigation.AskCounterExpertise(
            by.PersonId!.Value, request.Wish, limits.For(Investigations.Investigation.CounterExpertiseTerm, by.Now), by), ct);
}
