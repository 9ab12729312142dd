using Geborgen.Casework;
using Geborgen.Contracts.Casework;
using Geborgen.Contracts.Investigation;
using Geborgen.Investigation.Investigations;

namespace Geborgen.Investigation.Tests;

public class OpeningTests
{
    static readonly Worker Worker = new("rosa", "Rosa", "rvt-utrecht");

    [Fact]
    public void It_opens_with_the_team_on_duty_and_ten_weeks()
    {
        var opened = Inquiry.Open();

        Assert.Equal([typeof(InvestigationOpened), typeof(InvolvementStarted), typeof(ClockStarted)], opened.Raised.Select(one => one.GetType()));
        var involved = opened.Raised.OfType<InvolvementStarted>().Single();
        Assert.Equal(("regionalTeam", "rvt-utrecht-veiligheid", null), (involved.Relation, involved.Team, involved.Worker));
        // Ten weeks after Monday 23 November 2026 is Monday 1 February 2027.
        Assert.Equal(WorkingDays.StartOf(new(2027, 2, 2)), opened.RunningClock("investigation")!.DueAt);
        Assert.Equal(ClockOwner.Investigator, opened.RunningClock("investigation")!.Owner);
        Assert.Equal("investigator", opened.Raised.OfType<ClockStarted>().Single().Owner);
        Assert.Equal("first", opened.Raised.OfType<InvestigationOpened>().Single().Kind);
    }

    [Fact]
    public void The_investigator_takes_over_from_the_team_and_from_another()
    {
        var one = Inquiry.Open();

        Assert.Null(one.AssignInvestigator(Worker, null, Inquiry.Handover, Inquiry.Now));
        Assert.Equal("already-investigator", one.AssignInvestigator(Worker, "x", Inquiry.Handover, Inquiry.Now)!.Code);
        Assert.Equal("investigator-change-without-reason", one.AssignInvestigator(Worker with { Account = "emma" }, " ", Inquiry.Handover, Inquiry.Now)!.Code);
        Assert.Null(one.AssignInvestigator(Worker with { Account = "emma" }, "Rosa is ill.", Inquiry.Handover, Inquiry.Now));

        Assert.Equal(("emma", "Rosa is ill."), (one.Investigator!.Worker, one.Investigator.Reason));
        // The team stays to give it to another, and reads nothing of it.
        Assert.Equal([Relations.AssigningTeam, Relations.Investigator], one.Assignments.Where(assignment => assignment.Until is null).Select(assignment => assignment.Relation));
        Assert.Equal(2, one.Raised.OfType<InvolvementEnded>().Count());
    }

    [Fact]
    public void It_is_extended_once_and_its_term_does_not_start_again()
    {
        var one = Inquiry.Open();
        var due = one.RunningClock("investigation")!.DueAt;

        Assert.Null(one.Extend("Father came back.", Inquiry.Now));
        Assert.Equal("already-extended", one.Extend("Again.", Inquiry.Now)!.Code);

        Assert.Equal(InvestigationKind.Extended, one.Kind);
        Assert.Equal(due, one.RunningClock("investigation")!.DueAt);
        Assert.Single(one.Raised.OfType<InvestigationExtended>());
    }

    [Fact]
    public void A_plan_answers_questions() =>
        Assert.Equal("questions-missing", Inquiry.Open().MakePlan("We look.", [" "], "rosa", Inquiry.Now)!.Code);

    [Fact]
    public void A_source_is_asked_openly_or_with_a_reason()
    {
        var one = Inquiry.Open();

        Assert.Equal("source-behind-the-family", one.Consult(Source(familyKnows: false, why: null), Inquiry.Now)!.Code);
        Assert.Null(one.Consult(Source(familyKnows: false, why: "Telling now would endanger the child."), Inquiry.Now));
        Assert.Null(one.Consult(Source(familyKnows: true, why: null), Inquiry.Now));
        Assert.Equal(2, one.Sources.Count);
    }

    [Fact]
    public void Whom_it_concerns_can_change_and_then_their_voice_is_needed_or_not()
    {
        var (one, father) = (Inquiry.Open().Planned().Heard(), Guid.CreateVersion7());
        Assert.Equal("already-concerned", one.AddConcerned(Inquiry.Child, ConcernedRole.Child, "x", "rosa", Inquiry.Now)!.Code);
        Assert.Equal("not-concerned", one.EndConcern(father, "x", "rosa", Inquiry.Now)!.Code);

        Assert.Null(one.AddConcerned(father, ConcernedRole.Parent, "He was found.", "rosa", Inquiry.Now));
        Assert.Contains(father, one.Parents);
        Assert.Contains("parent-voice-missing", one.Missing().Select(missing => missing.Code));

        Assert.Null(one.EndConcern(father, "He is not the father.", "rosa", Inquiry.Now));
        Assert.DoesNotContain(father, one.Concerned);
        Assert.DoesNotContain("parent-voice-missing", one.Missing().Select(missing => missing.Code));
        Assert.Equal([("He was found.", ConcernedRole.Parent), ("He is not the father.", null)], one.ConcernedChanges.Select(change => (change.Reason, change.Role)));
        Assert.Equal(["parent", "ended"], one.Raised.OfType<ConcernedChanged>().Select(changed => changed.Change));
    }

    [Fact]
    public void Of_what_was_concluded_the_work_is_done()
    {
        var one = Inquiry.Ready();
        Assert.Null(one.Conclude());

        Assert.All(
            [
                one.Extend("x", Inquiry.Now), one.MakePlan("x", ["x"], "rosa", Inquiry.Now),
                one.Consult(Source(true, null), Inquiry.Now), one.WriteReport([], null, Inquiry.Now), one.Conclude(),
                one.Hear(Inquiry.Said(Inquiry.Child, StatementAuthor.Child), "Rosa", "x", Inquiry.Now), one.MissVoice(Inquiry.Child, WhyNot.TooYoung, "x", Inquiry.Now),
                one.AskCounterExpertise(Inquiry.Parent, "x", Inquiry.TwoWeeks, Inquiry.Now),
                one.AddConcerned(Guid.CreateVersion7(), ConcernedRole.Parent, "x", "rosa", Inquiry.Now), one.EndConcern(Inquiry.Parent, "x", "rosa", Inquiry.Now),
            ],
            refusal => Assert.Equal("already-concluded", refusal!.Code));
        Assert.Null(one.AddStatement(Inquiry.Said(), Inquiry.Now));
    }

    static ConsultedSource Source(bool familyKnows, string? why) => new("school", "How she is in class.", familyKnows, why, new(2026, 11, 23), "rosa");
}
