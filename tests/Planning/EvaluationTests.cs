using Geborgen.Casework;
using Geborgen.Contracts.Planning;
using Geborgen.Planning.Plans;
using Geborgen.Support;

namespace Geborgen.Planning.Tests;

/// <summary>A plan is looked at together, and then closed; barriers and safety agreements on the way.</summary>
public class EvaluationTests
{
    static readonly DateTimeOffset NextWeek = APlan.Now.AddDays(7);

    [Fact]
    public void A_plan_is_looked_at_before_it_is_closed()
    {
        var one = new APlan(6).Running();
        Assert.Equal(PlanRefusals.NotEvaluated, one.Plan.Close(PlanOutcome.GoesOnAlone, "It goes well.", APlan.Lotte));

        one.Plan.Evaluate(APlan.Looked(), APlan.Lotte);

        Assert.Null(one.Plan.Close(PlanOutcome.GoesOnAlone, "It goes well.", APlan.Lotte));
    }

    [Fact]
    public void One_that_broke_off_can_not_be_looked_at_together() =>
        Assert.Null(new APlan(6).Plan.Close(PlanOutcome.BrokenOff, "We could not reach you.", APlan.Lotte));

    [Fact]
    public void What_is_closed_is_not_looked_at_nor_closed_again()
    {
        var plan = new APlan(6).Plan;
        plan.Close(PlanOutcome.BrokenOff, "We could not reach you.", APlan.Lotte);

        Assert.Equal(PlanRefusals.AlreadyClosed, plan.Evaluate(APlan.Looked(), APlan.Lotte));
        Assert.Equal(PlanRefusals.AlreadyClosed, plan.Close(PlanOutcome.GoesOnAlone, "Again.", APlan.Lotte));
    }

    [Fact]
    public void What_does_not_run_is_not_looked_at() => Assert.Equal(PlanRefusals.NotStarted, new APlan(6).Drafted().Plan.Evaluate(APlan.Looked(), APlan.Lotte));

    [Fact]
    public void Where_it_did_not_help_another_approach_is_on_the_table()
    {
        var one = new APlan(6).Running();

        Assert.Equal(PlanRefusals.OtherApproachMissing, one.Plan.Evaluate(APlan.Looked(PlanUsefulness.DidNotHelp, " "), APlan.Lotte));
        Assert.Null(one.Plan.Evaluate(APlan.Looked(PlanUsefulness.DidNotHelp, "The neighbour comes along."), APlan.Lotte));
    }

    [Fact]
    public void A_goal_is_judged_that_is_there()
    {
        var one = new APlan(6).Running();

        Assert.Equal(PlanRefusals.NoSuchGoal, one.Plan.Evaluate(APlan.Looked(goals: new JudgedGoal(Guid.CreateVersion7(), GoalOutcome.Reached)), APlan.Lotte));
    }

    [Fact]
    public void The_next_look_is_within_half_a_year_and_has_its_clock()
    {
        var one = new APlan(6).Running();
        Assert.Equal(PlanRefusals.EvaluationWithoutDay, one.Plan.Evaluate(APlan.Looked(next: APlan.Today.AddMonths(7)), APlan.Lotte));

        Assert.Null(one.Plan.Evaluate(APlan.Looked(next: APlan.Today.AddMonths(2)), APlan.Lotte));

        Assert.Equal(new(2027, 1, 23, 23, 0, 0, TimeSpan.Zero), one.Plan.RunningClock(FamilyPlan.EvaluationTerm)!.DueAt);
    }

    [Fact]
    public void What_is_learnt_from_it_are_codes()
    {
        var one = new APlan(6).Running();
        var (reached, other) = (one.Goal(one.Mother), one.Goal(one.Mother));
        one.Plan.Evaluate(APlan.Looked(PlanUsefulness.HelpedPartly, null, null, new(reached, GoalOutcome.Reached), new(other, GoalOutcome.Unchanged)), APlan.Lotte);

        one.Plan.Close(PlanOutcome.GoesOnWithNetwork, "Oma goes on.", APlan.Lotte);

        var closed = one.Plan.Raised.OfType<PlanClosed>().Single();
        Assert.Equal(("goesOnWithNetwork", "helpedPartly", 1, 2), (closed.Outcome, closed.Usefulness, closed.GoalsReached, closed.Goals));
        Assert.Equal(["network"], one.Plan.Raised.OfType<PlanEvaluated>().Single().WorkingElements);
    }

    [Fact]
    public void Support_that_runs_goes_on_only_with_others()
    {
        var one = new APlan(6).Running();
        one.Plan.AskSupport(LifeDomain.Housing, "A home.", null, one.Family, APlan.Lotte);
        one.Plan.Evaluate(APlan.Looked(), APlan.Lotte);

        Assert.Equal(PlanRefusals.SupportRuns, one.Plan.Close(PlanOutcome.GoesOnAlone, "It goes well.", APlan.Lotte));
        Assert.Null(one.Plan.Close(PlanOutcome.HandedOver, "The team of Zeist goes on.", APlan.Lotte));
    }

    [Fact]
    public void A_board_answers_within_six_weeks_also_when_the_plan_was_closed_meanwhile()
    {
        var plan = new APlan(6).Plan;
        Assert.Null(plan.RaiseBarrier(BarrierKind.WaitingList, "Four weeks is long.", "The board", APlan.SixWeeks, APlan.Lotte));
        var barrier = plan.Barriers[0];
        plan.Close(PlanOutcome.BrokenOff, "We could not reach you.", APlan.Lotte);
        Assert.Equal((new DateOnly(2027, 1, 4), true), (barrier.AnswerBy, plan.RunningClock(FamilyPlan.BarrierTerm) is not null));

        Assert.Null(plan.AnswerBarrier(barrier.Id, "There is an extra hour on Thursday.", taken: true, APlan.Lotte));

        Assert.Equal("taken", plan.Raised.OfType<BarrierAnswered>().Single().Outcome);
        Assert.Equal(PlanRefusals.NoSuchBarrier, plan.AnswerBarrier(barrier.Id, "Again.", taken: false, APlan.Lotte));
        Assert.Equal(PlanRefusals.AlreadyClosed, plan.RaiseBarrier(BarrierKind.Housing, "No home.", "The board", APlan.SixWeeks, APlan.Lotte));
    }

    [Fact]
    public void A_safety_agreement_has_somebody_who_agreed_and_an_end_to_come()
    {
        var plan = new APlan(6).Plan;

        Assert.Equal(PlanRefusals.NobodyAgreed, plan.MakeAgreement(APlan.Agreed(NextWeek), APlan.Lotte));
        Assert.Equal(PlanRefusals.NobodyAgreed, plan.MakeAgreement(APlan.Agreed(NextWeek, " "), APlan.Lotte));
        Assert.Equal(PlanRefusals.AgreementWithoutEnd, plan.MakeAgreement(APlan.Agreed(APlan.Now, "Samira"), APlan.Lotte));
    }

    [Fact]
    public void A_safety_agreement_needs_no_emergency_and_no_turn_of_the_family()
    {
        var plan = new APlan(6).Plan;

        Assert.Null(plan.MakeAgreement(APlan.Agreed(NextWeek, "Samira"), APlan.Lotte));

        Assert.Equal(NextWeek, plan.RunningClock(FamilyPlan.AgreementTerm)!.DueAt);
    }

    [Fact]
    public void It_is_agreed_on_anew_or_ends_and_the_plan_is_not_closed_before()
    {
        var one = new APlan(6).Running();
        one.Plan.MakeAgreement(APlan.Agreed(NextWeek, "Samira"), APlan.Lotte);
        one.Plan.Evaluate(APlan.Looked(), APlan.Lotte);
        var id = one.Plan.Agreements[0].Id;
        Assert.Equal(PlanRefusals.AgreementRuns, one.Plan.Close(PlanOutcome.GoesOnAlone, "It goes well.", APlan.Lotte));
        Assert.Equal(PlanRefusals.AgreementWithoutEnd, one.Plan.EvaluateAgreement(id, new(AgreementOutcome.Renewed, "It went well.", APlan.Now), APlan.Lotte));

        Assert.Null(one.Plan.EvaluateAgreement(id, new(AgreementOutcome.Renewed, "It went well.", NextWeek.AddDays(7)), APlan.Lotte));
        Assert.Equal(NextWeek.AddDays(7), one.Plan.Agreements[0].Until);
        Assert.Null(one.Plan.EvaluateAgreement(id, new(AgreementOutcome.Ended, "It goes by itself.", null), APlan.Lotte));

        Assert.Null(one.Plan.RunningClock(FamilyPlan.AgreementTerm));
        Assert.Equal(PlanRefusals.NoSuchAgreement, one.Plan.EvaluateAgreement(id, new(AgreementOutcome.Ended, "Again.", null), APlan.Lotte));
    }

    [Fact]
    public void An_agreement_of_an_emergency_is_taken_over_once_under_its_id()
    {
        var (plan, id, emergency) = (new APlan(6).Plan, Guid.CreateVersion7(), Guid.CreateVersion7());

        plan.FollowAgreement(id, emergency, NextWeek, APlan.Now);
        plan.FollowAgreement(id, emergency, NextWeek, APlan.Now);

        Assert.Equal((id, (Guid?)emergency, null), (plan.Agreements.Single().Id, plan.Agreements[0].EmergencyId, plan.Agreements[0].What));
        Assert.Single(plan.Raised.OfType<PlanAgreementMade>());
    }

    [Fact]
    public void What_was_over_when_the_emergency_ended_is_not_taken_over()
    {
        var plan = new APlan(6).Plan;

        plan.FollowAgreement(Guid.CreateVersion7(), Guid.CreateVersion7(), APlan.Now, APlan.Now);
        plan.FollowAgreement(Guid.CreateVersion7(), Guid.CreateVersion7(), until: null, APlan.Now);

        Assert.Empty(plan.Agreements);
    }

    [Fact]
    public void What_was_said_at_the_emergency_and_is_heard_later_counts_until_somebody_looked_at_it_here()
    {
        var (plan, id, emergency) = (new APlan(6).Plan, Guid.CreateVersion7(), Guid.CreateVersion7());
        plan.FollowAgreement(id, emergency, NextWeek, APlan.Now);

        plan.FollowAgreement(id, emergency, NextWeek.AddDays(7), APlan.Now);
        Assert.Equal(NextWeek.AddDays(7), plan.RunningClock(FamilyPlan.AgreementTerm)!.DueAt);
        plan.FollowAgreement(id, emergency, until: null, APlan.Now);
        Assert.Equal(APlan.Now, plan.Agreements[0].EndedAt);

        var looked = Guid.CreateVersion7();
        plan.FollowAgreement(looked, emergency, NextWeek, APlan.Now);
        plan.EvaluateAgreement(looked, new(AgreementOutcome.Renewed, "It went well.", NextWeek.AddDays(30)), APlan.Lotte);
        plan.FollowAgreement(looked, emergency, until: null, APlan.Now);
        Assert.Null(plan.Agreements[1].EndedAt);
    }

    [Fact]
    public void A_closed_plan_takes_nothing_over()
    {
        var plan = new APlan(6).Plan;
        plan.Close(PlanOutcome.BrokenOff, "We could not reach you.", APlan.Lotte);

        plan.FollowAgreement(Guid.CreateVersion7(), Guid.CreateVersion7(), NextWeek, APlan.Now);

        Assert.Empty(plan.Agreements);
    }

    [Fact]
    public void A_day_that_passed_without_a_look_is_said()
    {
        var one = new APlan(6).Running();

        one.Plan.TellTheTime(APlan.Now.AddDays(50));

        Assert.NotNull(one.Plan.RunningClock(FamilyPlan.EvaluationTerm)!.OverdueAt);
    }

    [Fact]
    public void Nothing_but_words_is_added_to_a_closed_plan()
    {
        var one = new APlan(6);
        one.Plan.Close(PlanOutcome.BrokenOff, "We could not reach you.", APlan.Lotte);
        Refusal?[] refused =
        [
            one.SetGoal(one.Mother), one.Act(APlan.By(one.Mother)), one.Plan.GiveAdvice("Call.", APlan.Lotte), one.Plan.OfferChoice("Who?", ["I", "You"], APlan.Lotte),
            one.Plan.SetCondition(ConditionSource.Agreed, "x", null, APlan.Lotte), one.Plan.DescribeDomain(LifeDomain.School, DomainView.IsHard, null, null, one.Family, APlan.Lotte),
            one.Plan.Join(PartnerKind.School, "School", "School", "x", APlan.Lotte), one.Plan.MakeAgreement(APlan.Agreed(NextWeek, "Samira"), APlan.Lotte),
            one.Plan.WriteOwnPlan("x", one.Mother, one.Family, one.Samira), one.Plan.SetOwnGoal(LifeDomain.School, "x", null, one.Family, one.Samira),
            one.Plan.Answer(PlanAnswerCode.Agrees, null, one.Mother, one.Family, one.Samira), one.Plan.OfferFamilyFirst(APlan.Today, APlan.TwelveWeeks, APlan.Lotte),
            one.Plan.SkipFamilyFirst("x", APlan.ToSkip, APlan.Lotte), one.Plan.AskSupport(LifeDomain.School, "x", null, one.Family, APlan.Lotte),
        ];

        Assert.All(refused, refusal => Assert.Equal(PlanRefusals.AlreadyClosed, refusal));
        Assert.Null(one.Plan.Say(new("It is a pity.", StatementAuthor.Parent, StatementKind.Opinion, PersonId: one.Mother), one.Family, "lotte".At(APlan.Now)));
    }
}
