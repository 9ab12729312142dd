using Geborgen.Casework;
using Geborgen.Contracts.Casework;
using Geborgen.Contracts.Investigation;
using Geborgen.Investigation.Investigations;
using Geborgen.Support;

namespace Geborgen.Investigation.Tests;

public class ConclusionTests
{
    static readonly DateTimeOffset Now = Inquiry.Now;

    [Fact]
    public void It_is_concluded_when_everything_is_there()
    {
        var one = Inquiry.Ready();

        Assert.Empty(one.Missing());
        Assert.Null(one.Conclude());

        var published = one.Raised.OfType<DecisionPublished>().Single();
        Assert.Equal(("conclusion", "voluntarySupport", "complaint"), (published.Kind, published.Outcome, published.Remedy));
        Assert.Equal("voluntarySupport", one.Raised.OfType<InvestigationConcluded>().Single().Outcome);
        Assert.Null(one.RunningClock("investigation"));
        Assert.Empty(one.Conclusion!.Missing);
    }

    [Fact]
    public void What_is_missing_has_a_name()
    {
        Assert.Equal("plan-missing", Inquiry.Open().Heard().Drafted().Presented().Final().Conclude()!.Code);
        var unasked = Inquiry.Open();
        Assert.Null(unasked.MakePlan("We speak with everybody.", ["Is she safe?"], Inquiry.By(Now)));
        Assert.Equal("source-missing", unasked.Conclude()!.Code);
        Assert.Equal("child-voice-missing", Inquiry.Open().Planned().Conclude()!.Code);
        Assert.Equal("parent-voice-missing", Inquiry.Open(children: []).Planned().Conclude()!.Code);
        Assert.Equal("adult-voice-missing", Inquiry.Open(children: [], parents: [], adults: [Inquiry.Parent]).Planned().Conclude()!.Code);
        Assert.Equal("report-not-final", Inquiry.Open().Planned().Heard().Drafted().Presented().Conclude()!.Code);
        // Said before the family answers; once the report is final it would be too late.
        Assert.Equal("unknown-missing", Inquiry.Open().Drafted(unknown: " ").PresentDraft(null, Inquiry.TwoWeeks, Inquiry.By(Now))!.Code);
        var flagged = Inquiry.Ready();
        Assert.Null(flagged.WithdrawStatement(flagged.Report!.Parts[0].Statements[^1], new(2026, 11, 23), Inquiry.By(Now)));
        Assert.Null(flagged.MissVoice(Inquiry.Parent, WhyNot.DoesNotWant, "Took it back.", Inquiry.By(Now)));
        Assert.Equal("report-to-be-reweighed", flagged.Conclude()!.Code);
    }

    [Fact]
    public void Nobody_in_acute_danger_is_left_without_help()
    {
        var one = Inquiry.Ready();
        Assert.Null(one.JudgeAcuteDanger(Inquiry.Child, "Fresh bruises.", "Rosa", one.Family(), Inquiry.By(Inquiry.Now)));

        Assert.Equal("in-acute-danger", Nothing()!.Code);
        Assert.Null(one.EndAcuteDanger(one.AcuteDangers[0].Id, "With her aunt.", "Rosa", Inquiry.By(Inquiry.Now)));
        Assert.Null(Nothing());

        var helped = Inquiry.Ready();
        Assert.Null(helped.JudgeAcuteDanger(Inquiry.Child, "Fresh bruises.", "Rosa", helped.Family(), Inquiry.By(Inquiry.Now)));
        Assert.Null(helped.Conclude());

        Refusal? Nothing() => one.Conclude(
            ConclusionOutcome.NoFurtherAction, Inquiry.Decision, null, Inquiry.Terms, Inquiry.By(Inquiry.Now));
    }

    [Fact]
    public void A_reason_why_not_stands_for_a_voice_and_a_household_without_children_is_heard_too()
    {
        var one = Inquiry.Open(children: [], parents: [Inquiry.Parent]).Planned();
        Assert.Null(one.MissVoice(Inquiry.Parent, WhyNot.NotReached, "Called five times, wrote twice.", Inquiry.By(Now)));
        Assert.Null(one.Drafted().Presented().Final().Conclude());
    }

    [Fact]
    public void Near_the_deadline_it_goes_on_with_what_is_missing_stated()
    {
        var one = Inquiry.Open().Planned().Heard();
        // The last day is Monday 1 February 2027; ten working days before is Monday 18 January.
        var tooEarly = WorkingDays.StartOf(new(2027, 1, 15));
        var near = WorkingDays.StartOf(new(2027, 1, 18));

        Assert.Equal("report-not-final", one.Conclude("The report follows.", tooEarly)!.Code);
        Assert.Equal("report-not-final", one.Conclude(missing: null, near)!.Code);
        Assert.Null(one.Conclude("The report follows.", near));

        Assert.Equal(["report-not-final", "unknown-missing"], one.Conclusion!.Missing);
        Assert.NotNull(one.RunningClock("missingPartsMadeUp"));
        Assert.Contains(one.Assignments, assignment => assignment.Until is null);
    }

    [Fact]
    public void What_was_missing_is_made_up_for_and_then_the_work_is_done()
    {
        var one = Inquiry.Open().Planned().Heard();
        Assert.Null(one.AssignInvestigator(Acting.Worker("rosa", "Rosa", "rvt-utrecht", Worker.RegionalTeam), null, Inquiry.Handover, Inquiry.By(Now)));
        Assert.Null(one.Conclude("The report follows.", WorkingDays.StartOf(new(2027, 1, 29))));

        one.Drafted().Presented().Final();

        Assert.Null(one.RunningClock("missingPartsMadeUp"));
        Assert.NotNull(one.Investigator);
        one.RunOut("dossierHandover");
        Assert.Equal(["assigningTeam"], one.Assignments.Where(assignment => assignment.Until is null).Select(assignment => assignment.Relation));
    }

    [Fact]
    public void A_paused_term_is_not_near_its_end()
    {
        var one = Inquiry.Open().Planned();
        Assert.Null(one.PauseClock(one.RunningClock("investigation")!.Id, PauseReason.CounterExpertise, "Another expert looks.", new(2026, 12, 18), Inquiry.Pause, Inquiry.By(Now)));
        Assert.Equal("child-voice-missing", one.Conclude("Not heard yet.", WorkingDays.StartOf(new(2027, 1, 29)))!.Code);
    }

    [Fact]
    public void In_acute_danger_it_goes_on_with_what_is_missing_stated_on_any_day()
    {
        var one = Inquiry.Open().Planned();
        Assert.Null(one.JudgeAcuteDanger(Inquiry.Child, "Fresh bruises.", "Rosa", one.Family(), Inquiry.By(Now)));
        Assert.Equal("child-voice-missing", one.Conclude(missing: " ", Now.AddDays(3))!.Code);

        Assert.Null(one.Conclude("Nobody could be heard yet: the court sits tomorrow.", Now.AddDays(3)));

        Assert.Equal(["child-voice-missing", "parent-voice-missing", "report-not-final", "unknown-missing"], one.Conclusion!.Missing);
        Assert.NotNull(one.RunningClock("missingPartsMadeUp"));
    }

    [Fact]
    public void How_near_the_deadline_is_a_dated_term()
    {
        var one = Inquiry.Open().Planned().Heard();
        // Five working days before Monday 1 February 2027 is Monday 25 January.
        var terms = Inquiry.Terms with { Near = Inquiry.Near with { Amount = 5 } };
        Assert.Equal("report-not-final", At(new(2027, 1, 22))!.Code);
        Assert.Null(At(new(2027, 1, 25)));

        Refusal? At(DateOnly day) => one.Conclude(
            ConclusionOutcome.VoluntarySupport, Inquiry.Decision, "The report follows.", terms, Inquiry.By(WorkingDays.StartOf(day)));
    }
}
