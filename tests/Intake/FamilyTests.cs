using Geborgen.Casework;
using Geborgen.Contracts.Casework;
using Geborgen.Contracts.Intake;
using Geborgen.Intake.Families;
using Geborgen.Support;

namespace Geborgen.Intake.Tests;

public class FamilyTests
{
    static readonly DateTimeOffset Monday = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
    static readonly Worker Lotte = Acting.Worker("lotte", "Lotte", "gm0344");
    static readonly Worker Karim = Acting.Worker("karim", "Karim", "gm0344");
    static readonly TimeLimit Term = new(Family.KeyWorkerAssignmentTerm, 5, TimeLimitUnit.WorkingDays, "x", default, null);
    static readonly Guid Child = Guid.CreateVersion7();

    readonly Family family = Family.Open(
        new Municipality("gm0344"), [(Child, MemberRole.Child)], new TeamOnDuty("gm0344-intake", "gm0344"),
        Term, Monday, "lotte".At(Monday));

    [Fact]
    public void A_new_family_belongs_to_the_team_on_duty_and_a_clock_runs()
    {
        Assert.Null(family.KeyWorkerAt(Monday));
        Assert.Collection(family.Raised,
            opened => Assert.Equal(Child, Assert.Single(Assert.IsType<FamilyOpened>(opened).Members).PersonId),
            started =>
            {
                var involvement = Assert.IsType<InvolvementStarted>(started);
                Assert.Equal((Relations.DutyTeam, "gm0344-intake", null), (involvement.Relation, involvement.Team, involvement.Worker));
            },
            clock => Assert.Equal(Family.KeyWorkerAssignmentTerm, Assert.IsType<ClockStarted>(clock).Term));
    }

    [Fact]
    public void The_key_worker_takes_over_from_the_team_and_the_clock_stops()
    {
        Assert.Null(family.AssignKeyWorker(Lotte, "lotte".At(Monday.AddHours(1))));

        Assert.Equal("lotte", family.KeyWorkerAt(Monday.AddHours(1))!.Worker);
        Assert.Equal([Relations.AssigningTeam, Relations.KeyWorker], At(Monday.AddHours(2)));
        Assert.NotNull(Assert.Single(family.Clocks).StoppedAt);
        Assert.Equal(
            [typeof(InvolvementEnded), typeof(InvolvementStarted), typeof(InvolvementStarted), typeof(ClockStopped)],
            family.Raised.Skip(3).Select(raised => raised.GetType()));
    }

    [Fact]
    public void A_key_worker_whom_nobody_can_follow_yet_is_released_and_the_team_owns_the_family_again()
    {
        Assert.Equal("no-key-worker", Release("x")!.Code);
        family.AssignKeyWorker(Lotte, "lotte".At(Monday));
        family.AddDuo(Karim, "Two hear more than one.", "lotte".At(Monday));
        Assert.Equal("released-without-reason", Release(" ")!.Code);

        Assert.Null(Release("Lotte is ill for long."));

        Assert.Null(family.KeyWorkerAt(Monday.AddDays(3)));
        Assert.Equal([Relations.Duo, Relations.DutyTeam], At(Monday.AddDays(3)));
        // The team that is known to answer for it, not the one that is on duty now.
        Assert.Equal("gm0344-intake", family.Assignments.Single(one => one.Relation == Relations.DutyTeam && one.Until is null).Team);
        Assert.Equal("Lotte is ill for long.", family.Assignments.Single(one => one.Relation == Relations.KeyWorker).WhyEnded);
        Assert.Equal(Monday.AddDays(3), family.RunningClock(Family.KeyWorkerAssignmentTerm)!.StartedAt);

        Assert.Null(family.AssignKeyWorker(Karim, "lotte".At(Monday.AddDays(4))));
        Assert.Equal([Relations.AssigningTeam, Relations.KeyWorker], At(Monday.AddDays(4)));
        Assert.Null(family.RunningClock(Family.KeyWorkerAssignmentTerm));

        Refusal? Release(string reason) => family.ReleaseKeyWorker(reason, new("another", "gm0344"), Term, "lotte".At(Monday.AddDays(3)));
    }

    IEnumerable<string> At(DateTimeOffset moment) => family.Assignments.Where(one => one.ActiveAt(moment)).Select(one => one.Relation).Order();

    [Fact]
    public void Nobody_is_sought_for_who_only_asked_advice_or_where_nothing_follows()
    {
        var advice = Family.Open(new Municipality("gm0344"), [], new TeamOnDuty("gm0344-intake", "gm0344"), limit: null, Monday, "lotte".At(Monday));
        Assert.Empty(advice.Clocks);

        family.NeedNoKeyWorker("lotte".At(Monday.AddDays(1)));

        Assert.Null(family.RunningClock(Family.KeyWorkerAssignmentTerm));
        Assert.Single(family.Raised.OfType<ClockStopped>());
        Assert.Null(family.AssignKeyWorker(Lotte, "lotte".At(Monday.AddDays(2))));
    }

    [Fact]
    public void A_family_has_at_most_one_key_worker()
    {
        family.AssignKeyWorker(Lotte, "lotte".At(Monday));
        var version = family.Version;

        Assert.Equal("key-worker-present", family.AssignKeyWorker(Karim, "lotte".At(Monday.AddDays(1)))!.Code);
        Assert.Equal(version, family.Version);
    }

    [Fact]
    public void A_handover_leaves_no_moment_without_a_key_worker()
    {
        family.AssignKeyWorker(Lotte, "lotte".At(Monday));
        var later = Monday.AddDays(30);

        Assert.Null(family.HandOverKeyWorker(
            Karim, "Lotte works elsewhere from December.", "We would have liked to keep her.", "lotte".At(later), WorkingDays.DateOf(later)));

        Assert.Equal("lotte", family.KeyWorkerAt(later.AddTicks(-1))!.Worker);
        Assert.Equal("karim", family.KeyWorkerAt(later)!.Worker);
    }

    [Fact]
    public void Nobody_hands_over_or_covers_what_has_no_key_worker()
    {
        Assert.Equal("no-key-worker", family.HandOverKeyWorker(Karim, "x", null, "lotte".At(Monday))!.Code);
        Assert.Equal("no-key-worker", family.Cover(Karim, Monday, Monday.AddDays(1), "x", "lotte".At(Monday))!.Code);
    }

    [Fact]
    public void The_key_worker_can_not_follow_or_cover_for_himself()
    {
        family.AssignKeyWorker(Lotte, "lotte".At(Monday));

        Assert.Equal("already-key-worker", family.HandOverKeyWorker(Lotte, "x", null, "lotte".At(Monday))!.Code);
        Assert.Equal("met-in-future", family.HandOverKeyWorker(Karim, "x", null, "lotte".At(Monday), WorkingDays.DateOf(Monday).AddDays(1))!.Code);
        Assert.Equal("already-key-worker", family.Cover(Lotte, Monday, Monday.AddDays(1), "x", "lotte".At(Monday))!.Code);
    }

    [Fact]
    public void A_partner_has_the_same_powers_until_it_is_ended()
    {
        Assert.Equal("no-key-worker", family.AddDuo(Karim, "x", "lotte".At(Monday))!.Code);
        family.AssignKeyWorker(Lotte, "lotte".At(Monday));
        Assert.Equal("already-key-worker", family.AddDuo(Lotte, "x", "lotte".At(Monday))!.Code);

        Assert.Null(family.AddDuo(Karim, "Two hear more than one.", "lotte".At(Monday)));
        Assert.Equal("duo-present", family.AddDuo(Karim, "x", "lotte".At(Monday))!.Code);
        var duo = family.Assignments.Single(one => one.Relation == Relations.Duo);
        Assert.Equal((Karim.Account, "Two hear more than one.", null), (duo.Worker, duo.Reason, duo.Until));

        Assert.Null(family.EndStandIn(duo.Id, "lotte".At(Monday.AddDays(1))));
        Assert.Equal("no-such-stand-in", family.EndStandIn(duo.Id, "lotte".At(Monday.AddDays(1)))!.Code);
        Assert.Null(family.AddDuo(Karim, "Again.", "lotte".At(Monday.AddDays(2))));
    }

    [Fact]
    public void A_cover_can_be_ended_before_its_time_and_the_key_worker_not_like_that()
    {
        family.AssignKeyWorker(Lotte, "lotte".At(Monday));
        Assert.Null(family.Cover(Karim, Monday, Monday.AddDays(7), "Leave.", "lotte".At(Monday)));

        Assert.Null(family.EndStandIn(family.Assignments.Single(one => one.Relation == Relations.Cover).Id, "lotte".At(Monday.AddDays(2))));
        Assert.Equal("no-such-stand-in", family.EndStandIn(family.KeyWorkerAt(Monday)!.Id, "lotte".At(Monday))!.Code);
    }

    [Fact]
    public void A_partner_who_becomes_the_key_worker_is_no_partner_any_more()
    {
        family.AssignKeyWorker(Lotte, "lotte".At(Monday));
        family.AddDuo(Karim, "x", "lotte".At(Monday));

        Assert.Null(family.HandOverKeyWorker(Karim, "Lotte leaves.", null, "lotte".At(Monday.AddDays(1))));

        Assert.Equal([Relations.AssigningTeam, Relations.KeyWorker], At(Monday.AddDays(2)));
    }

    [Fact]
    public void The_family_may_ask_for_another_key_worker_and_hears_what_becomes_of_it()
    {
        Assert.Equal("no-key-worker", Wish()!.Code);
        family.AssignKeyWorker(Lotte, "lotte".At(Monday));
        Assert.Equal("not-a-member", Wish(Guid.CreateVersion7())!.Code);

        Assert.Null(Wish());
        Assert.Null(Wish(family.Members[0].PersonId));
        var (first, second) = (family.KeyWorkerWishes[0], family.KeyWorkerWishes[1]);
        Assert.Equal(2, family.Clocks.Count(clock => clock.Term == Family.KeyWorkerWishTerm && clock.StoppedAt is null));

        Assert.Null(family.AnswerKeyWorkerWish(first.Id, "We talk about it on Tuesday.", "lotte".At(Monday.AddDays(1))));
        Assert.Equal("no-such-wish", family.AnswerKeyWorkerWish(first.Id, "x", "lotte".At(Monday.AddDays(1)))!.Code);
        Assert.Null(family.HandOverKeyWorker(Karim, "You asked for somebody else.", null, "lotte".At(Monday.AddDays(2))));

        Assert.Equal(("You asked for somebody else.", "lotte"), (second.Answer, second.AnsweredBy));
        Assert.DoesNotContain(family.Clocks, clock => clock.Term == Family.KeyWorkerWishTerm && clock.StoppedAt is null);
        Assert.Equal([first.Id, second.Id], family.Raised.OfType<KeyWorkerWishAnswered>().Select(said => said.WishId));

        Refusal? Wish(Guid? person = null) => family.AskForAnotherKeyWorker(
            "Somebody else, please.", person, KnownContact.Limits.For(Family.KeyWorkerWishTerm, Monday), "lotte".At(Monday));
    }

    [Fact]
    public void A_cover_stands_in_during_its_time_and_leaves_the_key_worker_in_place()
    {
        family.AssignKeyWorker(Lotte, "lotte".At(Monday));

        Assert.Null(family.Cover(Karim, Monday.AddDays(7), Monday.AddDays(21), "Lotte is on leave.", "lotte".At(Monday)));

        Assert.Equal("lotte", family.KeyWorkerAt(Monday.AddDays(10))!.Worker);
        var cover = Assert.Single(family.Assignments, one => one.Relation == Relations.Cover);
        Assert.False(cover.ActiveAt(Monday.AddDays(7).AddTicks(-1)));
        Assert.True(cover.ActiveAt(Monday.AddDays(7)));
        Assert.False(cover.ActiveAt(Monday.AddDays(21)));
    }

    [Theory]
    [InlineData(2, 1)]
    [InlineData(1, 1)]
    [InlineData(-3, -1)]
    public void A_cover_without_time_is_refused(int from, int until)
    {
        family.AssignKeyWorker(Lotte, "lotte".At(Monday));

        Assert.Equal("cover-without-time", family.Cover(Karim, Monday.AddDays(from), Monday.AddDays(until), "x", "lotte".At(Monday))!.Code);
    }

    [Fact]
    public void A_cover_that_began_in_the_past_counts_from_now() =>
        Assert.Equal(Monday, CoverFrom(Monday.AddDays(-1)));

    [Fact]
    public void A_link_is_confirmed_once_undone_once_and_can_then_be_confirmed_again()
    {
        var known = Guid.CreateVersion7();

        Assert.Equal("not-proposed", family.ConfirmLink(Guid.CreateVersion7(), known, "lotte".At(Monday))!.Code);
        Assert.Null(family.ConfirmLink(Child, known, "lotte".At(Monday)));
        Assert.Equal("already-linked", family.ConfirmLink(Child, known, "lotte".At(Monday))!.Code);
        var link = Assert.Single(family.Links);
        Assert.Null(family.UndoLink(link.Id, "lotte".At(Monday)));
        Assert.Equal("no-such-link", family.UndoLink(link.Id, "lotte".At(Monday))!.Code);
        Assert.Null(family.ConfirmLink(Child, known, "lotte".At(Monday)));
    }

    [Fact]
    public void The_clock_warns_and_runs_out_once_each()
    {
        var events = family.Raised.Count;
        family.TellTheTime(family.Clocks[0].WarnAt);
        family.TellTheTime(family.Clocks[0].WarnAt);
        family.TellTheTime(family.Clocks[0].DueAt);
        family.TellTheTime(family.Clocks[0].DueAt);

        Assert.Equal([typeof(ClockWarned), typeof(ClockOverdue)], family.Raised.Skip(events).Select(raised => raised.GetType()));
    }

    [Fact]
    public void Versions_have_no_gaps()
    {
        family.AssignKeyWorker(Lotte, "lotte".At(Monday));
        family.HandOverKeyWorker(Karim, "x", null, "lotte".At(Monday.AddDays(1)));

        Assert.Equal(Enumerable.Range(1, family.Version), family.Raised.Select(raised => raised.Version));
    }

    DateTimeOffset CoverFrom(DateTimeOffset from)
    {
        family.AssignKeyWorker(Lotte, "lotte".At(Monday));
        family.Cover(Karim, from, Monday.AddDays(1), "x", "lotte".At(Monday));
        return family.Assignments.Single(one => one.Relation == Relations.Cover).From;
    }
}
