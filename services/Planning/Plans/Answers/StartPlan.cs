using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Planning.Plans;

/// <summary>Starts the plan, for those for whom the consent that counts is there.</summary>
public static class StartPlan
{
    /// <summary>When it is looked at together.</summary>
    /// <param name="EvaluateOn">The day of the first evaluation, agreed with the family; within half a year.</param>
    public sealed record Request(DateOnly EvaluateOn);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/plans/{id:guid}/start", Handle)
        .RequireAccess("plan.start").RequireIfMatch().Idempotent().WithETag()
        .WithName(nameof(StartPlan)).WithSummary("Start to work by the plan");

    static Task<Results<Ok<PlanResponse>, ProblemHttpResult>> Handle(
        Guid id, Request request, Change<FamilyPlan> change, Files<FamilyPlan, PlanResponse> files, CancellationToken ct) =>
        change.Apply(id, async (plan, by) => plan.Start(request.EvaluateOn, await files.RecordsOf(plan, ct), by), ct).Answer(PlanResponse.Of);
}
