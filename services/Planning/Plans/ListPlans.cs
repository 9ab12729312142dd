using System.ComponentModel;
using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.Casework;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Planning.Plans;

/// <summary>The work list: the plans of families with which the caller is involved.</summary>
public static class ListPlans
{
    /// <summary>The views of the work list.</summary>
    public enum View
    {
        /// <summary>Those that are not closed.</summary>
        Open,

        /// <summary>Those with a term that ends soon or has ended: an evaluation, an agreement, an answer.</summary>
        ClocksSoon,

        /// <summary>All in reach, closed ones included.</summary>
        All,
    }

    /// <summary>A plan on the work list; its words are read one by one.</summary>
    /// <param name="Id">The plan.</param>
    /// <param name="FamilyId">The family.</param>
    /// <param name="Status">How far it is.</param>
    /// <param name="OpenedAt">When it was opened.</param>
    /// <param name="Term">The key of the term that runs out first; null when none runs.</param>
    /// <param name="DueAt">When that term runs out; null when none runs.</param>
    /// <param name="OverdueAt">When it was established that it had run out; null when it did not.</param>
    public sealed record Item(Guid Id, Guid FamilyId, PlanStatus Status, DateTimeOffset OpenedAt, string? Term, DateTimeOffset? DueAt, DateTimeOffset? OverdueAt);

    internal static void Map(RouteGroupBuilder api) => api.MapGet("/plans", Handle)
        .RequireAccess("plan.list")
        .WithName(nameof(ListPlans)).WithSummary("List the plans in your reach, newest first");

    static async Task<Ok<Page<Item>>> Handle(
        Municipality municipality, [Description("open (when absent), clocksSoon or all.")] string? view,
        [AsParameters] PageQuery page, PlanningDb db, FamilyAccess access, TimeProvider time, CancellationToken ct)
    {
        var (chosen, now) = (QueryValue.Read<View>("view", view) ?? View.Open, time.GetUtcNow());
        var reach = access.FamiliesInReach();
        var plans = db.Plans.AsNoTracking()
            .Where(one => one.Municipality == municipality && reach.Contains(one.FamilyId))
            .Where(one => chosen == View.All || one.Status != PlanStatus.Closed)
            .Where(one => chosen != View.ClocksSoon || one.Clocks.Any(clock => clock.StoppedAt == null && clock.PausedAt == null && clock.WarnAt <= now));
        var found = await plans.NewestFirst(page, one => one.OpenedAt, one => one.Id, one => new
        {
            one.Id,
            one.FamilyId,
            one.Status,
            one.OpenedAt,
            Due = one.Clocks.Where(clock => clock.StoppedAt == null).OrderBy(clock => clock.DueAt).Select(clock => new { clock.Term, clock.DueAt, clock.OverdueAt }).FirstOrDefault(),
        }, ct);
        return TypedResults.Ok(await access.ShowFamilies(found, one => one.FamilyId, db.PersonsOf, (one, _) => new Item(
            one.Id, one.FamilyId, one.Status, one.OpenedAt, one.Due?.Term, one.Due?.DueAt, one.Due?.OverdueAt), ct));
    }
}
