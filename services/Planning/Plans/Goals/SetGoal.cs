using System.ComponentModel.DataAnnotations;
using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Planning.Plans;

/// <summary>Sets a goal with its owner.</summary>
public static class SetGoal
{
    /// <summary>The goal.</summary>
    /// <param name="Domain">The domain of life.</param>
    /// <param name="Text">What is to be reached, in words for the family.</param>
    /// <param name="OwnerId">The member of the family whose goal it is.</param>
    /// <param name="WhyNobody">Why nobody of the family is its owner; needed where ownerId is left out.</param>
    /// <param name="OwnScale">How the owner follows it, as the owner likes: a figure, red and green, words.</param>
    public sealed record Request(
        LifeDomain Domain,
        [property: Required, StringLength(2000)] string Text,
        Guid? OwnerId = null,
        [property: StringLength(2000)] string? WhyNobody = null,
        [property: StringLength(200)] string? OwnScale = null);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/plans/{id:guid}/goals", Handle)
        .RequireAccess("plan.goal").TakesIfMatch().Idempotent().WithETag()
        .WithName(nameof(SetGoal)).WithSummary("Set a goal with its owner");

    static Task<Results<Ok<PlanResponse>, ProblemHttpResult>> Handle(
        Guid id, Request request, Change<FamilyPlan> change, Files<FamilyPlan, PlanResponse> files, CancellationToken ct) =>
        change.Apply(id, async (plan, by) => plan.SetGoal(
            new(request.Domain, request.Text, request.OwnerId, request.WhyNobody, request.OwnScale), await files.RecordsOf(plan, ct), by), ct).Answer(PlanResponse.Of);
}
