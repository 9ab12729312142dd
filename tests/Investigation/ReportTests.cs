using Geborgen.Casework;
using Geborgen.Contracts.Investigation;
using Geborgen.Investigation.Investigations;

namespace Geborgen.Investigation.Tests;

public class ReportTests
{
    static readonly DateTimeOffset Now = Inquiry.Now;
    static readonly DateOnly Today = new(2026, 11, 23);
    static readonly HashSet<Guid> Nobody = [];

    [Fact]
    public void A_statement_is_not_made_in_the_future() => Assert.Equal(
        "stated-in-future",
        Inquiry.Open().AddStatement(new("x", StatementAuthor.Parent, StatementKind.Observation, Now.AddHours(1)), Now)!.Code);

    [Fact]
    public void Facts_and_opinions_are_told_apart_from_the_start() => Assert.Equal(
        "kind-missing", Inquiry.Open().AddStatement(new("x", StatementAuthor.Network), Now)!.Code);

    [Fact]
    public void A_childs_words_are_not_recorded_under_another_name()
    {
        var one = Inquiry.Open();
        Assert.Null(one.AddStatement(Inquiry.Said(kind: StatementKind.Opinion), Now));
        var opinion = one.Statements[^1];

        Assert.Equal("childs-words-under-another-name", one.AddStatement(Inquiry.Said(Inquiry.Child), Now)!.Code);
        Assert.Equal("childs-words-under-another-name", one.Hear(Inquiry.Said(Inquiry.Child), "Rosa", "x", Now)!.Code);
        Assert.Equal("childs-words-under-another-name", one.AttachOwn(opinion.Id, Inquiry.Said(Inquiry.Child), Now)!.Code);
        Assert.Null(one.AttachOwn(opinion.Id, Inquiry.Said(Inquiry.Child, StatementAuthor.Child), Now));
    }

    [Fact]
    public void Only_those_whom_it_concerns_have_a_voice_in_it()
    {
        var one = Inquiry.Open().Drafted().Presented();

        Assert.Equal("not-concerned", one.Hear(Inquiry.Said(Guid.CreateVersion7()), "Rosa", "x", Now)!.Code);
        Assert.Equal("not-concerned", one.Hear(Inquiry.Said(), "Rosa", "x", Now)!.Code);
        Assert.Equal("not-concerned", one.MissVoice(Guid.CreateVersion7(), WhyNot.Dead, "x", Inquiry.By(Now))!.Code);
        Assert.Equal("not-concerned", one.Rebut(Inquiry.Said(), Now)!.Code);
        Assert.Equal("not-concerned", one.AskCounterExpertise(Guid.CreateVersion7(), "x", Inquiry.TwoWeeks, Inquiry.By(Now))!.Code);
    }

    [Fact]
    public void Words_that_were_taken_back_are_no_voice()
    {
        var one = Inquiry.Open().Heard();
        var own = one.Voices.Single(voice => voice.PersonId == Inquiry.Child).StatementId!.Value;
        Assert.True(one.IsHeard(Inquiry.Child));

        Assert.Null(one.WithdrawStatement(own, Today, Inquiry.By(Now)));
        Assert.False(one.IsHeard(Inquiry.Child));
        Assert.Null(one.MissVoice(Inquiry.Child, WhyNot.DoesNotWant, "She took it back.", Inquiry.By(Now)));
        Assert.True(one.IsHeard(Inquiry.Child));
    }

    [Fact]
    public void A_childs_words_reach_a_parent_after_a_talk_and_a_safety_check()
    {
        var one = Inquiry.Open().Heard();
        var own = one.Voices.Single(voice => voice.PersonId == Inquiry.Child).StatementId!.Value;

        Assert.Equal("child-not-spoken-with", one.Share(own, With(Inquiry.Parent, null, null), Nobody)!.Code);
        Assert.Equal("safety-not-checked", one.Share(own, With(Inquiry.Parent, Today, null), Nobody)!.Code);
        Assert.Null(one.Share(own, With(Inquiry.Child, null, null), Nobody));
        Assert.Null(one.Share(own, With(Inquiry.Parent, Today, "Mother reacted calmly."), Nobody));

        static Sharing With(Guid person, DateOnly? talked, string? check) => new(person, Inquiry.By(Now), talked, check);
    }

    [Fact]
    public void A_childs_words_that_were_said_anew_are_read_once_they_are_shared_anew()
    {
        var one = Inquiry.Open();
        Assert.Null(one.AddStatement(Inquiry.Said(Inquiry.Child, StatementAuthor.Child), Now));
        var own = one.Statements[^1];
        Assert.Null(one.Share(own.Id, new(Inquiry.Parent, Inquiry.By(Now), Today, "She is safe."), Nobody));
        Assert.Null(one.AmendStatement(own.Id, "I saw it twice.", null, Today, Inquiry.By(Now.AddDays(1))));
        Assert.Equal("I saw it.", CaseFile.TextFor(own, Inquiry.Parent));

        Assert.Equal("talk-before-words", one.Share(own.Id, new(Inquiry.Parent, Inquiry.By(Now.AddDays(2)), Today, "She is safe."), Nobody)!.Code);
        Assert.Null(one.Share(own.Id, new(Inquiry.Parent, Inquiry.By(Now.AddDays(2)), Today.AddDays(2), "She is still safe."), Nobody));

        Assert.Equal("I saw it twice.", CaseFile.TextFor(own, Inquiry.Parent));
        Assert.Equal("She is still safe.", Assert.Single(own.SharedWith).SafetyCheck);
    }

    [Fact]
    public void Whom_the_family_knows_as_a_parent_is_one_for_a_childs_words_whatever_the_person_is_called_here()
    {
        var (one, mother) = (Inquiry.Open(), Guid.CreateVersion7());
        Assert.Null(one.AddStatement(Inquiry.Said(Inquiry.Child, StatementAuthor.Child), Now));
        Assert.Null(one.AddConcerned(mother, ConcernedRole.Child, "x", Inquiry.By(Now)));

        Assert.Equal("child-not-spoken-with", one.Share(
            one.Statements[^1].Id, new(mother, Inquiry.By(Now), null, null), one.Family() with { Parents = new HashSet<Guid> { mother } })!.Code);
    }

    [Fact]
    public void Who_was_a_parent_in_it_stays_one_for_a_childs_words()
    {
        var one = Inquiry.Open();
        Assert.Null(one.AddStatement(Inquiry.Said(Inquiry.Child, StatementAuthor.Child), Now));
        var own = one.Statements[^1];
        Assert.Null(one.EndConcern(Inquiry.Parent, "x", Inquiry.By(Now)));
        Assert.Null(one.AddConcerned(Inquiry.Parent, ConcernedRole.Child, "x", Inquiry.By(Now)));

        Assert.Equal("child-not-spoken-with", one.Share(own.Id, new(Inquiry.Parent, Inquiry.By(Now), null, null), Nobody)!.Code);
    }

    [Fact]
    public void A_young_person_of_sixteen_agrees_to_sharing_also_where_it_is_not_known_which_child_spoke()
    {
        var (one, young) = (Inquiry.Open().Heard(), new HashSet<Guid> { Inquiry.Child });
        var own = one.Voices.Single(voice => voice.PersonId == Inquiry.Child).StatementId!.Value;
        Assert.Null(one.AddStatement(Inquiry.Said(author: StatementAuthor.Child), Now));
        var unnamed = one.Statements[^1];

        Assert.Equal("young-person-decides", one.Share(own, new(Inquiry.Parent, Inquiry.By(Now), Today, "She is safe."), young)!.Code);
        Assert.Equal("young-person-decides", one.Share(unnamed.Id, new(Inquiry.Parent, Inquiry.By(Now), Today, "She is safe."), young)!.Code);
        Assert.Null(one.Share(own, new(Inquiry.Parent, Inquiry.By(Now), Today, "She is safe.", Today), young));
        Assert.Null(one.Share(unnamed.Id, new(Inquiry.Parent, Inquiry.By(Now), Today, "She is safe."), Nobody));
    }

    [Fact]
    public void A_relative_does_not_interpret()
    {
        var one = Inquiry.Open();
        var own = Inquiry.Said(Inquiry.Parent, StatementAuthor.Parent);

        Assert.Equal("interpreter-is-relative", one.Hear(own, "Rosa", "In Tigrinya.", Now, new("The aunt", IsRelative: true))!.Code);
        Assert.Empty(one.Statements);
        Assert.Null(one.Hear(own, "Rosa", "In Tigrinya.", Now, new("Register 12345", IsRelative: false)));
        Assert.Equal("Register 12345", one.Voices.Single().Interpreter);
    }

    [Fact]
    public void Only_a_child_is_too_young_to_be_asked()
    {
        var one = Inquiry.Open();
        Assert.Equal("only-a-child-is-too-young", one.MissVoice(Inquiry.Parent, WhyNot.TooYoung, "x", Inquiry.By(Now))!.Code);
        Assert.Null(one.MissVoice(Inquiry.Child, WhyNot.TooYoung, "Two years old; seen at home.", Inquiry.By(Now)));
    }

    [Fact]
    public void Words_reach_nobody_whom_it_does_not_concern()
    {
        var one = Inquiry.Open();
        Assert.Null(one.AddStatement(Inquiry.Said(), Now));
        var said = one.Statements[^1];

        Assert.Equal("not-concerned", one.Share(said.Id, new(Guid.CreateVersion7(), Inquiry.By(Now), Today, "She is safe."), Nobody)!.Code);
        Assert.Empty(said.SharedWith);
    }

    [Fact]
    public void Who_speaks_or_disputes_as_a_child_or_parent_is_one_of_those_concerned()
    {
        var (one, stranger) = (Inquiry.Open(), Guid.CreateVersion7());
        Assert.Null(one.AddStatement(Inquiry.Said(kind: StatementKind.Opinion), Now));
        var opinion = one.Statements[^1];

        Assert.Equal("not-concerned", one.AddStatement(Inquiry.Said(stranger, StatementAuthor.Parent), Now)!.Code);
        Assert.Equal("not-concerned", one.AddStatement(Inquiry.Said(stranger, StatementAuthor.Child), Now)!.Code);
        Assert.Equal("not-concerned", one.AttachOwn(opinion.Id, Inquiry.Said(stranger, StatementAuthor.Parent), Now)!.Code);
        Assert.Equal("not-concerned", one.Contest(opinion.Id, ContestedPart.Content, "Not so.", Now, stranger)!.Code);
        Assert.Null(one.Contest(opinion.Id, ContestedPart.Content, "Not so.", Now, Inquiry.Parent));
        Assert.Null(one.Contest(opinion.Id, ContestedPart.Content, "The uncle: not so.", Now));
        Assert.Equal("not-concerned", one.Settle(opinion.Id, opinion.Contests[0].Id, new(ContestOutcome.Agreed, "x", stranger), Now)!.Code);
        Assert.Null(one.Settle(opinion.Id, opinion.Contests[0].Id, new(ContestOutcome.TakenBack, "x", Inquiry.Parent), Now));
    }

    [Fact]
    public void Who_is_no_child_or_parent_speaks_in_it_and_can_be_in_danger_too()
    {
        var (one, partner) = (Inquiry.Open(children: [], parents: []), Guid.CreateVersion7());

        var family = one.Family() with { Others = new HashSet<Guid> { partner } };

        Assert.Null(one.Say(Inquiry.Said(partner, StatementAuthor.Network), family, Inquiry.By(Now)));
        Assert.Equal("not-concerned", one.JudgeAcuteDanger(partner, "Fresh bruises.", "Rosa", family, Inquiry.By(Now))!.Code);
        Assert.Null(one.AddConcerned(partner, family, "She was there.", Inquiry.By(Now)));
        Assert.Null(one.JudgeAcuteDanger(partner, "Fresh bruises.", "Rosa", family, Inquiry.By(Now)));
        Assert.Equal("not-a-member", one.JudgeAcuteDanger(Guid.CreateVersion7(), "Fresh bruises.", "Rosa", family, Inquiry.By(Now))!.Code);
    }

    [Fact]
    public void A_report_points_to_statements_that_are_there() => Assert.Equal(
        ("unknown-statement-used", RefusalKind.Invalid),
        Inquiry.Open().WriteReport([new("a", "b", [Guid.CreateVersion7()])], null, Inquiry.By(Now)) is { } refusal ? (refusal.Code, refusal.Kind) : default);

    [Fact]
    public void A_report_does_not_repeat_what_somebody_told()
    {
        var one = Inquiry.Open();
        Assert.Null(one.AddStatement(new(
            "When mum sleeps I have to be quiet and I find that boring.", StatementAuthor.Child, StatementKind.Observation, Now, Inquiry.Child), Now));
        var told = one.Statements[^1];

        Assert.Equal("statement-pasted", one.WriteReport([new("a", $"She says: {told.Text.ToUpperInvariant()}", [told.Id])], "x", Inquiry.By(Now))!.Code);
        Assert.Null(one.WriteReport([new("a", "She has to be quiet in the morning.", [told.Id])], "x", Inquiry.By(Now)));
    }

    [Fact]
    public void While_a_new_draft_is_written_the_family_answers_the_one_that_it_has()
    {
        var one = Inquiry.Open().Drafted().Presented().Drafted();
        Assert.Null(one.Rebut(Inquiry.Said(Inquiry.Parent), Now));
        Assert.Equal(1, one.Rebuttals.Single().Draft);
    }

    [Fact]
    public void A_draft_that_the_family_has_is_changed_by_a_new_one()
    {
        var one = Inquiry.Open();
        Assert.Equal("no-new-draft", one.PresentDraft(null, Inquiry.TwoWeeks, Inquiry.By(Now))!.Code);
        Assert.Equal("no-draft-presented", one.MakeReportFinal(Inquiry.By(Now))!.Code);
        one.Drafted().Drafted();
        Assert.Equal("no-draft-to-answer", one.Rebut(Inquiry.Said(Inquiry.Parent), Now)!.Code);
        Assert.Equal("no-draft-presented", one.MakeReportFinal(Inquiry.By(Now))!.Code);
        one.Presented();
        Assert.Equal("no-new-draft", one.PresentDraft(null, Inquiry.TwoWeeks, Inquiry.By(Now))!.Code);

        one.Drafted().Presented();

        Assert.Equal([1, 2], one.Reports.Select(report => report.Number));
        Assert.Equal(new DateOnly(2026, 12, 7), one.Report!.AnswerBy);
        Assert.Single(one.Clocks, clock => clock.Term == "rebuttal" && clock.StoppedAt is null);
        Assert.Equal([1, 2], one.Raised.OfType<DraftReportPresented>().Select(presented => presented.Number));
    }

    [Fact]
    public void It_is_final_once_everybody_answered_or_the_time_is_over()
    {
        var one = Inquiry.Open().Drafted().Presented();
        Assert.Null(one.Rebut(Inquiry.Said(Inquiry.Parent), Now));
        var end = one.RunningClock("rebuttal")!.DueAt;

        Assert.Equal("rebuttal-open", one.MakeReportFinal(Inquiry.By(end.AddTicks(-1)))!.Code);
        Assert.Null(one.MakeReportFinal(Inquiry.By(end)));
        Assert.Equal("report-is-final", one.MakeReportFinal(Inquiry.By(end))!.Code);
        Assert.Equal("report-is-final", one.WriteReport([], null, Inquiry.By(end))!.Code);
        Assert.Equal("no-draft-to-answer", one.Rebut(Inquiry.Said(Inquiry.Child), end)!.Code);

        Assert.NotNull(Inquiry.Open().Drafted().Presented().Final().Report!.FinalAt);
    }

    [Fact]
    public void A_paused_term_to_answer_does_not_end_by_its_old_date()
    {
        var one = Inquiry.Open().Drafted().Presented();
        var clock = one.RunningClock("rebuttal")!;
        Assert.Null(one.PauseClock(clock.Id, PauseReason.FamilyRequest, "Grandmother is ill.", new(2026, 12, 18), Inquiry.Pause, Inquiry.By(Now)));

        Assert.Equal("rebuttal-open", one.MakeReportFinal(Inquiry.By(clock.DueAt.AddDays(1)))!.Code);
    }

    [Fact]
    public void A_changed_statement_flags_the_report_that_uses_it()
    {
        var one = Inquiry.Ready();
        var used = one.Statements[0].Id;
        Assert.Equal("nothing-to-reweigh", one.Reweigh(used, "x", Inquiry.By(Now))!.Code);

        Assert.Null(one.CorrectStatement(used, "It was Monday.", "Wrong day.", Inquiry.By(Now)));
        Assert.Null(one.AmendStatement(used, "It was Monday morning.", null, Today, Inquiry.By(Now)));

        Assert.Equal(used, Assert.Single(one.Raised.OfType<ReportFlagged>()).StatementId);
        Assert.Null(one.Reweigh(used, "It changes nothing.", Inquiry.By(Now)));
        Assert.Single(one.Raised.OfType<ReportReweighed>());
        Assert.Equal("nothing-to-reweigh", one.Reweigh(used, "x", Inquiry.By(Now))!.Code);
    }

    [Fact]
    public void A_statement_that_the_report_does_not_use_flags_nothing()
    {
        var one = Inquiry.Ready();
        Assert.Null(one.AddStatement(Inquiry.Said(), Now));
        var other = one.Statements[^1];
        Assert.Null(one.WithdrawStatement(other.Id, null, Inquiry.By(Now)));
        Assert.Empty(one.Flags);
    }

    [Fact]
    public void A_change_after_the_conclusion_is_weighed_before_the_dossier_is_closed()
    {
        var one = Inquiry.Ready();
        Assert.Null(one.Conclude());
        Assert.Null(one.CorrectStatement(one.Statements[0].Id, "It was Monday.", "Wrong day.", Inquiry.By(Now)));
        one.MakeUpForWhatChanged(Inquiry.MakeUp, Inquiry.By(Now));
        one.MakeUpForWhatChanged(Inquiry.MakeUp, Inquiry.By(Now));

        Assert.NotNull(Assert.Single(one.Clocks, clock => clock.Term == "missingPartsMadeUp"));
        Assert.Equal("dossier-still-needed", one.CloseDossier(Inquiry.By(Now))!.Code);
        one.RunOut("dossierHandover");
        Assert.Contains(one.Assignments, assignment => assignment.Until is null && assignment.Relation == "regionalTeam");

        Assert.Null(one.Reweigh(one.Statements[0].Id, "It changes nothing.", Inquiry.By(Now)));
        Assert.Null(one.RunningClock("missingPartsMadeUp"));
        Assert.DoesNotContain(one.Assignments, assignment => assignment.Until is null && assignment.Relation == "regionalTeam");
    }

    [Fact]
    public void What_changed_before_the_conclusion_starts_no_term_of_its_own()
    {
        var one = Inquiry.Ready();
        Assert.Null(one.CorrectStatement(one.Statements[0].Id, "It was Monday.", "Wrong day.", Inquiry.By(Now)));
        one.MakeUpForWhatChanged(Inquiry.MakeUp, Inquiry.By(Now));
        Assert.Null(one.RunningClock("missingPartsMadeUp"));
    }

    [Fact]
    public void A_draft_that_the_family_has_is_flagged_too()
    {
        var one = Inquiry.Open().Heard().Drafted().Presented();
        Assert.Null(one.WriteReport([new("a", "b", [])], "Sunday.", Inquiry.By(Now)));
        Assert.Null(one.AmendStatement(one.Statements[0].Id, "Otherwise.", null, new(2026, 11, 23), Inquiry.By(Now)));
        Assert.Single(one.Flags);
    }

    [Fact]
    public void Parts_stand_in_the_order_in_which_they_were_written()
    {
        var one = Inquiry.Open();
        Assert.Null(one.WriteReport([.. Enumerable.Range(1, 5).Select(number => new ReportPart($"{number}", "x", []))], "x", Inquiry.By(Now)));
        Assert.Equal(["1", "2", "3", "4", "5"], one.Report!.Parts.Select(part => part.Title));
        Assert.Equal([1, 2, 3, 4, 5], one.Report.Parts.Select(part => part.Place));
    }

    [Theory]
    [InlineData("She says:  when mum sleeps\nI have to be quiet and\tI find that boring", null)]
    [InlineData("We heard: I count the cars until the big clock says eight, she said.", null)]
    [InlineData("x", "Nobody knows why I count the cars until the big clock says eight.")]
    public void A_sentence_of_somebodys_story_is_not_repeated_either(string text, string? unknown)
    {
        var one = Inquiry.Open();
        Assert.Null(one.AddStatement(new(
            "When mum sleeps I have to be quiet and I find that boring. I count the cars until the big clock says eight. Then we go.",
            StatementAuthor.Child, StatementKind.Observation, Now, Inquiry.Child), Now));

        Assert.Equal("statement-pasted", one.WriteReport([new("a", text, [])], unknown, Inquiry.By(Now))!.Code);
    }

    [Fact]
    public void What_is_told_later_is_not_repeated_in_a_draft_that_goes_to_the_family()
    {
        var one = Inquiry.Open();
        const string story = "I saw that she waited outside in the rain for an hour.";
        Assert.Null(one.WriteReport([new("a", story, [])], "x", Inquiry.By(Now)));
        Assert.Null(one.AddStatement(new(story, StatementAuthor.Network, StatementKind.Observation, Now), Now));
        Assert.Equal("statement-pasted", one.PresentDraft(null, Inquiry.TwoWeeks, Inquiry.By(Now))!.Code);
    }

    [Fact]
    public void Nobody_waits_for_the_answer_of_who_can_give_none()
    {
        Guid[] parents = [Inquiry.Parent, Guid.CreateVersion7(), Guid.CreateVersion7()];
        var one = Inquiry.Open(parents: parents);
        Assert.Null(one.MissVoice(Inquiry.Child, WhyNot.TooYoung, "Three months old; seen at home.", Inquiry.By(Now)));
        Assert.Null(one.MissVoice(parents[1], WhyNot.Unknown, "Mother does not say.", Inquiry.By(Now)));
        Assert.Null(one.MissVoice(parents[2], WhyNot.Dead, "Died in 2024.", Inquiry.By(Now)));
        one.Drafted().Presented();

        Assert.Equal([Inquiry.Parent], one.Report!.Presentations.Select(given => given.PersonId));
        Assert.Equal("rebuttal-open", one.MakeReportFinal(Inquiry.By(Now))!.Code);
        Assert.Null(one.Rebut(Inquiry.Said(Inquiry.Parent, StatementAuthor.Parent), Now));
        Assert.Null(one.MakeReportFinal(Inquiry.By(Now)));
    }

    [Fact]
    public void It_is_kept_who_got_the_draft_and_when()
    {
        var one = Inquiry.Open().Drafted();
        Assert.Equal("not-concerned", one.PresentDraft([Guid.CreateVersion7()], Inquiry.TwoWeeks, Inquiry.By(Now))!.Code);
        Assert.Null(one.PresentDraft([Inquiry.Parent], Inquiry.TwoWeeks, Inquiry.By(Now)));
        Assert.Equal("draft-not-given", one.MakeReportFinal(Inquiry.By(Now))!.Code);
        Assert.Equal("no-new-draft", one.PresentDraft([Inquiry.Parent], Inquiry.TwoWeeks, Inquiry.By(Now.AddDays(1)))!.Code);

        Assert.Null(one.PresentDraft(null, Inquiry.TwoWeeks, Inquiry.By(Now.AddDays(7))));

        Assert.Equal([(Inquiry.Parent, Now), (Inquiry.Child, Now.AddDays(7))], one.Report!.Presentations.Select(given => (given.PersonId, given.At)));
        // Who gets it last has as long to answer.
        Assert.Equal((Now, new DateOnly(2026, 12, 14)), (one.Report.PresentedAt!.Value, one.Report.AnswerBy));
        Assert.Equal("rebuttal-open", one.MakeReportFinal(Inquiry.By(Now.AddDays(14)))!.Code);
        Assert.Null(one.MakeReportFinal(Inquiry.By(Now.AddDays(22))));
    }

    [Fact]
    public void Who_can_not_be_reached_does_not_hold_up_the_report()
    {
        var one = Inquiry.Open().Drafted();
        Assert.Null(one.PresentDraft([Inquiry.Child], Inquiry.TwoWeeks, Inquiry.By(Now)));
        Assert.Null(one.MissVoice(Inquiry.Parent, WhyNot.NotReached, "Called five times, wrote twice.", Inquiry.By(Now)));
        Assert.Null(one.MakeReportFinal(Inquiry.By(Now.AddDays(22))));
    }
}
