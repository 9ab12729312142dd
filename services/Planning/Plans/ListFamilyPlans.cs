using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Planning.Plans;

/// <summary>Reads the plans of a family, with their words.</summary>
static class ListFamilyPlans
{
    // A family with more plans than this is read from the work list.
    const int Most = 100;

    public static void Map(RouteGroupBuilder api) => api.MapGet("/families/{id:guid}/plans", Handle)
        .RequireAccess("plan.read")
        .WithName(nameof(ListFamilyPlans)).WithSummary("List the plans of a family");

    static async Task<Results<Ok<Page<PlanResponse>>, ProblemHttpResult>> Handle(Guid id, PlanningDb db, FamilyAccess access, CancellationToken ct)
    {
        if (await access.To(id, ct) is not { } grant)
            return Problems.NotFound();
        var files = await db.FilesOf([id], ct);
        var plans = await db.Plans.AsNoTracking().Where(one => files.Contains(one.FamilyId)).OrderByDescending(one => one.OpenedAt).ThenByDescending(one => one.Id).Take(Most).ToListAsync(ct);
        var family = await db.RecordsOf(id, ct);
        await access.Log(grant, family.Children.Concat(family.Adults), ct);
        return TypedResults.Ok(new Page<PlanResponse>([.. plans.Select(PlanResponse.Of)], Next: null));
    }
}
