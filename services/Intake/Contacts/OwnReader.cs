using Geborgen.Intake.Persons;

namespace Geborgen.Intake.Contacts;

/// <summary>Who reads an own contact under the own login.</summary>
/// <param name="Account">The account.</param>
/// <param name="PersonId">The member of the family behind it, also one who left since and sent the contact, or null while a worker tied it to none, or to two.</param>
/// <param name="IsMember">Whether that member belongs to the family now.</param>
/// <param name="HearsDecisions">
/// Whether decisions about the family are addressed to the reader: a parent, or a child that reads the own file, and whoever called for help, on that
/// call. For a younger child who represents it reads the others.
/// </param>
sealed record OwnReader(string Account, Guid? PersonId, bool IsMember, bool HearsDecisions)
{
    public static async Task<OwnReader> Of(IntakeDb db, Contact contact, string account, DateTimeOffset now, CancellationToken ct)
    {
        var family = (await db.FamilyInUse(contact.FamilyId, ct))!;
        var member = family.MemberBehind(account, now);
        return new(
            account, member is { } reader ? (await db.AsIn(contact.FamilyId, family, [reader], ct))[0] : await db.WhoSent(contact, account, ct), member is not null,
            (contact.IsOwnCall && contact.Sender == account) || (member is { } person && family.MustHearOfReports(now).Contains(person)));
    }
}
