using Geborgen.Casework;
using Geborgen.Contracts.Intake;

namespace Geborgen.Intake.Families;

/// <content>How two files of one household become one, and two again.</content>
public sealed partial class Family
{
    readonly List<FamilyMerge> merges = [];
    readonly List<JoinedMember> joined = [];

    /// <summary>Which files came into this one, undone merges included.</summary>
    public IReadOnlyList<FamilyMerge> Merges => merges;

    /// <summary>
    /// Under which other ids members stand in the files that came into this one: who was registered in both is one member. Who was stays the same
    /// person once the merge is undone.
    /// </summary>
    public IReadOnlyList<JoinedMember> Joined => joined;

    /// <summary>The family into whose file this one went, or null while this file is in use.</summary>
    public Guid? MergedInto { get; private set; }

    /// <summary>The families into whose files this one went, if only for a while.</summary>
    public Guid[] WentInto { get; private set; } = [];

    /// <summary>The files of one origin with it: those that it went into or that went into it, if only for a while, and those split off.</summary>
    public IEnumerable<Guid> TiedTo =>
        [.. merges.Select(one => one.OtherFamilyId), .. WentInto, .. splits.Select(one => one.NewFamilyId), .. SplitFrom is { } from ? [from] : Array.Empty<Guid>()];

    /// <summary>
    /// Another file of the same household comes into this one: its members come over and its file is closed. Its words stay
    /// there, for those who work with this family.
    /// </summary>
    /// <param name="other">The file that comes into this one.</param>
    /// <param name="same">Which of its members are members of this family already, under another id.</param>
    /// <param name="reason">Why.</param>
    /// <param name="limit">The term for a key worker.</param>
    /// <param name="by">Who decides.</param>
    public Refusal? Merge(Family? other, IReadOnlyDictionary<Guid, Guid> same, string reason, TimeLimit limit, Actor by)
    {
        ArgumentNullException.ThrowIfNull(same);
        ArgumentNullException.ThrowIfNull(limit);
        if (other is null)
            return MergeRefusals.NoSuchFamily;
        if (other.Id == Id)
            return MergeRefusals.WithItself;
        if ((NotInUse ?? other.NotInUse) is { } unused)
            return unused;
        if (string.IsNullOrWhiteSpace(reason))
            return MergeRefusals.WithoutReason;
        if (other.Municipality != Municipality)
            return MergeRefusals.OfAnotherMunicipality;
        if (HasOpenOffer || other.HasOpenOffer)
            return MergeRefusals.OfferOpen;
        if (members.Concat(other.members).Any(one => one.Account is { } account && AtWork(by.Now).Exists(who => who.Worker == account)))
            return FamilyRefusals.AccountWorksHere;
        if (other.ChildrenOn(by.Today).Any(child => other.ResponsibleFor(child, by.Now) != other.Municipality))
            return MergeRefusals.ResponsibilityPassedOn;

        var merge = new FamilyMerge(other.Id, reason, by.Account, by.Now);
        merges.Add(merge);
        Raise(new FamiliesMerged(merge.Id, other.Id, JoinedBy(other, same)), by.Now);
        var waitsSince = other.RunningClock(KeyWorkerAssignmentTerm)?.StartedAt;
        foreach (var member in other.CloseInto(this, merge.Id, by.Now))
            if (IsJoined(member.PersonId, same))
                Join(member, same[member.PersonId], merge.Id, by.Now);
            else
                Receive(member, merge.Id, by.Now);
        TakeOver(other.authorities.Where(one => one.WithdrawnAt is null && IsPresent(MemberOf(one.ChildId)))
            .Select(one => new ParentalAuthority(MemberOf(one.ChildId), MemberOf(one.ParentId), one.Kind, one.Source, one.From, by.Now)).Where(one => !authorities.Exists(one.Says)), by.Now);
        joined.AddRange(other.JoinedNow.Select(one => new JoinedMember(one.PersonId, MemberOf(one.MemberId), merge.Id)).ToList());
        if (waitsSince is { } since && KeyWorkerAt(by.Now) is null && RunningClock(KeyWorkerAssignmentTerm) is null)
            StartClock(limit, since, by.Now);
        return null;
    }

    /// <summary>
    /// They were two households after all. Who came over goes back, and who worked with the other does so again; what was
    /// written since stays where it was written.
    /// </summary>
    /// <param name="mergeId">The merge.</param>
    /// <param name="other">The file that came into this one by it.</param>
    /// <param name="called">Whose calls for help wait in this file for what follows.</param>
    /// <param name="limit">The term for a key worker of the other; null where it needs none.</param>
    /// <param name="by">Who undoes it.</param>
    public Refusal? UndoMerge(Guid mergeId, Family? other, IReadOnlyCollection<Guid> called, TimeLimit? limit, Actor by)
    {
        if (other is null || merges.Find(one => one.Id == mergeId && one.OtherFamilyId == other.Id) is not { } merge)
            return MergeRefusals.NoSuchMerge;
        if (merge.UndoneAt is not null)
            return MergeRefusals.UndoneAlready;
        // What went on into a third file is undone from the outside in.
        if (NotInUse is { } unused)
            return unused;
        if (HasOpenOffer)
            return MergeRefusals.OfferOpen;
        if (CameBy(mergeId).Any(called.Contains))
            return MergeRefusals.CallWaits;

        merge.Undo(by.Now);
        JoinedPerson[] parted = [.. joined.Where(one => one.MergeId == mergeId).Select(one => new JoinedPerson(one.PersonId, one.MemberId))];
        Raise(new MergeUndone(merge.Id, other.Id, parted is [] ? null : parted), by.Now);
        var today = by.Today;
        foreach (var member in members.Where(one => one.CameBy == mergeId && one.Until is null).ToList())
        {
            member.LeaveBy(mergeId, today);
            Raise(new MemberRemoved(member.PersonId, today), by.Now);
        }
        other.Reopen(this, merge, limit, by.Now);
        return null;
    }

    /// <summary>The member whom an id of one of its files means.</summary>
    public Guid MemberOf(Guid personId) => JoinedNow.FirstOrDefault(one => one.PersonId == personId)?.MemberId ?? personId;

    /// <summary>All ids under which a member stands in its files, the own one first.</summary>
    public IEnumerable<Guid> IdsOf(Guid member) => JoinedNow.Where(one => one.MemberId == member).Select(one => one.PersonId).Prepend(member);

    /// <summary>Of these, those whose merge stands.</summary>
    public IEnumerable<JoinedMember> JoinedNow => joined.Where(one => merges.Exists(merge => merge.Id == one.MergeId && merge.UndoneAt is null));

    /// <summary>Who came over by a merge and is not known to have left since.</summary>
    public IEnumerable<Guid> CameBy(Guid mergeId) => members.Where(one => one.CameBy == mergeId && one.Until is null).Select(one => one.PersonId);

    /// <summary>
    /// Keeps the words of a closed file readable for those who work with the family that it went into, whoever they become.
    /// </summary>
    public void FollowWorkersOf(Family into, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(into);
        if (MergedInto == into.Id && !AtWork(now).Select(one => one.Who).Order().SequenceEqual(into.AtWork(now).Select(one => one.Who).Order()))
            WorkWithAs(into, now);
    }

    /// <summary>Who becomes one member when another file comes into this one; null when nobody does.</summary>
    JoinedPerson[]? JoinedBy(Family other, IReadOnlyDictionary<Guid, Guid> same)
    {
        var now = other.members.Where(one => one.Until is null && IsJoined(one.PersonId, same)).Select(one => one.PersonId).Distinct().ToDictionary(one => one, one => same[one]);
        JoinedPerson[] all =
        [
            .. now.Select(one => new JoinedPerson(one.Key, one.Value)),
            .. other.JoinedNow.Select(one => new JoinedPerson(one.PersonId, now.GetValueOrDefault(one.MemberId, one.MemberId))),
        ];
        return all is [] ? null : all;
    }

    bool IsJoined(Guid coming, IReadOnlyDictionary<Guid, Guid> same) => same.TryGetValue(coming, out var here) && here != coming && IsPresent(here);

    /// <summary>Closes this file. Answers with the members who come over.</summary>
    List<Membership> CloseInto(Family into, Guid mergeId, DateTimeOffset now)
    {
        MergedInto = into.Id;
        WentInto = [.. WentInto.Union([into.Id])];
        var today = WorkingDays.DateOf(now);
        var present = members.Where(one => one.Until is null).ToList();
        foreach (var member in present)
        {
            member.LeaveBy(mergeId, today);
            Raise(new MemberRemoved(member.PersonId, today), now);
        }
        StopClock(KeyWorkerAssignmentTerm, now);
        WorkWithAs(into, now, mergeId);
        return present;
    }

    void Receive(Membership coming, Guid mergeId, DateTimeOffset now)
    {
        var today = WorkingDays.DateOf(now);
        var known = members.Where(one => one.PersonId == coming.PersonId).MaxBy(one => one.From);
        if (known is null || known.Until < today)
            members.Add(known = new Membership(coming.PersonId, coming.Role, today, now));
        else if (known.Until is null)
            return;
        known.ComeBy(mergeId);
        known.Correct(coming.Role);
        known.Born(known.BornOn ?? coming.BornOn, today);
        known.Died(coming.DiedOn);
        Raise(new MemberAdded(known.ToContract()), now);
        TakeOver(coming.PersonId, coming.Account, now);
    }

    /// <summary>Somebody was registered in both files and is counted once.</summary>
    void Join(Membership coming, Guid here, Guid mergeId, DateTimeOffset now)
    {
        joined.Add(new JoinedMember(coming.PersonId, here, mergeId));
        foreach (var member in members.Where(one => one.PersonId == here))
        {
            if (member.BornOn is null)
                member.Born(coming.BornOn, WorkingDays.DateOf(now));
            member.Died(member.DiedOn ?? coming.DiedOn);
        }
        if (coming.Account is { } account)
            Appear(here, coming.PersonId, account, now);
    }

    void Reopen(Family from, FamilyMerge merge, TimeLimit? limit, DateTimeOffset now)
    {
        MergedInto = null;
        foreach (var member in members.Where(one => one.LeftBy == merge.Id).ToList())
        {
            member.Return();
            Raise(new MemberAdded(member.ToContract()), now);
            TakeOver(member, from.joined.Find(one => one.MergeId == merge.Id && one.PersonId == member.PersonId)?.MemberId ?? member.PersonId, from, merge.At, now);
        }
        foreach (var one in AtWork(now))
            End(one, now);
        foreach (var one in assignments.Where(one => one.EndedBy == merge.Id && (one.EndedEarlyFrom is not { } until || until > now)).ToList())
            Begin(one.Again(now), now);
        if (limit is not null && KeyWorkerAt(now) is null)
            StartClock(limit, now, now);
    }
}
