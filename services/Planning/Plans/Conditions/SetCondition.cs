using System.ComponentModel.DataAnnotations;
using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Planning.Plans;

/// <summary>Sets a condition with its source.</summary>
public static class SetCondition
{
    /// <summary>The condition.</summary>
    /// <param name="Text">What must be so, in words for the family.</param>
    /// <param name="Source">Where it comes from: agreed or announced; what a court ordered comes with its order.</param>
    /// <param name="Consequence">What follows when it is refused; needed where it is announced.</param>
    public sealed record Request(
        [property: Required, StringLength(2000)] string Text, ConditionSource? Source = null, [property: StringLength(2000)] string? Consequence = null);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/plans/{id:guid}/conditions", Handle)
        .RequireAccess("plan.condition").TakesIfMatch().Idempotent().WithETag()
        .WithName(nameof(SetCondition)).WithSummary("Set a condition with its source");

    static Task<Results<Ok<PlanResponse>, ProblemHttpResult>> Handle(
        Guid id, Request request, Change<FamilyPlan> change, CancellationToken ct) =>
        change.Apply(id, (plan, by) => plan.SetCondition(request.Source, request.Text, request.Consequence, by), ct).Answer(PlanResponse.Of);
}
