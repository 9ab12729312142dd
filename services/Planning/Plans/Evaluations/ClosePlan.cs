using System.ComponentModel.DataAnnotations;
using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Planning.Plans;

/// <summary>Closes the plan after a look at it together with the family.</summary>
public static class ClosePlan
{
    /// <summary>How it ends.</summary>
    /// <param name="Outcome">How.</param>
    /// <param name="Explanation">Why, in words for the family.</param>
    public sealed record Request(PlanOutcome Outcome, [property: Required, StringLength(5000)] string Explanation);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/plans/{id:guid}/closing", Handle)
        .RequireAccess("plan.close").RequireIfMatch().Idempotent().WithETag()
        .WithName(nameof(ClosePlan)).WithSummary("Close the plan");

    static Task<Results<Ok<PlanResponse>, ProblemHttpResult>> Handle(
        Guid id, Request request, Change<FamilyPlan> change, CancellationToken ct) =>
        change.Apply(id, (plan, by) => plan.Close(request.Outcome, request.Explanation, by), ct).Answer(PlanResponse.Of);
}
