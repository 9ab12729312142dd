using Geborgen.Casework;
using Geborgen.Contracts.Planning;
using Geborgen.Planning.Plans;
using Geborgen.Support;

namespace Geborgen.Planning.Tests;

/// <summary>Who does what, how it goes, and support that the family waits for.</summary>
public class ActionTests
{
    [Fact]
    public void One_person_does_an_action()
    {
        var one = new APlan(6).Drafted();

        Assert.Equal(PlanRefusals.OneDoesIt, one.Act(APlan.By(one.Mother, one.Joined().Id)));
    }

    [Fact]
    public void Who_helps_along_no_longer_gets_nothing_to_do()
    {
        var one = new APlan(6).Drafted();
        var partner = one.Joined();
        one.Plan.Leave(partner.Id, APlan.Lotte);

        Assert.Equal(PlanRefusals.NoSuchPartner, one.Act(APlan.By(partner: partner.Id)));
    }

    [Fact]
    public void It_serves_a_goal_that_is_there()
    {
        var one = new APlan(6).Drafted();

        Assert.Equal(PlanRefusals.NoSuchGoal, one.Act(new("Opens the post.", null, Guid.CreateVersion7(), null, one.Mother, null)));
    }

    [Fact]
    public void What_is_about_a_child_waits_for_the_consent_that_counts()
    {
        var one = new APlan(6).Drafted();
        Assert.Equal(PlanRefusals.ConsentMissing, one.Act(APlan.By(one.Grandmother, child: one.Child)));

        one.Agree(one.Mother);

        Assert.Null(one.Act(APlan.By(one.Grandmother, child: one.Child)));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1)]
    public void It_is_done_from_the_day_on_which_it_was_planned_until_today(int days)
    {
        var one = new APlan(6).Drafted();
        one.Act(APlan.By(one.Mother));

        Assert.Equal(PlanRefusals.DoneBeforePlanned, Report(one, one.Mother, "Done.", APlan.Today.AddDays(days)));
    }

    [Fact]
    public void Nobody_reports_for_another()
    {
        var one = new APlan(6).Drafted();
        one.Act(APlan.By(one.Mother));

        Assert.Equal(PlanRefusals.ProgressOfAnother, Report(one, one.Grandmother, "Done.", null));
        Assert.Equal(PlanRefusals.ProgressOfAnother, Report(one, null, "Done.", null));
    }

    [Fact]
    public void What_the_key_worker_does_the_key_worker_tells()
    {
        var one = new APlan(6).Drafted();
        one.Act(APlan.By());

        Assert.Null(Report(one, null, "I called the landlord.", APlan.Today));

        Assert.Equal(APlan.Today, one.Plan.Raised.OfType<ActionReported>().Single().DoneOn);
        Assert.Equal(StatementAuthor.Professional, one.Plan.Statements[^1].Author);
    }

    [Fact]
    public void A_report_says_something()
    {
        var one = new APlan(6).Drafted();
        one.Act(APlan.By(one.Mother));

        Assert.Equal(PlanRefusals.NothingReported, Report(one, one.Mother, " ", null));
        Assert.Equal(PlanRefusals.NoSuchAction, one.Plan.ReportAction(Guid.CreateVersion7(), "Done.", null, new(one.Mother, null), one.Family, APlan.Lotte));
    }

    [Fact]
    public void Nobody_waits_without_something_that_helps_meanwhile()
    {
        var one = Needed(out var support);

        Assert.Equal(PlanRefusals.WaitingAlone, Step(one, support, SupportState.Waiting, meanwhile: " "));
        Assert.Null(Step(one, support, SupportState.Waiting, "Lotte opens the post on Friday."));
    }

    [Fact]
    public void Waiting_is_looked_at_every_four_weeks_and_the_family_sees_since_when()
    {
        var one = Needed(out var support);
        Step(one, support, SupportState.Waiting, "Lotte opens the post.");
        var first = one.Plan.RunningClock(FamilyPlan.WaitingTerm)!;
        Assert.Equal(new(2026, 12, 21, 23, 0, 0, TimeSpan.Zero), first.DueAt);

        Assert.Null(Step(one, support, SupportState.Waiting, "Lotte opens the post.", "lotte".At(APlan.Now.AddDays(28))));

        Assert.NotEqual(first.Id, one.Plan.RunningClock(FamilyPlan.WaitingTerm)!.Id);
        Assert.Equal(APlan.Now, one.Plan.Supports[0].WaitingSince);
    }

    [Fact]
    public void Support_that_began_is_waited_for_no_more()
    {
        var one = Needed(out var support);
        Step(one, support, SupportState.Waiting, "Lotte opens the post.");

        Assert.Null(Step(one, support, SupportState.Running));

        Assert.Null(one.Plan.RunningClock(FamilyPlan.WaitingTerm));
        Assert.Null(one.Plan.Supports[0].WaitingSince);
        Assert.Equal(["asked", "waiting", "running"], one.Plan.Raised.OfType<SupportChanged>().Select(said => said.State));
    }

    [Fact]
    public void Support_does_not_go_back_and_ends_once()
    {
        var one = Needed(out var support);
        Step(one, support, SupportState.Running);

        Assert.Equal(PlanRefusals.SupportNotBack, Step(one, support, SupportState.Waiting, "Meanwhile."));
        Assert.Equal(PlanRefusals.SupportNotBack, Step(one, support, SupportState.Asked));
        Assert.Null(Step(one, support, SupportState.Ended));
        Assert.Equal(PlanRefusals.SupportEnded, Step(one, support, SupportState.Ended));
        Assert.Equal(PlanRefusals.NoSuchSupport, Step(one, Guid.CreateVersion7(), SupportState.Ended));
    }

    [Fact]
    public void Support_for_a_child_waits_for_the_consent_that_counts()
    {
        var one = new APlan(6).Drafted();

        Assert.Equal(PlanRefusals.ConsentMissing, one.Plan.AskSupport(LifeDomain.School, "A tutor.", one.Child, one.Family, APlan.Lotte));
        Assert.Equal(StatementRefusals.NotAMember, one.Plan.AskSupport(LifeDomain.School, "A tutor.", Guid.CreateVersion7(), one.Family, APlan.Lotte));
    }

    static Refusal? Report(APlan one, Guid? person, string text, DateOnly? doneOn) =>
        one.Plan.ReportAction(one.Plan.Actions[0].Id, text, doneOn, new(person, PartnerId: null), one.Family, APlan.Lotte);

    static APlan Needed(out Guid support)
    {
        var one = new APlan(6).Drafted();
        Assert.Null(one.Plan.AskSupport(LifeDomain.WorkAndIncome, "Help with debts.", null, one.Family, APlan.Lotte));
        support = one.Plan.Supports[0].Id;
        return one;
    }

    static Refusal? Step(APlan one, Guid support, SupportState state, string? meanwhile = null, Actor? by = null) => one.Plan.ChangeSupport(
        support, new SupportStep { State = state, Why = "Four weeks.", Meanwhile = meanwhile, At = (by ?? APlan.Lotte).Now }, APlan.FourWeeks, by ?? APlan.Lotte);
}
