using System.ComponentModel;
using Geborgen.Casework;
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
    public sealed record Item(Guid Id, Guid FamilyId, ContactKind Kind, ContactStatus Status, DateTimeOffset ReceivedAt);

    readonly record struct Position(DateTimeOffset ReceivedAt, Guid Id);

    internal static void Map(RouteGroupBuilder api) => api.MapGet("/contacts", Handle)
        .RequireAccess("contact.list")
        .WithName(nameof(ListContacts)).WithSummary("List the contacts in your reach, newest first");

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
        contacts = In(QueryValue.Read<WorkListView>("view", view), contacts, db, user, time.GetUtcNow());
        if (page.After<Position>() is { } after)
            contacts = contacts.Where(contact => contact.ReceivedAt < after.ReceivedAt
                || (contact.ReceivedAt == after.ReceivedAt && contact.Id < after.Id));
        var found = await contacts
            .OrderByDescending(contact => contact.ReceivedAt).ThenByDescending(contact => contact.Id)
            .Select(contact => new Item(contact.Id, contact.FamilyId, contact.Kind, contact.Status, contact.ReceivedAt))
            .Take(page.Size + 1).ToListAsync(ct);
        var onPage = found.Take(page.Size).ToList();
        var grants = await access.ToEach([.. onPage.Select(item => item.FamilyId)], ct);
        var persons = await db.PersonsOf(grants.Keys, ct);
        await access.LogEach(grants.Values.Select(grant => (grant, persons[grant.FamilyId!.Value])), ct);
        return TypedResults.Ok(new Page<Item>(
            [.. onPage.Where(item => grants.ContainsKey(item.FamilyId))],
            found.Count > page.Size ? Cursor.Encode(new Position(onPage[^1].ReceivedAt, onPage[^1].Id)) : null));
    }

    static IQueryable<Contact> In(
        WorkListView? view, IQueryable<Contact> contacts, IntakeDb db, CurrentUser user, DateTimeOffset now) => view switch
        {
            WorkListView.Mine => contacts.Where(contact => db.Families.Any(family => family.Id == contact.FamilyId
                && family.Assignments.Any(one => one.Worker == user.Id && one.From <= now && (one.Until == null || one.Until > now)))),
            WorkListView.Team => contacts.Where(contact => db.Families.Any(family => family.Id == contact.FamilyId
                && family.Assignments.Any(one => one.Team != null && one.Team == user.Team && one.From <= now && (one.Until == null || one.Until > now)))),
            WorkListView.Waiting => contacts.Where(contact => contact.Status == ContactStatus.Received),
            WorkListView.ClocksSoon => contacts.Where(contact => contact.Clocks.Any(clock =>
                clock.StoppedAt == null && clock.PausedAt == null && clock.WarnAt <= now)),
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

    /// <summary>Contacts with a term that ends soon or has ended.</summary>
    ClocksSoon,
}
