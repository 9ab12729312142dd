using Geborgen.Casework;

namespace Geborgen.Intake.Families;

/// <content>What this file lets the file of another family read of somebody whom both know.</content>
public sealed partial class Family
{
    readonly List<PersonSharing> sharings = [];

    /// <summary>What it shares or once shared, and with which file.</summary>
    public IReadOnlyList<PersonSharing> Sharings => sharings;

    /// <summary>
    /// Lets another file read what this one knows of a member, and where the member lives only if that is said. It takes the place of what was
    /// shared with that file before; a day that has passed ends it.
    /// </summary>
    /// <param name="personId">The member.</param>
    /// <param name="with">The family whose file knows the same person.</param>
    /// <param name="residence">Whether the residence is shared as well.</param>
    /// <param name="until">The last day; null while no end is known.</param>
    /// <param name="by">Who decides.</param>
    public Refusal? Share(Guid personId, Guid with, bool residence, DateOnly? until, Actor by)
    {
        if (NotInUse is { } unused)
            return unused;
        if (MembersAt(by.Now).All(one => one.PersonId != personId))
            return FamilyRefusals.NoSuchMember;
        SharedWith(with, personId, by.Now)?.End(by.Now);
        if (!(until < by.Today))
            sharings.Add(new PersonSharing(personId, with, residence, until, by.Account, by.Now));
        TakeNextVersion();
        return null;
    }

    /// <summary>The links of its present members to registrations in other files that were found and not undone.</summary>
    public IEnumerable<PersonLink> LinksAt(DateTimeOffset now) =>
        links.Where(link => link.UndoneAt is null && MembersAt(now).Any(member => member.PersonId == link.PersonId));

    /// <summary>Whether a worker found a member to be the same person as a registration in another file.</summary>
    public bool IsLinked(Guid personId, Guid knownPersonId) =>
        links.Exists(link => link.PersonId == personId && link.KnownPersonId == knownPersonId && link.UndoneAt is null);

    /// <summary>What another file may read of somebody now; null for nothing. Of who left this family or went over to another nothing is shared.</summary>
    public PersonSharing? SharedWith(Guid family, Guid personId, DateTimeOffset now) => MembersAt(now).Any(one => one.PersonId == personId)
        ? sharings.Find(one => one.WithFamilyId == family && one.PersonId == personId && one.IsInForce(now))
        : null;
}
