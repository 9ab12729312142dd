using System.ComponentModel;
using Geborgen.Access;
using Geborgen.Casework;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Intake.Families;

/// <summary>
/// The work list of terms: those of families in reach that come near their end or have run out, whatever they belong to, the
/// first to run out at the top; or those that wait. The team that gives the work sees those of its workers as well, without a word of a file.
/// </summary>
public static class ListTerms
{
    /// <summary>A term on the work list.</summary>
    /// <param name="Id">The clock, by which the term is paused.</param>
    /// <param name="Key">The key of the term.</param>
    /// <param name="Of">What it belongs to.</param>
    /// <param name="OfId">The contact, emergency or family that it belongs to.</param>
    /// <param name="FamilyId">The family.</param>
    /// <param name="Worker">The family's key worker; null while a team owns it.</param>
    /// <param name="DueAt">When it runs out.</param>
    /// <param name="Overdue">Whether it ran out.</param>
    /// <param name="PausedAt">Since when it waits; null while it runs.</param>
    /// <param name="PausedUntil">The last day on which it waits; null while it runs.</param>
    public sealed record Item(
        Guid Id, string Key, TermOf Of, Guid OfId, Guid FamilyId, TermWorker? Worker, DateTimeOffset DueAt, bool Overdue, DateTimeOffset? PausedAt, DateOnly? PausedUntil);

    internal static void Map(RouteGroupBuilder api) => api.MapGet("/terms", Handle)
        .RequireAccess("term.list")
        .WithName(nameof(ListTerms)).WithSummary("List the terms in your reach that end soon or have run out, the first to run out first");

    static async Task<Ok<Page<Item>>> Handle(
        Municipality municipality,
        [Description("Only terms of families that you (mine) or your team (team) work with, those whose work your team gives included; or, instead of those that end soon, the ones that wait.")] string? view,
        [Description("Only terms of families of which this account is the key worker's.")] Guid? worker,
        [AsParameters] PageQuery page, IntakeDb db, FamilyAccess access, CurrentUser user, TimeProvider time, CancellationToken ct)
    {
        var (part, now) = (QueryValue.Read<WorkListView>("view", view), time.GetUtcNow());
        var reach = access.FamiliesInReach();
        var terms = db.Contacts.Where(one => one.Municipality == municipality)
            .SelectMany(one => one.Clocks, (one, clock) => new { clock.Id, clock.Term, Of = TermOf.Contact, OfId = one.Id, one.FamilyId, clock.WarnAt, clock.DueAt, clock.PausedAt, clock.PausedUntil, clock.StoppedAt })
            .Concat(db.Families.Where(one => one.Municipality == municipality)
                .SelectMany(one => one.Clocks, (one, clock) => new { clock.Id, clock.Term, Of = TermOf.Family, OfId = one.Id, FamilyId = one.Id, clock.WarnAt, clock.DueAt, clock.PausedAt, clock.PausedUntil, clock.StoppedAt }))
            .Concat(db.Emergencies.Where(one => one.Municipality == municipality)
                .SelectMany(one => one.Clocks, (one, clock) => new { clock.Id, clock.Term, Of = TermOf.Emergency, OfId = one.Id, one.FamilyId, clock.WarnAt, clock.DueAt, clock.PausedAt, clock.PausedUntil, clock.StoppedAt }))
            .Where(row => row.StoppedAt == null && reach.Contains(row.FamilyId));
        terms = part is WorkListView.Waiting
            ? terms.Where(row => row.PausedAt != null)
            : terms.Where(row => row.PausedAt == null && row.WarnAt <= now);
        if (part is WorkListView.Mine)
            terms = terms.Where(row => db.FamiliesOnList(WorkListView.Mine, user, now).Contains(row.FamilyId));
        if (part is WorkListView.Team)
            terms = terms.Where(row => db.FamiliesOnList(WorkListView.Team, user, now).Contains(row.FamilyId) || db.FamiliesGivenBy(user, now).Contains(row.FamilyId));
        if (worker is { } account)
            terms = terms.Where(row => db.FamiliesOf(account.ToString(), now).Contains(row.FamilyId));
        var found = await terms.OldestFirst(page, row => row.DueAt, row => row.Id, row => row, ct);
        var families = found.Items.Select(row => row.FamilyId).Distinct().ToList();
        var keyWorkers = (await db.Families.AsNoTracking().Where(one => families.Contains(one.Id)).ToListAsync(ct)).ToDictionary(one => one.Id, one => one.KeyWorkerAt(now));
        return TypedResults.Ok(await access.ShowFamilies(found, row => row.FamilyId, db.PersonsOf, (row, _) => new Item(
            row.Id, row.Term, row.Of, row.OfId, row.FamilyId,
            keyWorkers[row.FamilyId] is { Worker: { } known, Name: { } name } ? new TermWorker(known, name) : null, row.DueAt, row.PausedAt is null && row.DueAt <= now, row.PausedAt, row.PausedUntil), ct));
    }
}

/// <summary>Whose work a term is.</summary>
/// <param name="Account">The key worker's account.</param>
/// <param name="Name">The key worker's full name.</param>
public sealed record TermWorker(string Account, string Name);

/// <summary>What a term belongs to.</summary>
public enum TermOf
{
    /// <summary>A first contact.</summary>
    Contact,

    /// <summary>A family itself: until it has a key worker, or hears about its wish for another.</summary>
    Family,

    /// <summary>An emergency.</summary>
    Emergency,
}
