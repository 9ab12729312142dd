using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.Casework;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Planning.Plans;

/// <summary>Agrees with the family until when it makes its own plan, with kin and network.</summary>
public static class OfferFamilyFirst
{
    /// <summary>Until when.</summary>
    /// <param name="Until">The last day, agreed with the family; from today on.</param>
    public sealed record Request(DateOnly Until);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/plans/{id:guid}/family-first", Handle)
        .RequireAccess("plan.family-first").RequireIfMatch().Idempotent().WithETag()
        .WithName(nameof(OfferFamilyFirst)).WithSummary("Agree with the family until when it makes its own plan");

    static Task<Results<Ok<PlanResponse>, ProblemHttpResult>> Handle(
        Guid id, Request request, Change<FamilyPlan> change, TimeLimits limits, CancellationToken ct) =>
        change.Apply(id, (plan, by) => plan.OfferFamilyFirst(request.Until, limits.For(FamilyPlan.LongestFamilyFirstTerm, by.Now), by), ct).Answer(PlanResponse.Of);
}
