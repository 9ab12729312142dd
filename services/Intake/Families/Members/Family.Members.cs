using Geborgen.Casework;
using Geborgen.Contracts.Intake;

namespace Geborgen.Intake.Families;

/// <content>Who belongs to the family, which account is whose, and who has parental authority.</content>
public sealed partial class Family
{
    readonly List<ParentalAuthority> authorities = [];
    readonly List<AccountUnlinking> unlinkings = [];

    /// <summary>Which login accounts were untied from a member, and why.</summary>
    public IReadOnlyList<AccountUnlinking> Unlinkings => unlinkings;

    /// <summary>What was recorded about parental authority, earlier records included.</summary>
    public IReadOnlyList<ParentalAuthority> Authorities => authorities;

    /// <summary>Adds somebody who does not belong to the family.</summary>
    public Refusal? AddMember(Guid personId, MemberRole role, DateOnly from, Actor by)
    {
        if (NotInUse is { } unused)
            return unused;
        if (from > by.Today)
            return FamilyRefusals.MembershipInFuture;
        if (members.Any(one => one.PersonId == personId && (one.Until is not { } until || until >= from)))
            return FamilyRefusals.AlreadyMember;
        var member = new Membership(personId, role, from, by.Now);
        member.Born(BirthOf(personId), by.Today);
        member.Died(members.Find(one => one.PersonId == personId && one.DiedOn is not null)?.DiedOn);
        members.Add(member);
        Raise(new MemberAdded(member.ToContract()), by.Now);
        return null;
    }

    /// <summary>
    /// Adds somebody who was a member of this family once. Who went over to another file is that file's, and comes back with it; of others
    /// it is not told here whether they are known.
    /// </summary>
    public Refusal? AddKnownMember(Guid personId, MemberRole role, DateOnly from, Actor by)
    {
        if (!IsMember(personId))
            return FamilyRefusals.NotKnownToFamily;
        if (!Holds(personId))
            return FamilyRefusals.NoSuchMember;
        var account = AccountOf(personId);
        var refusal = AddMember(personId, role, from, by);
        if (refusal is null)
            TakeOver(personId, account, by.Now);
        return refusal;
    }

    /// <summary>Somebody does not belong to the family any more. That they once did stays.</summary>
    public Refusal? EndMembership(Guid personId, DateOnly until, Actor by)
    {
        if (ClosedAt is not null)
            return ClosingRefusals.FileClosed;
        if (members.Find(one => one.PersonId == personId && one.Until is null) is not { } member)
            return FamilyRefusals.NoSuchMember;
        if (until < member.From || until > by.Today)
            return FamilyRefusals.MembershipWithoutTime;
        member.End(until);
        Raise(new MemberRemoved(personId, until), by.Now);
        return null;
    }

    /// <summary>Somebody was recorded in error and never belonged to the family: no trace of the membership stays.</summary>
    public Refusal? TakeOutMember(Guid personId, Actor by)
    {
        if (!IsMember(personId))
            return FamilyRefusals.NoSuchMember;
        if (offers.Exists(one => one.Answer is null && one.Children.Contains(personId)))
            return MergeRefusals.OfferOpen;
        members.RemoveAll(one => one.PersonId == personId);
        authorities.RemoveAll(one => one.ChildId == personId || one.ParentId == personId);
        joined.RemoveAll(one => one.MemberId == personId);
        Raise(new PersonTakenOut(personId), by.Now);
        return null;
    }

    /// <summary>
    /// Ties a login account to a member. From then on nobody opens this file as a worker with that account; a past
    /// member's neither. Who works with the family now hands that over first: nobody's rights end by the way.
    /// </summary>
    /// <param name="personId">The member.</param>
    /// <param name="account">The account.</param>
    /// <param name="by">Who ties it.</param>
    /// <param name="worksHere">Whether somebody works with the family under it.</param>
    /// <param name="isInUse">Whether it is a person's and in use.</param>
    /// <param name="isOfficer">Whether it is a privacy officer's who watches over this file.</param>
    public Refusal? LinkAccount(Guid personId, string account, Actor by, bool worksHere = false, bool isInUse = true, bool isOfficer = false)
    {
        if (account == by.Account)
            return ActorRefusals.NotOneself;
        if (!isInUse)
            return FamilyRefusals.NoSuchAccount;
        if (worksHere)
            return FamilyRefusals.AccountWorksHere;
        if (isOfficer)
            return FamilyRefusals.AccountOfOfficer;
        if (members.Where(one => one.PersonId == personId).MaxBy(one => one.From) is not { } member)
            return FamilyRefusals.NoSuchMember;
        if (member.Account == account)
            return FamilyRefusals.AccountAlreadyLinked;
        if (MembersAt(by.Now).Any(one => one.PersonId != personId && one.Account == account))
            return FamilyRefusals.AccountOfAnotherMember;
        if (member.Account is { } former)
            Untie(personId, former, reason: null, by);
        member.Link(account);
        Raise(new MemberAccountLinked(personId, account), by.Now);
        return null;
    }

    /// <summary>
    /// Unties a login account that was tied to a member in error: whoever works with that account opens the file again
    /// where a relation allows it. That it was tied stays.
    /// </summary>
    public Refusal? UnlinkAccount(Guid personId, string? reason, Actor by)
    {
        if (string.IsNullOrWhiteSpace(reason))
            return FamilyRefusals.UnlinkedWithoutReason;
        if (!IsMember(personId))
            return FamilyRefusals.NoSuchMember;
        if (AccountOf(personId) is not { } account)
            return FamilyRefusals.NoAccountLinked;
        Untie(personId, account, reason, by);
        return null;
    }

    void Untie(Guid personId, string account, string? reason, Actor by)
    {
        foreach (var member in members.Where(one => one.PersonId == personId && one.Account == account))
            member.Link(null);
        unlinkings.Add(new AccountUnlinking(personId, account, reason, by.Account, by.Now));
        Raise(new MemberAccountUnlinked(personId, account), by.Now);
    }

    /// <summary>
    /// Records who has parental authority over a child (BW Boek 1, title 14) and where that was found; earlier records
    /// stay.
    /// </summary>
    public Refusal? RecordAuthority(
        Guid childId, Guid parentId, AuthorityKind kind, string? source, DateOnly from, Actor by)
    {
        if (ClosedAt is not null)
            return ClosingRefusals.FileClosed;
        if (string.IsNullOrWhiteSpace(source))
            return FamilyRefusals.AuthorityWithoutSource;
        if (!Holds(childId) || !IsMember(parentId))
            return FamilyRefusals.NoSuchMember;
        if (childId == parentId || !members.Exists(one => one.PersonId == childId && one.Role == MemberRole.Child))
            return FamilyRefusals.AuthorityOverAChild;
        if (IsOfAge(childId, by.Now))
            return FamilyRefusals.AuthorityOverAnAdult;
        if (from < BirthOf(childId))
            return FamilyRefusals.AuthorityBeforeBirth;
        authorities.Add(new ParentalAuthority(childId, parentId, kind, source, from, by.Now));
        Raise(new AuthorityRecorded(childId, parentId, CamelCase.Of(kind), from), by.Now);
        return null;
    }

    /// <summary>Whether what is learned of somebody belongs to this file: who belongs or belonged to the family and did not go over to another file.</summary>
    public bool Holds(Guid personId) => members.Where(one => one.PersonId == personId).MaxBy(one => one.From) is { LeftBy: null };

    /// <summary>The login account that was tied to a member last, or null.</summary>
    public string? AccountOf(Guid personId) => members.Where(one => one.PersonId == personId && one.Account is not null).MaxBy(one => one.From)?.Account;

    bool IsMember(Guid personId) => members.Exists(one => one.PersonId == personId);

    bool IsPresent(Guid personId) => members.Exists(one => one.PersonId == personId && one.Until is null);
}
