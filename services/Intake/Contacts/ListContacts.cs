using System.ComponentModel;
using Geborgen.Access;
using Geborgen.Casework;
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
    /// <param name="Related">Whether another family in your reach has a member with the same number, or a contact that tells of the same address.</param>
    public sealed record Item(
        Guid Id, Guid FamilyId, ContactKind Kind, ContactStatus Status, DateTimeOffset ReceivedAt, Term? NextTerm = null, bool Related = false);

    /// <summary>A term that has not ended.</summary>
    /// <param name="Key">The key of the term.</param>
    /// <param name="DueAt">When it runs out.</param>
    /// <param name="Overdue">Whether it ran out.</param>
    /// <param name="Paused">Whether it waits.</param>
    /// <param name="PausedUntil">The last day on which it waits; null while it does not.</param>
    public sealed record Term(string Key, DateTimeOffset DueAt, bool Overdue, bool Paused, DateOnly? PausedUntil);

    internal static void Map(RouteGroupBuilder api) => api.MapGet("/contacts", Handle)
        .RequireAccess("contact.list")
        .WithName(nameof(ListContacts)).WithSummary("List the contacts in your reach, newest first");

    static async Task<Ok<Page<Item>>> Handle(
        Municipality municipality, [Description("Only contacts of this kind.")] string? kind,
        [Description("Only contacts that are this far.")] string? status,
        [Description("Only contacts of families that you or your team work with, or that wait for triage or advice.")] string? view,
        [AsParameters] PageQuery page, IntakeDb db, FamilyAccess access, CurrentUser user, TimeProvider time, CancellationToken ct)
    {
        var (ofKind, ofStatus) = (QueryValue.Read<ContactKind>("kind", kind), QueryValue.Read<ContactStatus>("status", status));
        var reach = access.FamiliesInReach();
        var contacts = db.Contacts.AsNoTracking()
            .Where(contact => contact.Municipality == municipality && reach.Contains(contact.FamilyId))
            .Where(contact => ofKind == null || contact.Kind == ofKind)
            .Where(contact => ofStatus == null || contact.Status == ofStatus);
        var (part, now) = (QueryValue.Read<WorkListView>("view", view), time.GetUtcNow());
        if (part is WorkListView.Mine or WorkListView.Team)
            contacts = contacts.Where(contact => db.FamiliesOnList(part.Value, user, now).Contains(contact.FamilyId));
        if (part is WorkListView.Waiting)
            contacts = contacts.Where(contact => contact.Status == ContactStatus.Received);
        var found = await contacts.NewestFirst(page, one => one.ReceivedAt, one => one.Id,
            one => new { one.Id, one.FamilyId, one.Kind, one.Status, one.ReceivedAt }, ct);
        Guid[] ids = [.. found.Items.Select(item => item.Id)];
        var (terms, related) = (await TermsOf(ids, db, now, ct), await RelatedAmong(ids, reach, db, ct));
        return TypedResults.Ok(await access.ShowFamilies(found, item => item.FamilyId, db.PersonsOf, (item, _) => new Item(
            item.Id, item.FamilyId, item.Kind, item.Status, item.ReceivedAt,
            terms[item.Id].OrderBy(term => term.Paused).ThenBy(term => term.DueAt).FirstOrDefault(), related.Contains(item.Id)), ct));
    }

    // Both ends are in reach, and what they are found by is read there.
    static async Task<HashSet<Guid>> RelatedAmong(Guid[] contacts, IQueryable<Guid> reach, IntakeDb db, CancellationToken ct) =>
        await db.Contacts.AsNoTracking().Where(contact => contacts.Contains(contact.Id))
            .Where(contact => db.Contacts.Any(other => other.FamilyId != contact.FamilyId && reach.Contains(other.FamilyId)
                    && other.PlaceKeys.Any(key => contact.PlaceKeys.Contains(key)))
                || db.Persons.Any(person => person.FamilyId == contact.FamilyId && person.Bsn != null && db.Persons.Any(other =>
                    other.FamilyId != contact.FamilyId && other.Bsn != null && other.Bsn.Lookup == person.Bsn.Lookup && reach.Contains(other.FamilyId))))
            .Select(contact => contact.Id).ToHashSetAsync(ct);

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
}
