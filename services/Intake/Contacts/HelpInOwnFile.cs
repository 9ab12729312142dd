using Geborgen.CaseFiles;
using Geborgen.Casework;
using Geborgen.Intake.Families;
using Geborgen.ServiceDefaults;

namespace Geborgen.Intake.Contacts;

/// <summary>
/// Takes a member's call for help into the file of the own family, as the words of who the family's records say it is. A closed file opens
/// for it. Who belongs to no family here calls like anybody else.
/// </summary>
sealed class HelpInOwnFile(IntakeDb db, OrganisationRegistry registry, TimeLimits limits)
{
    /// <summary>The id by which the caller knows the family in whose file the contact was opened; null where that was not done here.</summary>
    public Guid? KnownAs { get; private set; }

    /// <summary>Opens the contact; nothing where the caller is nobody of a family here.</summary>
    public async Task<Opened<Contact>?> Open(Municipality municipality, AskForHelp.Request request, Actor by, CancellationToken ct)
    {
        // A call is never lost for the id of a family that is not the caller's own any more.
        if (by.Role != Roles.FamilyMember || (await OwnFile.Hold(db, municipality, by.Account, request.FamilyId, by.Now, ct)
            ?? await OwnFile.Hold(db, municipality, by.Account, named: null, by.Now, ct)) is not { } own)
            return null;
        var family = await db.TakeAsync<Family>(own.Family.Id, ct);
        var records = (await db.KinOf([family.Id], ct)).RecordsOf(by.Today, family.Id);
        var (contact, refusal) = Contact.Register(
            new(ContactKind.SelfReferral, ContactChannel.Web, by.Now, Reporter: null, new(null, null, null, null, request.ReachMe),
                [new(request.Text, AuthorOf(own.Reader, records), StatedAt: by.Now, PersonId: own.Reader)]),
            records, family.Id, municipality, by.Account, limits, by);
        if (refusal is not null)
            return new(refusal);
        family.HearCall(own.Reader, registry.Current.IntakeOnDuty(municipality), limits.For(Family.KeyWorkerAssignmentTerm, by.Now), by);
        await FamilyFiles.Follow(db, family, by.Now, ct);
        db.Add(contact!);
        KnownAs = own.Id;
        return new(contact, family.Id, [own.Reader]);
    }

    /// <summary>As what a member speaks.</summary>
    public static StatementAuthor AuthorOf(Guid personId, FamilyRecords family) =>
        family.Children.Contains(personId) ? StatementAuthor.Child : family.Parents.Contains(personId) ? StatementAuthor.Parent : StatementAuthor.Adult;
}
