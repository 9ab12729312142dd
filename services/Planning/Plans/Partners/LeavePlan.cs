using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Planning.Plans;

/// <summary>Ends that somebody works or helps along.</summary>
static class LeavePlan
{

    public static void Map(RouteGroupBuilder api) => api.MapPost("/plans/{id:guid}/partners/{partnerId:guid}/end", Handle)
        .RequireAccess("plan.partner").RequireIfMatch().Idempotent().WithETag()
        .WithName(nameof(LeavePlan)).WithSummary("End that somebody works or helps along");

    static Task<Results<Ok<PlanResponse>, ProblemHttpResult>> Handle(
        Guid id, Guid partnerId, Change<FamilyPlan> change, CancellationToken ct) =>
        change.Apply(id, (plan, by) => plan.Leave(partnerId, by), ct).Answer(PlanResponse.Of);
}
