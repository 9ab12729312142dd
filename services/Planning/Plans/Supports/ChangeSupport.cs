using System.ComponentModel.DataAnnotations;
using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.Casework;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Planning.Plans;

/// <summary>Notes how far support is: the family waits for it, it runs, or it ended.</summary>
public static class ChangeSupport
{
    /// <summary>How far.</summary>
    /// <param name="State">How far it is now.</param>
    /// <param name="Why">Why, in words for the family.</param>
    /// <param name="Organisation">Who gives it, once that is known.</param>
    /// <param name="Meanwhile">What helps meanwhile; needed while it is waited for.</param>
    public sealed record Request(
        SupportState State,
        [property: Required, StringLength(2000)] string Why,
        [property: StringLength(200)] string? Organisation = null,
        [property: StringLength(2000)] string? Meanwhile = null);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/plans/{id:guid}/supports/{supportId:guid}/steps", Handle)
        .RequireAccess("plan.support").RequireIfMatch().Idempotent().WithETag()
        .WithName(nameof(ChangeSupport)).WithSummary("Note how far support is");

    static Task<Results<Ok<PlanResponse>, ProblemHttpResult>> Handle(
        Guid id, Guid supportId, Request request, Change<FamilyPlan> change, TimeLimits limits, CancellationToken ct) =>
        change.Apply(id, (plan, by) => plan.ChangeSupport(
            supportId,
            new SupportStep
            {
                State = request.State,
                Why = request.Why,
                Organisation = request.Organisation,
                Meanwhile = request.Meanwhile,
                At = by.Now,
            },
            limits.For(FamilyPlan.WaitingTerm, by.Now), by), ct).Answer(PlanResponse.Of);
}
