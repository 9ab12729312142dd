using Geborgen.Contracts.Planning;
using Geborgen.Planning.Plans;

namespace Geborgen.Planning.Tests;

/// <summary>Everybody concerned answers the plan; whose consent counts follows authority and age.</summary>
public class AnswerTests
{
    [Fact]
    public void There_is_nothing_to_answer_before_something_was_written()
    {
        var one = new APlan(6);

        Assert.Equal(PlanRefusals.NothingToAnswer, one.Plan.Answer(PlanAnswerCode.Agrees, null, one.Mother, one.Family, APlan.Lotte));
    }

    [Fact]
    public void Who_is_not_concerned_is_not_asked()
    {
        var one = new APlan(6).Drafted();

        Assert.Equal(PlanRefusals.NotAsked, one.Plan.Answer(PlanAnswerCode.Agrees, null, Guid.CreateVersion7(), one.Family, APlan.Lotte));
        Assert.Equal(PlanRefusals.NotAsked, one.Plan.Answer(PlanAnswerCode.Agrees, null, one.Father, one.Family, APlan.Lotte));
    }

    [Fact]
    public void A_parent_with_authority_answers_from_another_household()
    {
        var one = new APlan(6).Drafted();
        one.HasAuthority(one.Father, one.Child);

        one.Agree(one.Father);

        Assert.Equal(one.Father, one.Plan.Raised.OfType<PlanAnswered>().Single().PersonId);
    }

    [Fact]
    public void Disagreement_stays_in_the_own_words()
    {
        var one = new APlan(6).Drafted();

        Assert.Null(one.Plan.Answer(PlanAnswerCode.Disagrees, "Not the childcare.", one.Mother, one.Family, one.Samira));

        Assert.Equal("Not the childcare.", one.Plan.Statements.Single(said => said.Id == one.Plan.Answers[0].StatementId).Text);
    }

    [Fact]
    public void Under_twelve_the_parents_with_authority_consent_each_of_them()
    {
        var one = new APlan(11).Drafted();
        one.HasAuthority(one.Mother, one.Child);
        one.HasAuthority(one.Father, one.Child);
        one.Agree(one.Mother);
        one.Agree(one.Child);
        Assert.Equal([one.Child], one.Plan.WithoutConsent(one.Family, APlan.Today));

        one.Agree(one.Father);

        Assert.Empty(one.Plan.WithoutConsent(one.Family, APlan.Today));
    }

    [Fact]
    public void The_consent_of_a_parent_without_authority_does_not_count()
    {
        var one = new APlan(6).Drafted();
        one.HasAuthority(one.Father, one.Child);
        one.Agree(one.Mother);

        Assert.Equal(PlanRefusals.ConsentMissing, one.Plan.Start(APlan.Today.AddDays(42), one.Family, APlan.Lotte));
    }

    [Fact]
    public void A_child_of_eleven_does_not_consent_alone()
    {
        var one = new APlan(11).Drafted();
        one.Agree(one.Child);

        Assert.Equal(PlanRefusals.ConsentMissing, one.Plan.Start(APlan.Today.AddDays(42), one.Family, APlan.Lotte));
    }

    [Fact]
    public void From_twelve_the_child_consents_beside_the_parents()
    {
        var one = new APlan(12).Drafted();
        one.Agree(one.Mother);
        Assert.Equal([one.Child], one.Plan.WithoutConsent(one.Family, APlan.Today));

        one.Agree(one.Child);

        Assert.Empty(one.Plan.WithoutConsent(one.Family, APlan.Today));
    }

    [Fact]
    public void From_sixteen_the_young_person_consents_alone_also_against_the_parents()
    {
        var one = new APlan(16).Drafted();
        one.Agree(one.Mother, PlanAnswerCode.Disagrees);
        one.Agree(one.Child);

        Assert.Null(one.Plan.Start(APlan.Today.AddDays(42), one.Family, APlan.Lotte));
    }

    [Fact]
    public void Parents_do_not_consent_for_a_young_person_of_sixteen_who_disagrees()
    {
        var one = new APlan(16).Drafted();
        one.Agree(one.Mother);
        one.Agree(one.Child, PlanAnswerCode.Disagrees);

        Assert.Equal(PlanRefusals.ConsentMissing, one.Plan.Start(APlan.Today.AddDays(42), one.Family, APlan.Lotte));
    }

    [Fact]
    public void Where_nobody_recorded_who_has_authority_each_parent_of_the_household_consents()
    {
        var one = new APlan(6).Drafted();
        one.Agree(one.Mother);

        Assert.Empty(one.Plan.WithoutConsent(one.Family, APlan.Today));
    }

    [Fact]
    public void Nobody_waits_for_the_consent_of_the_dead()
    {
        var one = new APlan(6).Drafted();
        one.HasAuthority(one.Mother, one.Child);
        one.HasAuthority(one.Father, one.Child);
        one.Dies(one.Father);
        one.Agree(one.Mother);

        Assert.Empty(one.Plan.WithoutConsent(one.Family, APlan.Today));
    }

    [Fact]
    public void Disagreement_about_one_child_does_not_hold_up_the_rest()
    {
        var one = new APlan(6, 16).Drafted();
        one.Agree(one.Mother);

        Assert.Null(one.Plan.Start(APlan.Today.AddDays(42), one.Family, APlan.Lotte));

        Assert.Single(one.Plan.WithoutConsent(one.Family, APlan.Today));
    }

    [Fact]
    public void A_household_without_children_starts_when_one_of_it_agrees()
    {
        var one = new APlan().Drafted();
        Assert.Equal(PlanRefusals.ConsentMissing, one.Plan.Start(APlan.Today.AddDays(42), one.Family, APlan.Lotte));

        one.Agree(one.Grandmother);

        Assert.Null(one.Plan.Start(APlan.Today.AddDays(42), one.Family, APlan.Lotte));
    }

    [Fact]
    public void A_plan_with_nothing_in_it_does_not_start()
    {
        var one = new APlan();
        one.Plan.SkipFamilyFirst("A threat.", APlan.ToSkip, APlan.Lotte);
        one.Agree(one.Mother);

        Assert.Equal(PlanRefusals.NothingInPlan, one.Plan.Start(APlan.Today.AddDays(42), one.Family, APlan.Lotte));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(182)]
    public void A_plan_is_looked_at_within_half_a_year(int days)
    {
        var one = new APlan(6).Drafted();
        one.Agree(one.Mother);

        Assert.Equal(PlanRefusals.EvaluationWithoutDay, one.Plan.Start(APlan.Today.AddDays(days), one.Family, APlan.Lotte));
    }

    [Fact]
    public void What_runs_is_not_started_again()
    {
        var one = new APlan(6).Running();

        Assert.Equal(PlanRefusals.AlreadyStarted, one.Plan.Start(APlan.Today.AddDays(42), one.Family, APlan.Lotte));
    }

    [Fact]
    public void After_a_look_at_it_everybody_is_asked_anew_and_what_was_answered_counts_until_then()
    {
        var one = new APlan(6).Running();
        Assert.False(one.Plan.AsksAnswerOf(one.Mother, one.Family));

        one.Plan.Evaluate(APlan.Looked(next: APlan.Today.AddDays(42)), APlan.Lotte);

        Assert.True(one.Plan.AsksAnswerOf(one.Mother, one.Family));
        Assert.Empty(one.Plan.WithoutConsent(one.Family, APlan.Today));
    }

    [Fact]
    public void A_child_under_twelve_is_asked_nothing_but_answers_all_the_same()
    {
        var one = new APlan(11).Drafted();

        Assert.False(one.Plan.AsksAnswerOf(one.Child, one.Family));
        one.Agree(one.Child, PlanAnswerCode.Disagrees);

        Assert.Equal(PlanAnswerCode.Disagrees, one.Plan.AnswerOf(one.Child)!.Code);
    }
}
