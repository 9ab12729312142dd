using System.ComponentModel;
using Geborgen.Casework;
using Geborgen.Contracts.Casework;
using Geborgen.Messaging;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Investigation.Investigations;

/// <summary>The work list: the investigations of families with which the caller, or the caller's team on duty, is involved.</summary>
public static class ListInvestigations
{
    /// <summary>The views of the work list.</summary>
    public enum View
    {
        /// <summary>Those that run.</summary>
        Open,

        /// <summary>Those that run and that the caller investigates.</summary>
        Mine,

        /// <summary>Those that run and that nobody investigates yet.</summary>
        Unassigned,

        /// <summary>All in reach, concluded ones included.</summary>
        All,
    }

    readonly record struct Position(DateTimeOffset OpenedAt, Guid Id);

    internal static void Map(RouteGroupBuilder api) => api.MapGet("/investigations", Handle)
        .RequireAccess("investigation.list")
        .WithName(nameof(ListInvestigations)).WithSummary("List the investigations in your reach, newest first");

    static async Task<Ok<Page<InvestigationSummary>>> Handle(
        Municipality municipality, [Description("open (when absent), mine, unassigned or all.")] string? view,
        [AsParameters] PageQuery page, InvestigationDb db, FamilyAccess access, CurrentUser user, CancellationToken ct)
    {
        var chosen = QueryValue.Read<View>("view", view) ?? View.Open;
        var reach = access.FamiliesInReach();
        var investigations = db.Investigations.AsNoTracking()
            .Where(one => one.Municipality == municipality && reach.Contains(one.FamilyId))
            .Where(one => chosen == View.All || one.Status == InvestigationStatus.Open)
            .Where(one => chosen != View.Mine || one.Assignments.Any(who => who.Until == null && who.Worker == user.Id))
            .Where(one => chosen != View.Unassigned
                || !one.Assignments.Any(who => who.Until == null && who.Relation == Relations.Investigator));
        if (page.After<Position>() is { } after)
            investigations = investigations.Where(one => one.OpenedAt < after.OpenedAt || (one.OpenedAt == after.OpenedAt && one.Id < after.Id));
        var found = await investigations.OrderByDescending(one => one.OpenedAt).ThenByDescending(one => one.Id)
            .Take(page.Size + 1).ToListAsync(ct);
        var onPage = found.Take(page.Size).ToList();
        var grants = await access.ToEach([.. onPage.Select(one => one.FamilyId)], ct);
        var shown = onPage.Where(one => grants.ContainsKey(one.FamilyId)).ToList();
        await access.LogEach(shown.Select(one => (grants[one.FamilyId], one.Concerned)), ct);
        return TypedResults.Ok(new Page<InvestigationSummary>(
            [.. shown.Select(InvestigationSummary.Of)],
            found.Count > page.Size ? Cursor.Encode(new Position(onPage[^1].OpenedAt, onPage[^1].Id)) : null));
    }
}
