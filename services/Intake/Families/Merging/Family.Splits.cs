using Geborgen.Casework;
using Geborgen.Contracts.Intake;

namespace Geborgen.Intake.Families;

/// <content>How a family becomes two.</content>
public sealed partial class Family
{
    readonly List<FamilySplitOff> splits = [];

    /// <summary>Which members left together and form a family of their own.</summary>
    public IReadOnlyList<FamilySplitOff> Splits => splits;

    /// <summary>The family that this one was part of, or null.</summary>
    public Guid? SplitFrom { get; private init; }

    /// <summary>
    /// Members leave today and form a family of their own, with the same people who work with them, so that nobody gets a
    /// new face. What was written stays here; whoever works with those who stay behind sees nothing of what is written there.
    /// </summary>
    /// <param name="leaving">Who leaves.</param>
    /// <param name="called">Whose calls for help wait in this file for what follows.</param>
    /// <param name="reason">Why.</param>
    /// <param name="limit">The term for a key worker of the new family.</param>
    /// <param name="by">Who decides.</param>
    /// <returns>The new family, or why it is refused.</returns>
    public (Family? New, Refusal? Refusal) Split(
        IReadOnlyCollection<Guid> leaving, IReadOnlyCollection<Guid> called, string reason, TimeLimit limit, Actor by)
    {
        ArgumentNullException.ThrowIfNull(leaving);
        ArgumentNullException.ThrowIfNull(limit);
        var today = by.Today;
        var present = members.Where(one => one.Until is null).ToList();
        if (NotInUse is { } unused)
            return (null, unused);
        if (string.IsNullOrWhiteSpace(reason))
            return (null, MergeRefusals.WithoutReason);
        if (leaving.Count == 0)
            return (null, MergeRefusals.SplitOfNobody);
        if (leaving.Except(present.Select(one => one.PersonId)).Any())
            return (null, FamilyRefusals.NoSuchMember);
        if (present.TrueForAll(one => leaving.Contains(one.PersonId)))
            return (null, MergeRefusals.SplitOfEverybody);
        if (HasOpenOffer)
            return (null, MergeRefusals.OfferOpen);
        if (leaving.Any(called.Contains))
            return (null, MergeRefusals.CallWaits);

        var those = present.Where(one => leaving.Contains(one.PersonId)).ToList();
        var other = new Family { Id = Guid.CreateVersion7(by.Now), Municipality = Municipality, OpenedAt = by.Now, SplitFrom = Id };
        var splitOff = new FamilySplitOff(other.Id, reason, by.Account, by.Now);
        other.members.AddRange(those.Select(one => new Membership(one.PersonId, one.Role, today, by.Now)));
        other.Raise(new FamilyOpened([.. other.members.Select(one => one.ToContract())]), by.Now);
        foreach (var one in those)
        {
            other.NoteBirth(one.PersonId, one.BornOn, by);
            other.members.Find(member => member.PersonId == one.PersonId)!.Died(one.DiedOn);
            one.LeaveBy(splitOff.Id, today);
            Raise(new MemberRemoved(one.PersonId, today), by.Now);
            other.TakeOver(one.PersonId, one.Account, by.Now);
        }
        other.TakeOver(authorities.Where(one => one.WithdrawnAt is null && leaving.Contains(one.ChildId)), by.Now);
        other.TakeOver(responsibilities.Where(one => one.Until is null && leaving.Contains(one.ChildId)), by.Now);
        other.WorkWithAs(this, by.Now);
        if (other.KeyWorkerAt(by.Now) is null)
            other.StartClock(limit, by.Now, by.Now);
        splits.Add(splitOff);
        Raise(new FamilySplit(other.Id), by.Now);
        return (other, null);
    }

    bool HasOpenOffer => offers.Exists(one => one.Answer is null);

    /// <summary>Whoever appears in a file never opens it as a worker, in this file neither.</summary>
    void TakeOver(Guid personId, string? known, DateTimeOffset now)
    {
        if (known is not { } account
            || members.Where(one => one.PersonId == personId).MaxBy(one => one.From) is not { } member || member.Account == account)
            return;
        member.Link(account);
        Raise(new MemberAccountLinked(member.PersonId, account), now);
    }

    /// <summary>What was found about authority over a child goes along, also that of a parent who stays behind.</summary>
    void TakeOver(IEnumerable<ParentalAuthority> found, DateTimeOffset now)
    {
        foreach (var one in found)
        {
            authorities.Add(new ParentalAuthority(one.ChildId, one.ParentId, one.Kind, one.Source, one.From, now));
            Raise(new AuthorityRecorded(one.ChildId, one.ParentId, CamelCase.Of(one.Kind), one.From), now);
        }
    }

    void TakeOver(IEnumerable<Responsibility> passed, DateTimeOffset now)
    {
        foreach (var one in passed)
        {
            responsibilities.Add(new Responsibility(one.ChildId, one.Municipality, now));
            Raise(new ResponsibilityTakenOver(one.ChildId, one.Municipality.Code), now);
        }
    }

    /// <summary>Who works with another family works with this one, in the same relations; nobody else does.</summary>
    void WorkWithAs(Family other, DateTimeOffset now, Guid? mergeId = null)
    {
        foreach (var one in AtWork(now))
        {
            one.EndBy(mergeId);
            End(one, now);
        }
        foreach (var one in other.AtWork(now))
            Begin(one.Again(now), now);
    }

    /// <summary>Who works with the family now or will, with powers, and the team that can give it to another.</summary>
    List<Assignment> AtWork(DateTimeOffset now) =>
        [.. assignments.Where(one => AnsweringForIt.Contains(one.Relation) && (one.Until is not { } until || until > now))];
}
