using System.ComponentModel.DataAnnotations;
using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.Planning.Plans;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Planning.OwnVoice;

/// <summary>Lets somebody of the family set an own goal.</summary>
public static class SetOwnGoal
{
    /// <summary>The goal.</summary>
    /// <param name="Domain">The domain of life.</param>
    /// <param name="Text">What you want to reach, in the own words.</param>
    /// <param name="OwnScale">How you want to follow it, if you like: a figure, red and green, words.</param>
    public sealed record Request(
        LifeDomain Domain, [property: Required, StringLength(2000)] string Text, [property: StringLength(200)] string? OwnScale = null);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/plans/{id:guid}/own-goals", Handle)
        .RequireAccess("own-plan.write").Idempotent()
        .WithName(nameof(SetOwnGoal)).WithSummary("Set your own goal");

    static Task<Results<Ok<OwnFamilyPlan>, ProblemHttpResult>> Handle(
        Guid id, Request request, Files<FamilyPlan, PlanResponse> files, ChangeOwn<FamilyPlan, PlanResponse, OwnFamilyPlan> change, CancellationToken ct) =>
        change.Apply(id, async (plan, by) => plan.SetOwnGoal(request.Domain, request.Text, request.OwnScale, await files.RecordsOf(plan, ct), by), ct);
}
