using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.Planning.Plans;

/// <summary>Lets somebody who helps along read a part of the plan for a time.</summary>
public static class SharePart
{
    /// <summary>Which part, from when and until when.</summary>
    /// <param name="PartId">The goal, condition, safety agreement or choice.</param>
    /// <param name="From">The first day.</param>
    /// <param name="Until">The last day; not in the past.</param>
    public sealed record Request(Guid PartId, DateOnly From, DateOnly Until);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/plans/{id:guid}/partners/{partnerId:guid}/shares", Handle)
        .RequireAccess("plan.partner").RequireIfMatch().Idempotent().WithETag()
        .WithName(nameof(SharePart)).WithSummary("Share a part of the plan with somebody who helps along");

    static Task<Results<Ok<PlanResponse>, ProblemHttpResult>> Handle(
        Guid id, Guid partnerId, Request request, Change<FamilyPlan> change, CancellationToken ct) =>
        change.Apply(id, (plan, by) => plan.SharePart(partnerId, request.PartId, request.From, request.Until, by), ct).Answer(PlanResponse.Of);
}
