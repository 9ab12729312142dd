using Geborgen.Casework;
using Geborgen.Contracts.Intake;
using Geborgen.Intake.Persons;

namespace Geborgen.Intake.Families;

/// <content>As what somebody belongs to the family, where that was recorded wrongly.</content>
public sealed partial class Family
{
    readonly List<RoleCorrection> roleCorrections = [];

    /// <summary>Which roles of members were recorded wrongly, what stood there before, and why that was wrong.</summary>
    public IReadOnlyList<RoleCorrection> RoleCorrections => roleCorrections;

    /// <summary>
    /// Corrects as what somebody belongs to the family: the membership stays, and was never another. Whoever became another to the family ends
    /// the membership and begins a new one instead. Authority over somebody who is no child holds no more, and again once that turns out to be wrong.
    /// </summary>
    public Refusal? CorrectRole(Guid personId, MemberRole role, string? reason, Actor by)
    {
        if (NotInUse is { } unused)
            return unused;
        if (string.IsNullOrWhiteSpace(reason))
            return PersonRefusals.CorrectionWithoutReason;
        if (!Holds(personId))
            return FamilyRefusals.NoSuchMember;
        var member = members.Where(one => one.PersonId == personId).MaxBy(one => one.From)!;
        if (member.Role == role)
            return FamilyRefusals.RoleIsSo;
        if (offers.Exists(one => one.Answer is null && one.Children.Contains(personId)))
            return MergeRefusals.OfferOpen;
        roleCorrections.Add(new RoleCorrection(personId, member.From, member.Role, reason, by.Account, by.Now));
        member.Correct(role);
        FollowRoles(personId, by.Now);
        Raise(new MemberRoleCorrected(member.ToContract(), member.Until), by.Now);
        // Of who was taken for a child others have to know as well that the person is of age.
        if (member.ReachedOn(by.Today) is { } age)
            Raise(new MemberAgeKnown(personId, age), by.Now);
        return null;
    }

    /// <summary>Authority holds while the one is a child here and the other is none.</summary>
    void FollowRoles(Guid personId, DateTimeOffset now)
    {
        foreach (var one in authorities.Where(one => one.ChildId == personId || one.ParentId == personId))
            one.Hold(IsChild(one.ChildId) && !IsChild(one.ParentId), now);
    }

    bool IsChild(Guid personId) => members.Where(one => one.PersonId == personId).MaxBy(one => one.From)?.Role == MemberRole.Child;

    /// <summary>Who goes back to this file from another goes back as what the person turned out to be there.</summary>
    void TakeOver(Membership returning, Guid there, Family from, DateTimeOffset since, DateTimeOffset now)
    {
        var found = from.roleCorrections.FindAll(one => one.PersonId == there && one.At >= since);
        if (found.Count == 0 || from.members.Where(one => one.PersonId == there).MaxBy(one => one.From) is not { } right)
            return;
        roleCorrections.AddRange(found.Select(one => new RoleCorrection(returning.PersonId, returning.From, one.Wrong, one.Reason, one.By, one.At)));
        if (returning.Role == right.Role)
            return;
        returning.Correct(right.Role);
        FollowRoles(returning.PersonId, now);
        Raise(new MemberRoleCorrected(returning.ToContract(), returning.Until), now);
    }
}

/// <summary>A role of a member that was recorded wrongly and was corrected.</summary>
public sealed class RoleCorrection
{
    internal RoleCorrection(Guid personId, DateOnly from, MemberRole wrong, string reason, string by, DateTimeOffset at)
    {
        Id = Guid.CreateVersion7(at);
        PersonId = personId;
        From = from;
        Wrong = wrong;
        Reason = reason;
        By = by;
        At = at;
    }

    /// <summary>The correction's id.</summary>
    public Guid Id { get; private set; }

    /// <summary>The member.</summary>
    public Guid PersonId { get; private set; }

    /// <summary>The first day of the membership.</summary>
    public DateOnly From { get; private set; }

    /// <summary>The role that stood there before.</summary>
    public MemberRole Wrong { get; private set; }

    /// <summary>Why it was wrong.</summary>
    public string Reason { get; private set; }

    /// <summary>The account of the worker who corrected it.</summary>
    public string By { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private set; }
}
