using Geborgen.Intake.Persons;

namespace Geborgen.Intake.Contacts;

/// <summary>Who reads an own contact under the own login.</summary>
/// <param name="Account">The account.</param>
/// <param name="PersonId">The member of the family behind it, or null while a worker tied it to none, or to two.</param>
/// <param name="HearsDecisions">
/// Whether decisions about the family are addressed to that member: a parent, or a child that reads the own file. For a
/// younger child who represents it reads them.
/// </param>
sealed record OwnReader(string Account, Guid? PersonId, bool HearsDecisions)
{
    public static async Task<OwnReader> Of(IntakeDb db, Contact contact, string account, DateTimeOffset now, CancellationToken ct)
    {
        var family = (await db.FamilyInUse(contact.FamilyId, ct))!;
        var member = family.MemberBehind(account, now);
        return new(
            account, member is { } reader ? (await db.AsIn(contact.FamilyId, family, [reader], ct))[0] : null,
            member is { } person && family.MustHearOfReports(now).Contains(person));
    }
}
