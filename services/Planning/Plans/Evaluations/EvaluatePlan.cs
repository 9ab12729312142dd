using System.ComponentModel.DataAnnotations;
using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Planning.Plans;

/// <summary>Records what a look at the plan together with the family brought.</summary>
public static class EvaluatePlan
{
    /// <summary>What it brought.</summary>
    /// <param name="WhatChanged">What changed, as those concerned see it.</param>
    /// <param name="Usefulness">Whether it was of use, in the family's judgement.</param>
    /// <param name="WhatWasLearnt">What was learnt; a reflection, never a condition.</param>
    /// <param name="OtherApproach">What else is tried; needed where it did not help.</param>
    /// <param name="WorkingElements">What helped, as codes; at most 20.</param>
    /// <param name="Goals">What became of goals, in their owners' judgement; at most 100.</param>
    /// <param name="NextOn">The day of the next evaluation, within half a year; left out where the plan is to be closed.</param>
    public sealed record Request(
        [property: Required, StringLength(5000)] string WhatChanged,
        PlanUsefulness Usefulness,
        [property: StringLength(5000)] string? WhatWasLearnt = null,
        [property: StringLength(2000)] string? OtherApproach = null,
        [property: MaxLength(20)] IReadOnlyList<WorkingElement>? WorkingElements = null,
        [property: MaxLength(100)] IReadOnlyList<JudgedGoal>? Goals = null,
        DateOnly? NextOn = null);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/plans/{id:guid}/evaluations", Handle)
        .RequireAccess("plan.evaluate").RequireIfMatch().Idempotent().WithETag()
        .WithName(nameof(EvaluatePlan)).WithSummary("Record an evaluation of the plan");

    static Task<Results<Ok<PlanResponse>, ProblemHttpResult>> Handle(
        Guid id, Request request, Change<FamilyPlan> change, CancellationToken ct) =>
        change.Apply(id, (plan, by) => plan.Evaluate(new(
            request.WhatChanged, request.WhatWasLearnt, request.Usefulness, request.OtherApproach, request.WorkingElements ?? [], request.Goals ?? [], request.NextOn), by), ct).Answer(PlanResponse.Of);
}
