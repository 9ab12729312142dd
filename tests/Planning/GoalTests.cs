using Geborgen.Casework;
using Geborgen.Contracts.Planning;
using Geborgen.Planning.Plans;

namespace Geborgen.Planning.Tests;

/// <summary>Goals, and how they go in the words of those whose goals they are.</summary>
public class GoalTests
{
    [Fact]
    public void A_goal_of_nobody_says_why()
    {
        var one = new APlan(6).Drafted();

        Assert.Equal(PlanRefusals.GoalWithoutOwner, one.SetGoal(owner: null, whyNobody: " "));
        Assert.Null(one.SetGoal(owner: null, whyNobody: "The landlord has to do it."));
    }

    [Fact]
    public void An_adult_has_goals_too()
    {
        var one = new APlan().Drafted();

        Assert.Null(one.SetGoal(one.Grandmother));

        Assert.Equal(one.Grandmother, one.Plan.Raised.OfType<GoalSet>().Single().OwnerId);
    }

    [Fact]
    public void A_goal_belongs_to_somebody_who_lives_and_is_of_the_family()
    {
        var one = new APlan(6).Drafted();
        one.Dies(one.Grandmother);

        Assert.Equal(StatementRefusals.NotAMember, one.SetGoal(Guid.CreateVersion7()));
        Assert.Equal(StatementRefusals.NotAMember, one.SetGoal(one.Father));
        Assert.Equal(StatementRefusals.NotAMember, one.SetGoal(one.Grandmother));
    }

    [Fact]
    public void The_owner_tells_how_it_goes_on_a_scale_of_the_own()
    {
        var one = new APlan(6).Drafted();
        one.Plan.SetOwnGoal(LifeDomain.Household, "To sleep.", "red or green", one.Family, one.Samira);

        Assert.Null(one.Plan.ReportProgress(one.Plan.Goals[0].Id, "Six hours.", one.Mother, "green", one.Family, one.Samira));

        Assert.Equal("green", Assert.Single(one.Plan.Goals[0].Progress).OnOwnScale);
    }

    [Fact]
    public void Nobody_writes_the_progress_of_another()
    {
        var one = new APlan(6).Drafted();

        Assert.Equal(PlanRefusals.ProgressOfAnother, one.Plan.ReportProgress(one.Goal(one.Mother), "Fine.", one.Grandmother, null, one.Family, APlan.Lotte));
    }

    [Fact]
    public void A_goal_that_is_not_there_makes_no_progress()
    {
        var one = new APlan(6).Drafted();

        Assert.Equal(PlanRefusals.NoSuchGoal, one.Plan.ReportProgress(Guid.CreateVersion7(), "Fine.", one.Mother, null, one.Family, APlan.Lotte));
    }

    [Fact]
    public void An_own_goal_follows_the_words_of_its_owner()
    {
        var one = new APlan(6).Drafted();
        one.Plan.SetOwnGoal(LifeDomain.Household, "To sleep.", null, one.Family, one.Samira);
        var goal = one.Plan.Goals[0];

        Assert.Null(one.Plan.AmendOwn(goal.StatementId!.Value, "To sleep eight hours.", null, one.Samira));
        Assert.Equal("To sleep eight hours.", goal.Text);

        Assert.Null(one.Plan.WithdrawOwn(goal.StatementId.Value, one.Samira));
        Assert.Equal(GoalOutcome.Dropped, goal.Outcome);
        Assert.Equal(goal.Id, one.Plan.Raised.OfType<GoalEnded>().Single().GoalId);
    }

    [Fact]
    public void What_was_registered_in_error_is_no_goal_and_no_progress()
    {
        var one = new APlan(6).Drafted();
        one.Plan.SetOwnGoal(LifeDomain.Household, "To sleep.", null, one.Family, one.Samira);
        var other = one.Goal(one.Mother);
        one.Plan.ReportProgress(other, "Six hours.", one.Mother, "6", one.Family, one.Samira);

        one.Plan.TakeOutStatement(one.Plan.Goals[0].StatementId!.Value, APlan.Now);
        one.Plan.TakeOutStatement(one.Plan.Goals[0].Progress[0].StatementId, APlan.Now);

        Assert.Equal((other, 0), (Assert.Single(one.Plan.Goals).Id, one.Plan.Goals[0].Progress.Count));
    }

    [Fact]
    public void What_a_domain_of_life_is_like_each_says_beside_the_others()
    {
        var one = new APlan(6);

        Assert.Null(one.Plan.DescribeDomain(LifeDomain.School, DomainView.GoesWell, null, one.Mother, one.Family, APlan.Lotte));
        Assert.Null(one.Plan.DescribeDomain(LifeDomain.School, DomainView.IsHard, "He is tired.", null, one.Family, APlan.Lotte));

        Assert.Equal([one.Mother, null], one.Plan.Descriptions.Select(said => said.PersonId));
    }

    [Fact]
    public void Of_somebody_who_never_belonged_to_the_family_nothing_stays()
    {
        var one = new APlan(6).Drafted();
        one.Goal(one.Grandmother);
        one.Plan.DescribeDomain(LifeDomain.School, DomainView.GoesWell, "He likes it.", one.Grandmother, one.Family, APlan.Lotte);
        one.Agree(one.Grandmother);
        one.Act(APlan.By(one.Grandmother));
        one.Plan.OfferChoice("Who cooks?", ["I", "You"], APlan.Lotte);
        one.Plan.Choose(one.Plan.Choices[0].Id, one.Plan.Choices[0].Options[0].Id, one.Grandmother, one.Family, APlan.Lotte);

        Assert.True(one.Plan.FollowTakenOut(one.Grandmother, APlan.Now));

        Assert.Empty(one.Plan.Goals);
        Assert.Empty(one.Plan.Descriptions);
        Assert.Empty(one.Plan.Answers);
        Assert.Empty(one.Plan.Actions);
        Assert.Null(one.Plan.Choices[0].ChosenBy);
        Assert.False(one.Plan.FollowTakenOut(one.Grandmother, APlan.Now));
    }
}
