using Geborgen.Intake.Contacts;
using Geborgen.Intake.Emergencies;
using Geborgen.Casework;
using Geborgen.Intake.Families;
using Geborgen.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Intake;

/// <summary>Questions that several use cases ask of what Intake keeps.</summary>
static class IntakeQueries
{
    /// <summary>The family of a contact, and who sent it.</summary>
    public static IQueryable<Origin> OriginOfContact(this IntakeDb db, Guid id) =>
        db.Contacts.Where(one => one.Id == id).Select(one => new Origin(one.FamilyId, one.Sender));

    /// <summary>The family of an emergency.</summary>
    public static IQueryable<Origin> OriginOfEmergency(this IntakeDb db, Guid id) =>
        db.Emergencies.Where(one => one.Id == id).Select(one => new Origin(one.FamilyId, null));

    /// <summary>Whether somebody of a family is judged to be in acute danger now, here or by the regional team.</summary>
    public static async Task<bool> IsInAcuteDanger(this IntakeDb db, Guid familyId, CancellationToken ct) =>
        await db.Contacts.AnyAsync(one => one.FamilyId == familyId && one.AcuteDangers.Any(danger => danger.OverAt == null), ct)
        || await db.Set<DangerRow>().AnyAsync(danger => danger.FamilyId == familyId && !danger.Over, ct);

    /// <summary>The persons of a family, past ones included: whom a reading of its records is about.</summary>
    public static async Task<IReadOnlyList<Guid>> PersonsOf(this IntakeDb db, Guid familyId, CancellationToken ct) =>
        [.. (await db.PersonsOf([familyId], ct))[familyId]];

    /// <summary>The persons of each of some families.</summary>
    public static async Task<ILookup<Guid, Guid>> PersonsOf(this IntakeDb db, IEnumerable<Guid> families, CancellationToken ct) =>
        (await db.Families.AsNoTracking().Where(family => families.Contains(family.Id))
            .SelectMany(family => family.Members, (family, member) => new { family.Id, member.PersonId })
            .ToListAsync(ct)).ToLookup(one => one.Id, one => one.PersonId);

    /// <summary>The families to which a person belongs or once did.</summary>
    public static Task<List<Family>> FamiliesOf(this IntakeDb db, Guid personId, CancellationToken ct) =>
        db.Families.Where(family => family.Members.Any(member => member.PersonId == personId)).ToListAsync(ct);

    /// <summary>The login account that was tied to a person last, in whichever family; null when there is none.</summary>
    public static Task<string?> AccountOf(this IntakeDb db, Guid personId, CancellationToken ct) =>
        db.Families.AsNoTracking().SelectMany(family => family.Members)
            .Where(member => member.PersonId == personId && member.Account != null)
            .OrderByDescending(member => member.From).Select(member => member.Account).FirstOrDefaultAsync(ct);

    /// <summary>The member of a family to whom a login account is tied now; null when there is none, or no longer.</summary>
    public static async Task<Guid?> MemberBehind(this IntakeDb db, string account, Guid familyId, DateTimeOffset now, CancellationToken ct)
    {
        var today = WorkingDays.DateOf(now);
        return await db.Families.AsNoTracking().Where(family => family.Id == familyId)
            .SelectMany(family => family.Members)
            .Where(member => member.Account == account && (member.Until == null || member.Until >= today))
            .OrderByDescending(member => member.From)
            .Select(member => (Guid?)member.PersonId).FirstOrDefaultAsync(ct);
    }

    /// <summary>
    /// The contacts that a member of a family may know to be there: those that the member sent, and those about the own
    /// family of which the member was told, or in which the member spoke where there is nobody to tell of. A report that only
    /// others were told of is not among them, whoever spoke in it.
    /// </summary>
    public static IQueryable<Guid> ContactsKnownTo(this IntakeDb db, string account, DateTimeOffset now)
    {
        var today = WorkingDays.DateOf(now);
        var own = db.Families.SelectMany(
            family => family.Members.Where(member => member.Account == account && (member.Until == null || member.Until >= today)),
            (family, member) => new { family.Id, member.PersonId });
        return db.Contacts.Where(contact => contact.Sender == account).Select(contact => contact.Id)
            .Union(db.Contacts.Join(own, contact => contact.FamilyId, me => me.Id, (contact, me) => new { contact, me.PersonId })
                .Where(one => one.contact.Tellings.Any(telling => telling.Persons.Contains(one.PersonId))
                    || ((one.contact.Reporter == null || (one.contact.Kind != ContactKind.Concern && one.contact.Kind != ContactKind.Emergency))
                        && one.contact.Statements.Any(said => said.PersonId == one.PersonId)))
                .Select(one => one.contact.Id));
    }
}
