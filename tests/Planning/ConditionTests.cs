using Geborgen.Contracts.Planning;
using Geborgen.Planning.Plans;

namespace Geborgen.Planning.Tests;

/// <summary>Conditions with their source, advice, and choices.</summary>
public class ConditionTests
{
    [Fact]
    public void A_condition_says_where_it_comes_from() =>
        Assert.Equal(PlanRefusals.ConditionWithoutSource, new APlan(6).Plan.SetCondition(null, "Nobody drinks.", null, APlan.Lotte));

    [Fact]
    public void Who_announces_one_says_what_follows_when_it_is_refused()
    {
        var plan = new APlan(6).Plan;

        Assert.Equal(PlanRefusals.ConsequenceMissing, plan.SetCondition(ConditionSource.Announced, "Nobody drinks.", " ", APlan.Lotte));
        Assert.Null(plan.SetCondition(ConditionSource.Announced, "Nobody drinks.", "Then we ask the regional team.", APlan.Lotte));
    }

    [Fact]
    public void One_that_those_concerned_agreed_on_has_no_consequence()
    {
        var plan = new APlan(6).Plan;

        Assert.Null(plan.SetCondition(ConditionSource.Agreed, "Nobody drinks.", null, APlan.Lotte));

        Assert.Equal("agreed", plan.Raised.OfType<ConditionSet>().Single().Source);
    }

    [Fact]
    public void Nobody_orders_but_a_court() =>
        Assert.Equal(PlanRefusals.NoSuchOrder, new APlan(6).Plan.SetCondition(ConditionSource.Ordered, "Nobody drinks.", null, APlan.Lotte));

    [Fact]
    public void A_condition_ends_once_with_its_reason()
    {
        var plan = new APlan(6).Plan;
        plan.SetCondition(ConditionSource.Agreed, "Nobody drinks.", null, APlan.Lotte);
        var id = plan.Conditions[0].Id;

        Assert.Null(plan.EndCondition(id, "It goes by itself now.", APlan.Lotte));

        Assert.Equal("It goes by itself now.", plan.Conditions[0].WhyEnded);
        Assert.Equal(PlanRefusals.NoSuchCondition, plan.EndCondition(id, "Again.", APlan.Lotte));
    }

    [Fact]
    public void Advice_is_no_condition()
    {
        var plan = new APlan(6).Plan;

        Assert.Null(plan.GiveAdvice("Call the debt helpers.", APlan.Lotte));

        Assert.Empty(plan.Conditions);
        Assert.Single(plan.Advice);
    }

    [Fact]
    public void A_choice_has_at_least_two_ways_that_differ()
    {
        var plan = new APlan(6).Plan;

        Assert.Equal(PlanRefusals.ChoiceWithoutOptions, plan.OfferChoice("Who cooks?", ["Oma"], APlan.Lotte));
        Assert.Equal(PlanRefusals.ChoiceWithoutOptions, plan.OfferChoice("Who cooks?", ["Oma", "oma", " "], APlan.Lotte));
        Assert.Null(plan.OfferChoice("Who cooks?", ["Oma", "Aunt"], APlan.Lotte));
    }

    [Fact]
    public void The_family_chooses_and_may_choose_otherwise_later()
    {
        var one = Offered(out var choice);

        Assert.Null(one.Plan.Choose(choice.Id, choice.Options[0].Id, one.Mother, one.Family, one.Samira));
        Assert.Null(one.Plan.Choose(choice.Id, choice.Options[1].Id, one.Mother, one.Family, one.Samira));

        Assert.Equal((choice.Options[1].Id, one.Mother), (choice.Chosen, choice.ChosenBy));
    }

    [Fact]
    public void Who_does_not_belong_to_the_family_or_is_under_twelve_does_not_choose()
    {
        var one = Offered(out var choice);

        Assert.Equal(PlanRefusals.NotAsked, one.Plan.Choose(choice.Id, choice.Options[0].Id, Guid.CreateVersion7(), one.Family, APlan.Lotte));
        Assert.Equal(PlanRefusals.NotAsked, one.Plan.Choose(choice.Id, choice.Options[0].Id, one.Child, one.Family, APlan.Lotte));
    }

    [Fact]
    public void A_way_that_was_not_offered_is_not_chosen()
    {
        var one = Offered(out var choice);

        Assert.Equal(PlanRefusals.NoSuchChoice, one.Plan.Choose(choice.Id, Guid.CreateVersion7(), one.Mother, one.Family, APlan.Lotte));
        Assert.Equal(PlanRefusals.NoSuchChoice, one.Plan.Choose(Guid.CreateVersion7(), choice.Options[0].Id, one.Mother, one.Family, APlan.Lotte));
    }

    static APlan Offered(out Choice choice)
    {
        var one = new APlan(11);
        one.Plan.OfferChoice("Who cooks?", ["Oma", "Aunt"], APlan.Lotte);
        choice = one.Plan.Choices[0];
        return one;
    }
}
