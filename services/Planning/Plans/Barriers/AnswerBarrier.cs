using System.ComponentModel.DataAnnotations;
using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Planning.Plans;

/// <summary>Records what the board answered to a barrier.</summary>
public static class AnswerBarrier
{
    /// <summary>The answer.</summary>
    /// <param name="Answer">What the board answered, for the family to read.</param>
    /// <param name="Taken">Whether it is taken away.</param>
    public sealed record Request([property: Required, StringLength(2000)] string Answer, bool Taken);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/plans/{id:guid}/barriers/{barrierId:guid}/answer", Handle)
        .RequireAccess("plan.barrier").RequireIfMatch().Idempotent().WithETag()
        .WithName(nameof(AnswerBarrier)).WithSummary("Record what the board answered");

    static Task<Results<Ok<PlanResponse>, ProblemHttpResult>> Handle(
        Guid id, Guid barrierId, Request request, Change<FamilyPlan> change, CancellationToken ct) =>
        change.Apply(id, (plan, by) => plan.AnswerBarrier(barrierId, request.Answer, request.Taken, by), ct).Answer(PlanResponse.Of);
}
