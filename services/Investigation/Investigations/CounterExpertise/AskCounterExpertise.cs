using System.ComponentModel.DataAnnotations;
using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.Casework;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Investigation.Investigations;

/// <summary>A parent or young person asks for another expert, before the conclusion.</summary>
public static class AskCounterExpertise
{
    /// <summary>What is sent.</summary>
    /// <param name="PersonId">Who asks.</param>
    /// <param name="Wish">What that person wants looked at.</param>
    public sealed record Request(
        Guid PersonId,
        [property: Required, StringLength(4000)] string Wish);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/investigations/{id:guid}/counter-expertise", Handle)
        .RequireAccess("investigation.counter-expertise").TakesIfMatch().Idempotent().WithETag()
        .WithName(nameof(AskCounterExpertise)).WithSummary("Ask for another expert");

    static Task<Results<Ok<InvestigationResponse>, ProblemHttpResult>> Handle(
        Guid id, Request request, Change<Investigation> change, TimeLimits limits, CancellationToken ct) =>
        change.Apply(id, (investigation, by) => investigation.AskCounterExpertise(
            request.PersonId, request.Wish, limits.For(Investigation.CounterExpertiseTerm, by.Now), by), ct).Answer(InvestigationResponse.Of);
}
