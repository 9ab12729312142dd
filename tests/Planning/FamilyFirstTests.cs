using Geborgen.Contracts.Casework;
using Geborgen.Contracts.Planning;
using Geborgen.Planning.Plans;

namespace Geborgen.Planning.Tests;

/// <summary>The family goes first in making its plan.</summary>
public class FamilyFirstTests
{
    [Fact]
    public void A_professional_writes_nothing_before_the_family_had_its_turn()
    {
        var one = new APlan(6);

        Assert.Equal(PlanRefusals.FamilyGoesFirst, one.SetGoal(one.Mother));
        Assert.Equal(PlanRefusals.FamilyGoesFirst, one.Act(APlan.By(one.Mother)));
        Assert.Equal(PlanRefusals.FamilyGoesFirst, one.Plan.AskSupport(LifeDomain.Housing, "A home.", null, one.Family, APlan.Lotte));
        Assert.Equal(PlanRefusals.FamilyGoesFirst, one.Plan.Start(APlan.Today.AddDays(42), one.Family, APlan.Lotte));
    }

    [Fact]
    public void Somebody_of_the_family_sets_an_own_goal_all_the_same()
    {
        var one = new APlan(6);

        Assert.Null(one.Plan.SetOwnGoal(LifeDomain.Household, "To sleep.", "my figure", one.Family, one.Samira));

        Assert.Equal(one.Mother, Assert.Single(one.Plan.Goals).OwnerId);
        Assert.Equal(PlanStatus.FamilyFirst, one.Plan.Status);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(85)]
    public void Its_time_ends_on_a_day_that_is_to_come_and_not_too_far_away(int days) => Assert.Equal(
        PlanRefusals.FamilyFirstWithoutDay, new APlan(6).Plan.OfferFamilyFirst(APlan.Today.AddDays(days), APlan.TwelveWeeks, APlan.Lotte));

    [Fact]
    public void A_later_day_can_be_agreed_on()
    {
        var plan = new APlan(6).Plan;
        Assert.Null(plan.OfferFamilyFirst(APlan.Today.AddDays(7), APlan.TwelveWeeks, APlan.Lotte));

        Assert.Null(plan.OfferFamilyFirst(APlan.Today.AddDays(21), APlan.TwelveWeeks, APlan.Lotte));

        Assert.Equal(APlan.Today.AddDays(21), plan.FamilyFirstUntil);
        Assert.Equal(2, plan.Clocks.Count);
        Assert.Equal(new(2026, 12, 14, 23, 0, 0, TimeSpan.Zero), plan.RunningClock(FamilyPlan.FamilyFirstTerm)!.DueAt);
    }

    [Fact]
    public void Who_lets_the_time_pass_is_helped_all_the_same()
    {
        var plan = new APlan(6).Plan;
        plan.OfferFamilyFirst(APlan.Today.AddDays(7), APlan.TwelveWeeks, APlan.Lotte);

        plan.TellTheTime(APlan.Now.AddDays(9));

        Assert.Equal(PlanStatus.Draft, plan.Status);
        Assert.Single(plan.Raised.OfType<PlanDrafted>());
    }

    [Fact]
    public void An_own_plan_that_somebody_tells_is_written_down_in_the_own_words()
    {
        var one = new APlan(6);

        Assert.Null(one.Plan.WriteOwnPlan("I cook on Monday.", one.Grandmother, one.Family, APlan.Lotte));

        Assert.Equal(one.Grandmother, Assert.Single(one.Plan.OwnPlans).PersonId);
        Assert.Equal(one.Grandmother, Assert.Single(one.Plan.Statements).PersonId);
        Assert.Equal(PlanStatus.Draft, one.Plan.Status);
    }

    [Fact]
    public void What_a_child_under_twelve_adds_does_not_end_the_turn_of_the_others()
    {
        var one = new APlan(11);

        Assert.Null(one.Plan.WriteOwnPlan("Oma should come.", one.Child, one.Family, APlan.Lotte));

        Assert.Equal(PlanStatus.FamilyFirst, one.Plan.Status);
    }

    [Fact]
    public void Nobody_writes_an_own_plan_for_somebody_who_belongs_to_the_family_no_longer()
    {
        var one = new APlan(6);

        Assert.Equal("not-a-member", one.Plan.WriteOwnPlan("I cook.", one.Father, one.Family, APlan.Lotte)!.Code);
    }

    [Fact]
    public void Only_a_concrete_threat_takes_the_turn_from_the_family() =>
        Assert.Equal(PlanRefusals.SkipWithoutThreat, new APlan(6).Plan.SkipFamilyFirst(" ", APlan.ToSkip, APlan.Lotte));

    [Fact]
    public void That_it_is_skipped_is_a_decision_that_the_family_can_do_something_about()
    {
        var plan = new APlan(6).Plan;

        Assert.Null(plan.SkipFamilyFirst("He stands at the door at night.", APlan.ToSkip, APlan.Lotte));

        Assert.Equal(("familyFirst", "skipped"), plan.Raised.OfType<DecisionPublished>().Select(one => (one.Kind, one.Outcome)).Single());
        Assert.Equal(PlanStatus.Draft, plan.Status);
    }

    [Fact]
    public void What_is_over_is_neither_offered_nor_skipped()
    {
        var plan = new APlan(6).Drafted().Plan;

        Assert.Equal(PlanRefusals.FamilyFirstIsOver, plan.OfferFamilyFirst(APlan.Today.AddDays(7), APlan.TwelveWeeks, APlan.Lotte));
        Assert.Equal(PlanRefusals.FamilyFirstIsOver, plan.SkipFamilyFirst("A threat.", APlan.ToSkip, APlan.Lotte));
    }

    [Fact]
    public void A_plan_within_a_year_after_another_is_a_new_start()
    {
        var ended = new APlan(6).Running();
        ended.Plan.Evaluate(APlan.Looked(), APlan.Lotte);
        ended.Plan.Close(PlanOutcome.GoesOnAlone, "It goes well.", APlan.Lotte);

        Assert.Equal(ended.Plan.Id, Again(364).NewStartOf);
        Assert.Null(Again(366).NewStartOf);

        FamilyPlan Again(int days) => FamilyPlan.Open(
            ended.Plan.FamilyId, new("gm0344"), PlanCause.LocalSupport, Guid.CreateVersion7(), [ended.Plan], APlan.Now.AddDays(days));
    }
}
