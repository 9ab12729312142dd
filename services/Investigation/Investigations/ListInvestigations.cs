using System.ComponentModel;
using Geborgen.Access;
using Geborgen.Casework;
using Geborgen.Contracts.Casework;
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
        /// <summary>Those on which work is left: they run, something must be made up for, or the dossier is to be handed over.</summary>
        Open,

        /// <summary>Those of them that the caller investigates.</summary>
        Mine,

        /// <summary>Those of them that nobody investigates yet.</summary>
        Unassigned,

        /// <summary>Those with a term that ends soon or has ended.</summary>
        ClocksSoon,

        /// <summary>All in reach, concluded ones included.</summary>
        All,
    }

    internal static void Map(RouteGroupBuilder api) => api.MapGet("/investigations", Handle)
        .RequireAccess("investigation.list")
        .WithName(nameof(ListInvestigations)).WithSummary("List the investigations in your reach, newest first");

    static async Task<Ok<Page<InvestigationSummary>>> Handle(
        Municipality municipality, [Description("open (when absent), mine, unassigned, clocksSoon or all.")] string? view,
        [AsParameters] PageQuery page, InvestigationDb db, FamilyAccess access, CurrentUser user, TimeLimits limits,
        TimeProvider time, CancellationToken ct)
    {
        var chosen = QueryValue.Read<View>("view", view) ?? View.Open;
        var now = time.GetUtcNow();
        var (reach, readable) = (access.FamiliesInReach(), access.FamiliesInReach("investigation.read"));
        // A team that only gives investigations to its members has no reason to see for ever whom they were about.
        var since = now - (limits.For(Investigation.HandoverTerm, now).DueAt(now) - now);
        var terms = Investigation.TermsOfWork;
        var investigations = db.Investigations.AsNoTracking()
            .Where(one => one.Municipality == municipality && reach.Contains(one.FamilyId))
            .Where(one => readable.Contains(one.FamilyId)
                || one.Assignments.Any(who => who.Relation != Relations.AssigningTeam && (who.Until == null || who.Until > since)))
            .Where(one => chosen == View.All || chosen == View.ClocksSoon || one.Status == InvestigationStatus.Open
                || one.Clocks.Any(clock => clock.StoppedAt == null && terms.Contains(clock.Term)))
            .Where(one => chosen != View.ClocksSoon
                || one.Clocks.Any(clock => clock.StoppedAt == null && clock.PausedAt == null && clock.WarnAt <= now))
            .Where(one => chosen != View.Mine || one.Assignments.Any(who => who.Until == null && who.Worker == user.Id))
            .Where(one => chosen != View.Unassigned
                || !one.Assignments.Any(who => who.Until == null && who.Relation == Relations.Investigator));
        var found = await investigations.NewestFirst(page, one => one.OpenedAt, one => one.Id, one => new
        {
            one.Id,
            one.FamilyId,
            one.Kind,
            one.Status,
            one.OpenedAt,
            one.Version,
            one.Children,
            one.Parents,
            one.Adults,
            Due = one.Clocks.Where(clock => clock.StoppedAt == null && terms.Contains(clock.Term)).OrderBy(clock => clock.DueAt)
                .Select(clock => new { clock.Term, clock.DueAt, clock.PausedAt, clock.PausedUntil, clock.OverdueAt }).FirstOrDefault(),
            Investigator = one.Assignments.Where(who => who.Until == null && who.Relation == Relations.Investigator)
                .Select(who => who.Name).FirstOrDefault(),
            Outcome = readable.Contains(one.FamilyId) ? (ConclusionOutcome?)one.Conclusion!.Outcome : null,
        }, ct);
        return TypedResults.Ok(await access.ShowEach(
            found, one => one.FamilyId, one => one.Children.Concat(one.Parents).Concat(one.Adults), one => new InvestigationSummary(
                one.Id, one.FamilyId, one.Kind, one.Status, one.OpenedAt, one.Due?.Term, one.Due?.DueAt, one.Due?.PausedAt,
                one.Due?.PausedUntil, one.Due?.OverdueAt, one.Investigator, one.Outcome, one.Version), ct));
    }
}
