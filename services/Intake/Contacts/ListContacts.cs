using System.ComponentModel;
using Geborgen.Casework;
using Geborgen.Contracts.Casework;
using Geborgen.Messaging;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Intake.Contacts;

/// <summary>The work list: the contacts of families with which the caller, or the caller's team on duty, is involved.</summary>
public static class ListContacts
{
    /// <summary>A contact on the work list; its words are read one by one.</summary>
    /// <param name="Id">The contact.</param>
    /// <param name="FamilyId">The family.</param>
    /// <param name="Kind">What kind of contact it is.</param>
    /// <param name="Status">How far it is.</param>
    /// <param name="ReceivedAt">When it was received.</param>
    /// <param name="NextTerm">The term that runs out first, one that waits only when none runs; null when none is left.</param>
    public sealed record Item(Guid Id, Guid FamilyId, ContactKind Kind, ContactStatus Status, DateTimeOffset ReceivedAt, Term? NextTerm = null);

    /// <summary>A term that has not ended.</summary>
    /// <param name="Key">The key of the term.</param>
    /// <param name="DueAt">When it runs out.</param>
    /// <param name="Overdue">Whether it ran out.</param>
    /// <param name="Paused">Whether it waits.</param>
    /// <param name="PausedUntil">The last day on which it waits; null while it does not.</param>
    public sealed record Term(string Key, DateTimeOffset DueAt, bool Overdue, bool Paused, DateOnly? PausedUntil);

    /// <summary>A place on the list: when it was received, or when its term runs out, and what decides between equals.</summary>
    readonly record struct Position(DateTimeOffset At, Guid Key);

    sealed class Row
    {
        public Guid Id { get; init; }
        public Guid FamilyId { get; init; }
        public ContactKind Kind { get; init; }
        public ContactStatus Status { get; init; }
        public DateTimeOffset ReceivedAt { get; init; }
        public DateTimeOffset At { get; init; }
        public Guid Key { get; init; }
    }

    internal static void Map(RouteGroupBuilder api) => api.MapGet("/contacts", Handle)
        .RequireAccess("contact.list")
        .WithName(nameof(ListContacts)).WithSummary("List the contacts in your reach, newest first, or whose term runs out first");

    static async Task<Ok<Page<Item>>> Handle(
        Municipality municipality, [Description("Only contacts of this kind.")] string? kind,
        [Description("Only contacts that are this far.")] string? status,
        [Description("Only contacts of families that you or your team work with, that wait for triage, or whose term ends soon.")] string? view,
        [AsParameters] PageQuery page, IntakeDb db, FamilyAccess access, CurrentUser user, TimeProvider time, CancellationToken ct)
    {
        var (ofKind, ofStatus) = (QueryValue.Read<ContactKind>("kind", kind), QueryValue.Read<ContactStatus>("status", status));
        var reach = access.FamiliesInReach();
        var contacts = db.Contacts.AsNoTracking()
            .Where(contact => contact.Municipality == municipality && reach.Contains(contact.FamilyId))
            .Where(contact => ofKind == null || contact.Kind == ofKind)
            .Where(contact => ofStatus == null || contact.Status == ofStatus);
        var (part, now) = (QueryValue.Read<WorkListView>("view", view), time.GetUtcNow());
        var found = await OnPage(part, In(part, contacts, db, user, now), page, now).Take(page.Size + 1).ToListAsync(ct);
        var onPage = found.Take(page.Size).ToList();
        var grants = await access.ToEach([.. onPage.Select(item => item.FamilyId)], ct);
        var persons = await db.PersonsOf(grants.Keys, ct);
        await access.LogEach(grants.Values.Select(grant => (grant, persons[grant.FamilyId!.Value])), ct);
        var terms = await TermsOf([.. onPage.Select(item => item.Id)], db, now, ct);
        return TypedResults.Ok(new Page<Item>(
            [.. onPage.Where(item => grants.ContainsKey(item.FamilyId)).Select(item => new Item(
                item.Id, item.FamilyId, item.Kind, item.Status, item.ReceivedAt,
                terms[item.Id].OrderBy(term => term.Paused).ThenBy(term => term.DueAt).FirstOrDefault()))],
            found.Count > page.Size ? Cursor.Encode(new Position(onPage[^1].At, onPage[^1].Key)) : null));
    }

    /// <summary>What runs out first comes first where terms end soon; elsewhere the newest does.</summary>
    static IQueryable<Row> OnPage(WorkListView? view, IQueryable<Contact> contacts, PageQuery page, DateTimeOffset now)
    {
        var after = page.After<Position>();
        if (view != WorkListView.ClocksSoon)
        {
            var received = contacts.Select(contact => new Row
            {
                Id = contact.Id,
                FamilyId = contact.FamilyId,
                Kind = contact.Kind,
                Status = contact.Status,
                ReceivedAt = contact.ReceivedAt,
                At = contact.ReceivedAt,
                Key = contact.Id,
            });
            if (after is { } newer)
                received = received.Where(row => row.At < newer.At || (row.At == newer.At && row.Key < newer.Key));
            return received.OrderByDescending(row => row.At).ThenByDescending(row => row.Key);
        }
        // A contact stands on the list once, by the first of its terms that runs. The conditions come after the join, so that the
        // database begins with the terms that end soon and not with all contacts.
        var ending = contacts.SelectMany(contact => contact.Clocks, (contact, clock) => new { contact, clock })
            .Where(row => row.clock.StoppedAt == null && row.clock.PausedAt == null && row.clock.WarnAt <= now
                && !row.contact.Clocks.Any(other => other.StoppedAt == null && other.PausedAt == null && other.WarnAt <= now
                    && (other.DueAt < row.clock.DueAt || (other.DueAt == row.clock.DueAt && other.Id < row.clock.Id))))
            .Select(row => new Row
            {
                Id = row.contact.Id,
                FamilyId = row.contact.FamilyId,
                Kind = row.contact.Kind,
                Status = row.contact.Status,
                ReceivedAt = row.contact.ReceivedAt,
                At = row.clock.DueAt,
                Key = row.clock.Id,
            });
        if (after is { } earlier)
            ending = ending.Where(row => row.At > earlier.At || (row.At == earlier.At && row.Key > earlier.Key));
        return ending.OrderBy(row => row.At).ThenBy(row => row.Key);
    }

    static async Task<ILookup<Guid, Term>> TermsOf(Guid[] contacts, IntakeDb db, DateTimeOffset now, CancellationToken ct) =>
        (await db.Contacts.AsNoTracking().Where(contact => contacts.Contains(contact.Id))
            .SelectMany(contact => contact.Clocks.Where(clock => clock.StoppedAt == null), (contact, clock) => new
            {
                contact.Id,
                clock.Term,
                clock.DueAt,
                clock.PausedAt,
                clock.PausedUntil,
            }).ToListAsync(ct))
        .ToLookup(one => one.Id, one => new Term(
            one.Term, one.DueAt, one.PausedAt is null && one.DueAt <= now, one.PausedAt is not null, one.PausedUntil));

    static IQueryable<Contact> In(
        WorkListView? view, IQueryable<Contact> contacts, IntakeDb db, CurrentUser user, DateTimeOffset now) => view switch
        {
            WorkListView.Mine => contacts.Where(contact => db.Families.Any(family => family.Id == contact.FamilyId
                && family.Assignments.Any(one => one.Worker == user.Id && one.From <= now && (one.Until == null || one.Until > now)))),
            WorkListView.Team => contacts.Where(contact => db.Families.Any(family => family.Id == contact.FamilyId
                && family.Assignments.Any(one => one.Relation == Relations.DutyTeam && one.Team == user.Team && one.From <= now && (one.Until == null || one.Until > now)))),
            WorkListView.Waiting => contacts.Where(contact => contact.Status == ContactStatus.Received),
            _ => contacts,
        };
}

/// <summary>The parts of the work list that a worker looks at.</summary>
public enum WorkListView
{
    /// <summary>Families that the caller works with.</summary>
    Mine,

    /// <summary>Families that the caller's team on duty owns.</summary>
    Team,

    /// <summary>Contacts that wait for triage or for advice.</summary>
    Waiting,

    /// <summary>Contacts with a term that ends soon or has ended, the one that ends first at the top.</summary>
    ClocksSoon,
}
