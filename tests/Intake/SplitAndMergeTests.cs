using Geborgen.Casework;
using Geborgen.Contracts.Casework;
using Geborgen.Contracts.Intake;
using Geborgen.Intake.Families;
using Geborgen.Support;

namespace Geborgen.Intake.Tests;

public class SplitAndMergeTests
{
    static readonly DateTimeOffset Monday = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
    static readonly DateTimeOffset Tuesday = Monday.AddDays(1);
    static readonly DateTimeOffset Friday = Monday.AddDays(4);
    static readonly Municipality Utrecht = new("gm0344");
    static readonly Municipality Zeist = new("gm0355");
    static readonly TeamOnDuty OfUtrecht = new("gm0344-intake", "gm0344");
    static readonly TeamOnDuty OfZeist = new("gm0355-intake", "gm0355");
    static readonly TimeLimit Limit = new(Family.KeyWorkerAssignmentTerm, 5, TimeLimitUnit.WorkingDays, "x", default, null);
    static readonly Worker Lotte = Acting.Worker("lotte", "Lotte", "gm0344");
    static readonly Worker Daan = Acting.Worker("daan", "Daan", "gm0344");
    static readonly Worker Bram = Acting.Worker("bram", "Bram", "gm0355");
    static readonly Dictionary<Guid, Guid> Nobody = [];
    static readonly Guid Child = Guid.CreateVersion7();
    static readonly Guid Mother = Guid.CreateVersion7();
    static readonly Guid Father = Guid.CreateVersion7();
    static readonly Guid Sister = Guid.CreateVersion7();

    readonly Family family = Open((Child, MemberRole.Child), (Mother, MemberRole.Parent), (Father, MemberRole.Parent));
    readonly Family other = Open((Sister, MemberRole.Child), (Mother, MemberRole.Parent));

    [Fact]
    public void Who_leaves_keeps_the_familiar_face()
    {
        family.AssignKeyWorker(Lotte, "lotte".At(Monday));
        family.Cover(Daan, Friday, Friday.AddDays(7), "Leave.", "lotte".At(Monday));
        family.LinkAccount(Mother, "mother", "lotte".At(Monday));

        var (split, refusal) = family.Split([Child, Mother], [], "They live elsewhere now.", Limit, "lotte".At(Tuesday));

        Assert.Null(refusal);
        Assert.Equal("lotte", split!.KeyWorkerAt(Tuesday)!.Worker);
        Assert.True(split.Assignments.Single(one => one.Relation == Relations.Cover).ActiveAt(Friday));
        Assert.Empty(split.Clocks);
        Assert.Equal((family.Id, split.Id), (split.SplitFrom, Assert.Single(family.Splits).NewFamilyId));
        Assert.Equal([Child, Mother], Assert.IsType<FamilyOpened>(split.Raised[0]).Members.Select(one => one.PersonId));
        Assert.Equal("mother", Assert.Single(split.Raised.OfType<MemberAccountLinked>()).Account);
        Assert.Equal(split.Id, Assert.IsType<FamilySplit>(family.Raised[^1]).NewFamilyId);
        Assert.Equal([Father], Present(family));
        Assert.Equal("lotte", family.KeyWorkerAt(Tuesday)!.Worker);
        Assert.Equal(Enumerable.Range(1, split.Version), split.Raised.Select(said => said.Version));
    }

    [Fact]
    public void Who_has_authority_over_a_child_stays_known_where_the_child_goes()
    {
        family.RecordAuthority(Child, Father, AuthorityKind.Authority, "The authority register.", new(2020, 1, 1), "lotte".At(Monday));

        var split = family.Split([Child, Mother], [], "x", Limit, "lotte".At(Tuesday)).New!;

        var known = Assert.Single(split.Authorities);
        Assert.Equal((Child, Father, "The authority register."), (known.ChildId, known.ParentId, known.Source));
        Assert.Equal(Father, Assert.Single(split.Raised.OfType<AuthorityRecorded>()).ParentId);
        Assert.Single(family.Authorities);
    }

    [Fact]
    public void Without_a_key_worker_the_team_on_duty_owns_both_and_a_term_runs()
    {
        var split = family.Split([Child], [], "x", Limit, "lotte".At(Tuesday)).New!;

        Assert.Equal(Relations.DutyTeam, Assert.Single(split.Assignments).Relation);
        Assert.Equal(Tuesday, split.RunningClock(Family.KeyWorkerAssignmentTerm)!.StartedAt);
    }

    [Fact]
    public void Who_is_responsible_for_a_child_stays_so_in_the_family_that_splits_off()
    {
        family.OfferResponsibility([Child], Utrecht, Zeist, OfZeist, "x", Lotte.At(Monday));
        Assert.Equal("offer-open", family.Split([Child], [], "x", Limit, "lotte".At(Tuesday)).Refusal!.Code);
        family.AcceptResponsibility(family.Offers[0].Id, Limit, Bram.At(Monday));

        var split = family.Split([Child], [], "x", Limit, "bram".At(Tuesday)).New!;

        Assert.Equal(Zeist, split.ResponsibleFor(Child, Tuesday));
        Assert.Equal((Child, "gm0355"), Assert.Single(split.Raised.OfType<ResponsibilityTakenOver>()) is { } passed ? (passed.ChildId, passed.ToMunicipality) : default);
    }

    [Fact]
    public void A_split_is_of_some_members_for_a_reason()
    {
        Assert.Equal("split-of-nobody", SplitOff([]));
        Assert.Equal("split-of-everybody", SplitOff([Child, Mother, Father]));
        Assert.Equal("no-such-member", SplitOff([Sister]));
        Assert.Equal("split-or-merge-without-reason", family.Split([Child], [], " ", Limit, "lotte".At(Tuesday)).Refusal!.Code);
        family.EndMembership(Mother, new DateOnly(2026, 11, 23), "lotte".At(Monday));
        Assert.Equal("no-such-member", SplitOff([Mother]));
        Assert.Empty(family.Splits);

        string? SplitOff(Guid[] leaving) => family.Split(leaving, [], "x", Limit, "lotte".At(Tuesday)).Refusal?.Code;
    }

    [Fact]
    public void A_merge_brings_the_members_over_and_closes_the_other_file()
    {
        family.AssignKeyWorker(Lotte, "lotte".At(Monday));
        other.AssignKeyWorker(Daan, "lotte".At(Monday));
        other.LinkAccount(Sister, "sister", "daan".At(Monday));

        Assert.Null(family.Merge(other, Nobody, "One household.", Limit, "lotte".At(Tuesday)));

        Assert.Equal([Child, Mother, Father, Sister], Present(family));
        Assert.Empty(Present(other));
        Assert.Equal(family.Id, other.MergedInto);
        Assert.Equal("lotte", other.KeyWorkerAt(Tuesday)!.Worker);
        Assert.DoesNotContain(other.Assignments, one => one.Worker == "daan" && one.ActiveAt(Tuesday));
        Assert.Equal(other.Id, Assert.Single(family.Raised.OfType<FamiliesMerged>()).OtherFamilyId);
        Assert.Equal("sister", Assert.Single(family.Raised.OfType<MemberAccountLinked>()).Account);
    }

    [Fact]
    public void A_closed_file_takes_nothing_new()
    {
        family.Merge(other, Nobody, "x", Limit, "lotte".At(Tuesday));
        var third = Open((Guid.CreateVersion7(), MemberRole.Child));

        Assert.All(
            [
                other.AssignKeyWorker(Lotte, "lotte".At(Tuesday)), other.HandOverKeyWorker(Lotte, "x", null, "lotte".At(Tuesday)),
                other.Cover(Lotte, Tuesday, Friday, "x", "lotte".At(Tuesday)), other.AddMember(Guid.CreateVersion7(), MemberRole.Other, new DateOnly(2026, 11, 24), "lotte".At(Tuesday)),
                other.OfferResponsibility([Sister], Utrecht, Zeist, OfZeist, "x", Lotte.At(Tuesday)), other.Split([Sister], [], "x", Limit, "lotte".At(Tuesday)).Refusal,
                other.Merge(third, Nobody, "x", Limit, "lotte".At(Tuesday)), third.Merge(other, Nobody, "x", Limit, "lotte".At(Tuesday)),
            ],
            refusal => Assert.Equal("file-merged", refusal!.Code));
    }

    [Fact]
    public void A_merge_is_of_two_files_of_one_municipality_with_nothing_on_offer()
    {
        var elsewhere = Family.Open(Zeist, [], OfZeist, Limit, Monday, "lotte".At(Monday));

        Assert.Equal("no-such-family", family.Merge(null, Nobody, "x", Limit, "lotte".At(Tuesday))!.Code);
        Assert.Equal("merge-with-itself", family.Merge(family, Nobody, "x", Limit, "lotte".At(Tuesday))!.Code);
        Assert.Equal("split-or-merge-without-reason", family.Merge(other, Nobody, "", Limit, "lotte".At(Tuesday))!.Code);
        Assert.Equal("merge-across-municipalities", family.Merge(elsewhere, Nobody, "x", Limit, "lotte".At(Tuesday))!.Code);
        other.OfferResponsibility([Sister], Utrecht, Zeist, OfZeist, "x", Lotte.At(Monday));
        Assert.Equal("offer-open", family.Merge(other, Nobody, "x", Limit, "lotte".At(Tuesday))!.Code);
        other.AcceptResponsibility(other.Offers[0].Id, Limit, Bram.At(Monday));
        Assert.Equal("responsibility-passed-on", family.Merge(other, Nobody, "x", Limit, "lotte".At(Tuesday))!.Code);
        Assert.Empty(family.Merges);
    }

    [Fact]
    public void Undone_everything_is_as_before_but_what_happened_since()
    {
        family.AssignKeyWorker(Lotte, "lotte".At(Monday));
        other.AssignKeyWorker(Daan, "lotte".At(Monday));
        family.Merge(other, Nobody, "x", Limit, "lotte".At(Tuesday));
        var newborn = Guid.CreateVersion7();
        family.AddMember(newborn, MemberRole.Child, new DateOnly(2026, 11, 25), "lotte".At(Friday));

        Assert.Null(family.UndoMerge(family.Merges[0].Id, other, [], Limit, "lotte".At(Friday)));

        Assert.Equal([Child, Mother, Father, newborn], Present(family));
        Assert.Equal([Sister, Mother], Present(other));
        Assert.All(other.Members, member => Assert.Equal(new DateOnly(2026, 11, 23), member.From));
        Assert.Null(other.MergedInto);
        Assert.Equal(("lotte", "daan"), (family.KeyWorkerAt(Friday)!.Worker, other.KeyWorkerAt(Friday)!.Worker));
        Assert.Equal([Relations.AssigningTeam, Relations.KeyWorker], other.Assignments.Where(one => one.ActiveAt(Friday)).Select(one => one.Relation).Order());
        Assert.Equal(family.Merges[0].Id, Assert.Single(family.Raised.OfType<MergeUndone>()).MergeId);
        Assert.Equal("merge-undone-already", family.UndoMerge(family.Merges[0].Id, other, [], Limit, "lotte".At(Friday))!.Code);
        Assert.Null(family.Merge(other, Nobody, "After all.", Limit, "lotte".At(Friday)));
    }

    [Fact]
    public void Undone_without_a_key_worker_the_term_runs_anew()
    {
        family.Merge(other, Nobody, "x", Limit, "lotte".At(Tuesday));
        Assert.Null(other.RunningClock(Family.KeyWorkerAssignmentTerm));

        family.UndoMerge(family.Merges[0].Id, other, [], Limit, "lotte".At(Friday));

        Assert.Equal(Friday, other.RunningClock(Family.KeyWorkerAssignmentTerm)!.StartedAt);
    }

    [Fact]
    public void A_call_of_who_stays_keeps_no_merge_from_being_undone()
    {
        family.Merge(other, Nobody, "x", Limit, "lotte".At(Tuesday));
        Assert.Equal("call-waits", family.UndoMerge(family.Merges[0].Id, other, [Sister], Limit, "lotte".At(Friday))!.Code);
        Assert.Null(family.UndoMerge(family.Merges[0].Id, other, [Father], Limit, "lotte".At(Friday)));
    }

    [Fact]
    public void What_is_not_there_or_went_on_is_not_undone()
    {
        var third = Open((Guid.CreateVersion7(), MemberRole.Child));
        family.Merge(other, Nobody, "x", Limit, "lotte".At(Tuesday));
        var merge = family.Merges[0].Id;
        Assert.Equal("no-such-merge", family.UndoMerge(Guid.CreateVersion7(), other, [], Limit, "lotte".At(Friday))!.Code);
        Assert.Equal("no-such-merge", family.UndoMerge(merge, null, [], Limit, "lotte".At(Friday))!.Code);
        Assert.Equal("no-such-merge", family.UndoMerge(merge, third, [], Limit, "lotte".At(Friday))!.Code);
        family.OfferResponsibility([Child], Utrecht, Zeist, OfZeist, "x", Lotte.At(Tuesday));
        Assert.Equal("offer-open", family.UndoMerge(merge, other, [], Limit, "lotte".At(Friday))!.Code);
        family.WithdrawResponsibility(family.Offers[0].Id, Lotte.At(Tuesday));
        third.Merge(family, Nobody, "x", Limit, "lotte".At(Tuesday));

        Assert.Equal("file-merged", family.UndoMerge(merge, other, [], Limit, "lotte".At(Friday))!.Code);
        Assert.Null(third.UndoMerge(third.Merges[0].Id, family, [], Limit, "lotte".At(Friday)));
        Assert.Null(family.UndoMerge(merge, other, [], Limit, "lotte".At(Friday)));
    }

    [Fact]
    public void What_was_split_today_can_come_back_today()
    {
        var split = family.Split([Child], [], "x", Limit, "lotte".At(Tuesday)).New!;

        Assert.Null(family.Merge(split, Nobody, "Back home.", Limit, "lotte".At(Tuesday)));
        Assert.Equal([Child, Mother, Father], Present(family));
        Assert.Null(family.UndoMerge(family.Merges[0].Id, split, [], Limit, "lotte".At(Tuesday)));

        Assert.Equal([Mother, Father], Present(family));
        Assert.Equal([Child], Present(split));
    }

    [Fact]
    public void A_family_for_which_nobody_was_sought_waits_as_long_as_the_file_that_came_to_it()
    {
        family.NeedNoKeyWorker("lotte".At(Monday));
        family.Merge(other, Nobody, "x", Limit, "lotte".At(Tuesday));
        Assert.Equal(Monday, family.RunningClock(Family.KeyWorkerAssignmentTerm)!.StartedAt);
        Assert.Null(other.RunningClock(Family.KeyWorkerAssignmentTerm));

        Assert.Null(family.UndoMerge(family.Merges[0].Id, other, [], limit: null, "lotte".At(Friday)));

        Assert.Null(other.RunningClock(Family.KeyWorkerAssignmentTerm));
    }

    [Fact]
    public void A_closed_file_follows_who_works_with_the_family()
    {
        family.Merge(other, Nobody, "x", Limit, "lotte".At(Tuesday));
        var version = other.Version;
        other.FollowWorkersOf(family, Tuesday);
        Assert.Equal(version, other.Version);

        family.AssignKeyWorker(Daan, "lotte".At(Friday));
        other.FollowWorkersOf(family, Friday);

        Assert.Equal("daan", other.KeyWorkerAt(Friday)!.Worker);
        Assert.Equal([Relations.AssigningTeam, Relations.KeyWorker], other.Assignments.Where(one => one.ActiveAt(Friday)).Select(one => one.Relation).Order());
    }

    [Fact]
    public void Who_was_registered_in_both_files_is_one_member()
    {
        var (twin, third) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var (again, before) = (Open((twin, MemberRole.Child)), Open((third, MemberRole.Child)));
        again.LinkAccount(twin, "child", "lotte".At(Monday));
        again.Merge(before, new Dictionary<Guid, Guid> { [third] = twin }, "x", Limit, "lotte".At(Monday));

        Assert.Null(family.Merge(again, new Dictionary<Guid, Guid> { [twin] = Child }, "x", Limit, "lotte".At(Tuesday)));

        Assert.Equal([Child, Mother, Father], Present(family));
        Assert.DoesNotContain(family.Raised.OfType<MemberAdded>(), one => one.Member.PersonId == twin);
        Assert.Equal([Child, twin, third], family.IdsOf(Child));
        Assert.Equal(Child, family.MemberOf(third));
        Assert.Equal(Child, family.MemberBehind("child", Tuesday));

        family.UndoMerge(family.Merges[0].Id, again, [], Limit, "lotte".At(Friday));
        Assert.Equal([Child], family.IdsOf(Child));
        Assert.Equal([twin], Present(again));
    }

    [Fact]
    public void Who_split_off_is_the_new_familys_from_that_moment_on()
    {
        family.LinkAccount(Mother, "mother", "lotte".At(Monday));

        family.Split([Child, Mother], [], "x", Limit, "lotte".At(Tuesday));

        Assert.Equal([Father], family.MembersAt(Tuesday).Select(one => one.PersonId));
        Assert.False(family.Holds(Mother));
        Assert.Null(family.MemberBehind("mother", Tuesday));
        Assert.Equal("no-such-member", family.AddKnownMember(Mother, MemberRole.Parent, WorkingDays.DateOf(Friday), "lotte".At(Friday))!.Code);
        Assert.Equal("no-such-member", family.RecordAuthority(Child, Father, AuthorityKind.Authority, "x", new(2020, 1, 1), "lotte".At(Tuesday))!.Code);
    }

    static Family Open(params (Guid, MemberRole)[] members) => Family.Open(Utrecht, members, OfUtrecht, Limit, Monday, "lotte".At(Monday));

    static Guid[] Present(Family of) => [.. of.Members.Where(one => one.Until is null).Select(one => one.PersonId)];
}
