using System.ComponentModel.DataAnnotations;
using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Planning.Plans;

/// <summary>Asks for support that the family needs from an organisation.</summary>
public static class AskSupport
{
    /// <summary>What is needed.</summary>
    /// <param name="Domain">The domain of life.</param>
    /// <param name="What">What is needed, in words for the family.</param>
    /// <param name="ChildId">The child whom it is for, if one; the consent that counts for that child is needed.</param>
    public sealed record Request(LifeDomain Domain, [property: Required, StringLength(2000)] string What, Guid? ChildId = null);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/plans/{id:guid}/supports", Handle)
        .RequireAccess("plan.support").TakesIfMatch().Idempotent().WithETag()
        .WithName(nameof(AskSupport)).WithSummary("Ask for support that the family needs");

    static Task<Results<Ok<PlanResponse>, ProblemHttpResult>> Handle(
        Guid id, Request request, Change<FamilyPlan> change, Files<FamilyPlan, PlanResponse> files, CancellationToken ct) =>
        change.Apply(id, async (plan, by) => plan.AskSupport(request.Domain, request.What, request.ChildId, await files.RecordsOf(plan, ct), by), ct).Answer(PlanResponse.Of);
}
