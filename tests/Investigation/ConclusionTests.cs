using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Geborgen.Casework;
using Geborgen.Contracts.Casework;
using Geborgen.Contracts.Investigation;
using Geborgen.Investigation.Investigations;

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
        Assert.Equal("child-voice-missing", Inquiry.Open().Planned().Conclude()!.Code);
        Assert.Equal("parent-voice-missing", Inquiry.Open(children: []).Planned().Conclude()!.Code);
        Assert.Equal("report-not-final", Inquiry.Open().Planned().Heard().Drafted().Presented().Conclude()!.Code);
        // Said before the family answers; once the report is final it would be too late.
        Assert.Equal("unknown-missing", Inquiry.Open().Drafted(unknown: " ").PresentDraft(Inquiry.TwoWeeks, Now)!.Code);
        var flagged = Inquiry.Ready();
        Assert.Null(flagged.WithdrawStatement(flagged.Report!.Parts[0].Statements[^1], Inquiry.Rosa, new(2026, 11, 23), Now));
        Assert.Null(flagged.MissVoice(Inquiry.Parent, WhyNot.DoesNotWant, "Took it back.", Now));
        Assert.Equal("report-to-be-reweighed", flagged.Conclude()!.Code);
    }

    [Fact]
    public void Nobody_in_acute_danger_is_left_without_help()
    {
        var one = Inquiry.Ready();
        Assert.Null(one.JudgeAcuteDanger(Inquiry.Child, "Fresh bruises.", "Rosa", "rosa", Inquiry.Now));

        Assert.Equal("in-acute-danger", Nothing()!.Code);
        Assert.Null(one.EndAcuteDanger(one.AcuteDangers[0].Id, "With her aunt.", "Rosa", Inquiry.Now));
        Assert.Null(Nothing());

        var helped = Inquiry.Ready();
        Assert.Null(helped.JudgeAcuteDanger(Inquiry.Child, "Fresh bruises.", "Rosa", "rosa", Inquiry.Now));
        Assert.Null(helped.Conclude());

        Refusal? Nothing() => one.Conclude(
            ConclusionOutcome.NoFurtherAction, Inquiry.Decision, null, Inquiry.MakeUp, Inquiry.Handover, "rosa", Inquiry.Now);
    }

    [Fact]
    public void A_reason_why_not_stands_for_a_voice_and_a_household_without_children_is_heard_too()
    {
        var one = Inquiry.Open(children: [], parents: [Inquiry.Parent]).Planned();
        Assert.Null(one.MissVoice(Inquiry.Parent, WhyNot.NotReached, "Called five times, wrote twice.", Now));
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
        Assert.Null(one.AssignInvestigator(new("rosa", "Rosa", "rvt-utrecht"), null, Inquiry.Handover, Now));
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
        Assert.Null(one.PauseClock(one.RunningClock("investigation")!.Id, PauseReason.CounterExpertise, "Another expert looks.", Now));
        Assert.Equal("child-voice-missing", one.Conclude("Not heard yet.", WorkingDays.StartOf(new(2027, 1, 29)))!.Code);
    }

    [Fact]
    public void Another_expert_is_asked_for_before_the_conclusion()
    {
        var one = Inquiry.Open();
        Assert.Null(one.AskCounterExpertise(Inquiry.Parent, "The bruises.", Inquiry.TwoWeeks, Now));
        var asked = one.Raised.OfType<CounterExpertiseRequested>().Single();
        Assert.Equal((Inquiry.Parent, one.CounterExpertise[0].Id), (asked.PersonId, asked.CounterExpertiseId));
    }

    [Fact]
    public void Who_asks_for_another_expert_is_answered_before_the_conclusion()
    {
        var one = Inquiry.Ready();
        Assert.Null(one.AskCounterExpertise(Inquiry.Parent, "The bruises.", Inquiry.TwoWeeks, Now));
        var id = one.CounterExpertise[0].Id;
        Assert.Equal("counter-expertise-unanswered", one.Conclude()!.Code);

        Assert.Equal("no-such-counter-expertise", one.AnswerCounterExpertise(Guid.CreateVersion7(), true, "x", "rosa", Now)!.Code);
        Assert.Null(one.AnswerCounterExpertise(id, granted: false, "A doctor looked already.", "rosa", Now));
        Assert.Equal("no-such-counter-expertise", one.AnswerCounterExpertise(id, true, "x", "rosa", Now)!.Code);
        Assert.Equal("refused", one.Raised.OfType<CounterExpertiseAnswered>().Single().Outcome);
        Assert.Null(one.RunningClock(Investigations.Investigation.CounterExpertiseTerm));
        Assert.Null(one.Conclude());
    }

    [Fact]
    public void A_frozen_dossier_stays_as_it_is()
    {
        Assert.Equal("report-not-final", Inquiry.Open().FreezeDossier("rosa", Now)!.Code);
        var one = Inquiry.Ready();

        Assert.Null(one.FreezeDossier("rosa", Now));
        Assert.Null(one.FreezeDossier("rosa", Now.AddDays(1)));
        var (first, second) = (one.Dossiers[0], one.Dossiers[1]);
        Assert.Equal((1, 2), (first.Number, second.Number));
        Assert.Equal(first.Hash, second.Hash);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(first.Content))), first.Hash);
        Assert.Equal(one.Statements.Count, JsonNode.Parse(first.Content)!["statements"]!.AsArray().Count);

        Assert.Null(one.AmendStatement(one.Statements[0].Id, Inquiry.Rosa, "Otherwise.", null, new(2026, 11, 23), Now));
        Assert.Null(one.FreezeDossier("rosa", Now));
        Assert.NotEqual(first.Hash, one.Dossiers[2].Hash);
    }

    [Fact]
    public void What_came_later_is_an_addendum()
    {
        var one = Inquiry.Ready();
        Assert.Null(one.FreezeDossier("rosa", Now));
        var (dossier, later) = (one.Dossiers[0], Inquiry.Said());
        Assert.Null(one.AddStatement(later, Now));

        Assert.Equal("no-such-dossier", one.AddToDossier(Guid.CreateVersion7(), [later.Id], "rosa", Now)!.Code);
        Assert.Equal("not-a-later-statement", one.AddToDossier(dossier.Id, [dossier.Statements[0]], "rosa", Now)!.Code);
        Assert.Equal("not-a-later-statement", one.AddToDossier(dossier.Id, [Guid.CreateVersion7()], "rosa", Now)!.Code);
        Assert.Equal("not-a-later-statement", one.AddToDossier(dossier.Id, [], "rosa", Now)!.Code);
        Assert.Null(one.AddToDossier(dossier.Id, [later.Id], "rosa", Now));
        Assert.Equal([later.Id], one.Raised.OfType<AddendumAdded>().Single().Statements);
        Assert.Equal("not-a-later-statement", one.AddToDossier(dossier.Id, [later.Id], "rosa", Now)!.Code);
    }
}
