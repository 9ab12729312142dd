using System.ComponentModel.DataAnnotations;
using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Planning.Plans;

/// <summary>Ends a condition that the family agreed on or that was announced.</summary>
public static class EndCondition
{
    /// <summary>Why.</summary>
    /// <param name="Why">Why it counts no longer, in words for the family.</param>
    public sealed record Request([property: Required, StringLength(2000)] string Why);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/plans/{id:guid}/conditions/{conditionId:guid}/end", Handle)
        .RequireAccess("plan.condition").RequireIfMatch().Idempotent().WithETag()
        .WithName(nameof(EndCondition)).WithSummary("End a condition");

    static Task<Results<Ok<PlanResponse>, ProblemHttpResult>> Handle(
        Guid id, Guid conditionId, Request request, Change<FamilyPlan> change, CancellationToken ct) =>
        change.Apply(id, (plan, by) => plan.EndCondition(conditionId, request.Why, by), ct).Answer(PlanResponse.Of);
}
