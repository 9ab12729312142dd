using Geborgen.Planning.Plans;
using Geborgen.Support;

namespace Geborgen.Planning.Tests;

/// <summary>What a member reads of a plan follows from age and authority, never from a switch.</summary>
public class ReadingTests
{
    [Fact]
    public void A_child_under_twelve_reads_the_own_goals_alone()
    {
        var one = new APlan(11).Drafted();
        one.Goal(one.Mother);
        var own = one.Goal(one.Child);

        Assert.Equal([own], Shown(one, one.Child));
    }

    [Fact]
    public void From_twelve_a_child_reads_the_plan()
    {
        var one = new APlan(12).Drafted();
        var goal = one.Goal(one.Mother);

        Assert.Equal([goal], Shown(one, one.Child));
    }

    [Fact]
    public void A_childs_goal_in_own_words_reaches_a_parent_after_a_talk_with_the_child()
    {
        var one = new APlan(12).Drafted();
        one.Plan.SetOwnGoal(LifeDomain.School, "To have a friend.", null, one.Family, "milan".At(APlan.Now, one.Child));
        var goal = one.Plan.Goals[0];
        Assert.Empty(Shown(one, one.Mother));

        Assert.Null(one.Plan.Share(goal.StatementId!.Value, new(one.Mother, APlan.Lotte, APlan.Today, "He wants it."), one.Family));

        Assert.Equal([goal.Id], Shown(one, one.Mother));
    }

    [Fact]
    public void What_a_professional_wrote_down_for_a_young_person_of_sixteen_is_that_persons()
    {
        var one = new APlan(16).Drafted();
        one.Goal(one.Child);

        Assert.Empty(Shown(one, one.Mother));
    }

    [Fact]
    public void A_childs_answer_without_words_is_the_childs()
    {
        var one = new APlan(12).Drafted();
        one.Agree(one.Child, PlanAnswerCode.Disagrees);
        one.Agree(one.Mother);

        Assert.Equal([one.Mother], one.Plan.AnswersShownTo(one.Mother, one.Family, APlan.Today).Select(answer => answer.PersonId));
        Assert.Equal(2, one.Plan.AnswersShownTo(one.Child, one.Family, APlan.Today).Count());
    }

    static IEnumerable<Guid> Shown(APlan one, Guid reader) => one.Plan.GoalsShownTo(reader, one.Family, APlan.Today).Select(goal => goal.Id);
}
