using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Planning.Plans;

/// <summary>Ends that a part of the plan is shared.</summary>
static class EndShare
{

    public static void Map(RouteGroupBuilder api) => api.MapPost("/plans/{id:guid}/shares/{shareId:guid}/end", Handle)
        .RequireAccess("plan.partner").RequireIfMatch().Idempotent().WithETag()
        .WithName(nameof(EndShare)).WithSummary("End that a part is shared");

    static Task<Results<Ok<PlanResponse>, ProblemHttpResult>> Handle(
        Guid id, Guid shareId, Change<FamilyPlan> change, CancellationToken ct) =>
        change.Apply(id, (plan, by) => plan.EndShare(shareId, by), ct).Answer(PlanResponse.Of);
}
