using Geborgen.Access;
using Geborgen.Casework;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Planning.PartnerVoice;

/// <summary>Lists the plans by which somebody works or helps along, each with the own actions and what is shared.</summary>
static class ListPartnerPlans
{
    // Nobody helps so many families at once.
    const int Most = 100;

    public static void Map(RouteGroupBuilder api) => api.MapGet("/partner-plans", Handle)
        .RequireAccess("partner-plan.list")
        .WithName(nameof(ListPartnerPlans)).WithSummary("Read what you do by the plans of families, and what is shared with you");

    static async Task<Results<Ok<Page<PartnerPlan>>, ProblemHttpResult>> Handle(
        Municipality municipality, PlanningDb db, FamilyAccess access, CurrentUser user, TimeProvider time, CancellationToken ct)
    {
        if (await access.ToCollection(ct) is not { } grant)
            return Problems.NotFound();
        var now = time.GetUtcNow();
        string[] account = [user.Id];
        var plans = await db.Plans.AsNoTracking().Where(one => one.Municipality == municipality && one.PartnerKeys.Any(key => account.Contains(key)))
            .OrderByDescending(one => one.Id).Take(Most).ToListAsync(ct);
        var shown = plans.Select(plan => (Plan: plan, Own: PartnerPlan.Of(plan, user.Id, now))).Where(one => one.Own is not null).ToList();
        await access.LogEach(shown.Select(one => (grant with { FamilyId = one.Plan.FamilyId }, one.Plan.PersonsNamedTo(user.Id, now))), ct);
        return TypedResults.Ok(new Page<PartnerPlan>([.. shown.Select(one => one.Own!)], Next: null));
    }
}
