using System.ComponentModel.DataAnnotations;
using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.Casework;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Planning.Plans;

/// <summary>Raises what stands in a family's way to the board that can take it away.</summary>
public static class RaiseBarrier
{
    /// <summary>The barrier.</summary>
    /// <param name="Kind">What it is about.</param>
    /// <param name="Text">What stands in the way, in words for the family.</param>
    /// <param name="Board">The board that can take it away.</param>
    public sealed record Request(
        BarrierKind Kind, [property: Required, StringLength(2000)] string Text, [property: Required, StringLength(200)] string Board);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/plans/{id:guid}/barriers", Handle)
        .RequireAccess("plan.barrier").TakesIfMatch().Idempotent().WithETag()
        .WithName(nameof(RaiseBarrier)).WithSummary("Raise a barrier to the board that can take it away");

    static Task<Results<Ok<PlanResponse>, ProblemHttpResult>> Handle(
        Guid id, Request request, Change<FamilyPlan> change, TimeLimits limits, CancellationToken ct) =>
        change.Apply(id, (plan, by) => plan.RaiseBarrier(
            request.Kind, request.Text, request.Board, limits.For(FamilyPlan.BarrierTerm, by.Now), by), ct).Answer(PlanResponse.Of);
}
