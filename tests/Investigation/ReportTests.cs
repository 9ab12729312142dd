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
        Inquiry.Open().AddStatement(Statement.Record(1, StatementKind.Observation, StatementAuthor.Parent, "x", Now.AddHours(1)), Now)!.Code);

    [Fact]
    public void A_childs_words_are_not_recorded_under_another_name()
    {
        var one = Inquiry.Open();
        var opinion = Inquiry.Said(kind: StatementKind.Opinion);
        Assert.Null(one.AddStatement(opinion, Now));

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
        Assert.Equal("not-concerned", one.MissVoice(Guid.CreateVersion7(), WhyNot.Dead, "x", Now)!.Code);
        Assert.Equal("not-concerned", one.Rebut(Inquiry.Said(), Now)!.Code);
        Assert.Equal("not-concerned", one.AskCounterExpertise(Guid.CreateVersion7(), "x", Inquiry.TwoWeeks, Now)!.Code);
    }

    [Fact]
    public void Words_that_were_taken_back_are_no_voice()
    {
        var one = Inquiry.Open().Heard();
        var own = one.Voices.Single(voice => voice.PersonId == Inquiry.Child).StatementId!.Value;
        Assert.True(one.IsHeard(Inquiry.Child));

        Assert.Null(one.WithdrawStatement(own, Inquiry.Rosa, Today, Now));
        Assert.False(one.IsHeard(Inquiry.Child));
        Assert.Null(one.MissVoice(Inquiry.Child, WhyNot.DoesNotWant, "She took it back.", Now));
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

        static Sharing With(Guid person, DateOnly? talked, string? check) => new(person, Now, "rosa", talked, check);
    }

    [Fact]
    public void Who_was_a_parent_in_it_stays_one_for_a_childs_words()
    {
        var one = Inquiry.Open().Heard();
        var own = one.Voices.Single(voice => voice.PersonId == Inquiry.Child).StatementId!.Value;
        Assert.Null(one.EndConcern(Inquiry.Parent, "x", "rosa", Now));
        Assert.Null(one.AddConcerned(Inquiry.Parent, ConcernedRole.Child, "x", "rosa", Now));

        Assert.Equal("child-not-spoken-with", one.Share(own, new(Inquiry.Parent, Now, "rosa", null, null), Nobody)!.Code);
    }

    [Fact]
    public void A_young_person_of_sixteen_agrees_to_sharing_also_where_it_is_not_known_which_child_spoke()
    {
        var (one, young) = (Inquiry.Open().Heard(), new HashSet<Guid> { Inquiry.Child });
        var own = one.Voices.Single(voice => voice.PersonId == Inquiry.Child).StatementId!.Value;
        var unnamed = Inquiry.Said(author: StatementAuthor.Child);
        Assert.Null(one.AddStatement(unnamed, Now));

        Assert.Equal("young-person-decides", one.Share(own, new(Inquiry.Parent, Now, "rosa", Today, "She is safe."), young)!.Code);
        Assert.Equal("young-person-decides", one.Share(unnamed.Id, new(Inquiry.Parent, Now, "rosa", Today, "She is safe."), young)!.Code);
        Assert.Null(one.Share(own, new(Inquiry.Parent, Now, "rosa", Today, "She is safe.", Today), young));
        Assert.Null(one.Share(unnamed.Id, new(Inquiry.Parent, Now, "rosa", Today, "She is safe."), Nobody));
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
        Assert.Equal("only-a-child-is-too-young", one.MissVoice(Inquiry.Parent, WhyNot.TooYoung, "x", Now)!.Code);
        Assert.Null(one.MissVoice(Inquiry.Child, WhyNot.TooYoung, "Two years old; seen at home.", Now));
    }

    [Fact]
    public void Words_reach_nobody_whom_it_does_not_concern()
    {
        var one = Inquiry.Open();
        var said = Inquiry.Said();
        Assert.Null(one.AddStatement(said, Now));

        Assert.Equal("not-concerned", one.Share(said.Id, new(Guid.CreateVersion7(), Now, "rosa", Today, "She is safe."), Nobody)!.Code);
        Assert.Empty(said.SharedWith);
    }

    [Fact]
    public void Who_speaks_or_disputes_as_a_child_or_parent_is_one_of_those_concerned()
    {
        var (one, stranger) = (Inquiry.Open(), Guid.CreateVersion7());
        var opinion = Inquiry.Said(kind: StatementKind.Opinion);
        Assert.Null(one.AddStatement(opinion, Now));

        Assert.Equal("not-concerned", one.AddStatement(Inquiry.Said(stranger, StatementAuthor.Parent), Now)!.Code);
        Assert.Equal("not-concerned", one.AddStatement(Inquiry.Said(stranger, StatementAuthor.Child), Now)!.Code);
        Assert.Equal("not-concerned", one.AttachOwn(opinion.Id, Inquiry.Said(stranger, StatementAuthor.Parent), Now)!.Code);
        Assert.Equal("not-concerned", one.Contest(opinion.Id, ContestedPart.Content, "Not so.", new("rosa", stranger), Now)!.Code);
        Assert.Null(one.Contest(opinion.Id, ContestedPart.Content, "Not so.", new("rosa", Inquiry.Parent), Now));
        Assert.Null(one.Contest(opinion.Id, ContestedPart.Content, "The uncle: not so.", Inquiry.Rosa, Now));
        Assert.Equal("not-concerned", one.Settle(opinion.Id, opinion.Contests[0].Id, new(ContestOutcome.Agreed, "x", stranger), Now)!.Code);
        Assert.Null(one.Settle(opinion.Id, opinion.Contests[0].Id, new(ContestOutcome.TakenBack, "x", Inquiry.Parent), Now));
    }

    [Fact]
    public void Who_is_no_child_or_parent_speaks_in_it_and_can_be_in_danger_too()
    {
        var (one, partner) = (Inquiry.Open(children: [], parents: []), Guid.CreateVersion7());

        Assert.Null(one.AddStatement(Inquiry.Said(partner, StatementAuthor.Network), Now));
        Assert.Null(one.JudgeAcuteDanger(partner, "Fresh bruises.", "Rosa", "rosa", Now));
    }

    [Fact]
    public void A_report_points_to_statements_that_are_there() => Assert.Equal(
        ("unknown-statement-used", RefusalKind.Invalid),
        Inquiry.Open().WriteReport([new("a", "b", [Guid.CreateVersion7()])], null, Now) is { } refusal ? (refusal.Code, refusal.Kind) : default);

    [Fact]
    public void A_report_does_not_repeat_what_somebody_told()
    {
        var one = Inquiry.Open();
        var told = Statement.Record(1, StatementKind.Observation, StatementAuthor.Child, "When mum sleeps I have to be quiet and I find that boring.", Now, "rosa", Inquiry.Child);
        Assert.Null(one.AddStatement(told, Now));

        Assert.Equal("statement-pasted", one.WriteReport([new("a", $"She says: {told.Text.ToUpperInvariant()}", [told.Id])], "x", Now)!.Code);
        Assert.Null(one.WriteReport([new("a", "She has to be quiet in the morning.", [told.Id])], "x", Now));
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
        Assert.Equal("no-new-draft", one.PresentDraft(Inquiry.TwoWeeks, Now)!.Code);
        Assert.Equal("no-draft-presented", one.MakeReportFinal(Now)!.Code);
        one.Drafted().Drafted();
        Assert.Equal("no-draft-to-answer", one.Rebut(Inquiry.Said(Inquiry.Parent), Now)!.Code);
        Assert.Equal("no-draft-presented", one.MakeReportFinal(Now)!.Code);
        one.Presented();
        Assert.Equal("no-new-draft", one.PresentDraft(Inquiry.TwoWeeks, Now)!.Code);

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

        Assert.Equal("rebuttal-open", one.MakeReportFinal(end.AddTicks(-1))!.Code);
        Assert.Null(one.MakeReportFinal(end));
        Assert.Equal("report-is-final", one.MakeReportFinal(end)!.Code);
        Assert.Equal("report-is-final", one.WriteReport([], null, end)!.Code);
        Assert.Equal("no-draft-to-answer", one.Rebut(Inquiry.Said(Inquiry.Child), end)!.Code);

        Assert.NotNull(Inquiry.Open().Drafted().Presented().Final().Report!.FinalAt);
    }

    [Fact]
    public void A_paused_term_to_answer_does_not_end_by_its_old_date()
    {
        var one = Inquiry.Open().Drafted().Presented();
        var clock = one.RunningClock("rebuttal")!;
        Assert.Null(one.PauseClock(clock.Id, PauseReason.FamilyRequest, "Grandmother is ill.", Now));

        Assert.Equal("rebuttal-open", one.MakeReportFinal(clock.DueAt.AddDays(1))!.Code);
    }

    [Fact]
    public void A_changed_statement_flags_the_report_that_uses_it()
    {
        var one = Inquiry.Ready();
        var used = one.Statements[0].Id;
        Assert.Equal("nothing-to-reweigh", one.Reweigh(used, "x", Now)!.Code);

        Assert.Null(one.CorrectStatement(used, Inquiry.Rosa, "It was Monday.", "Wrong day.", Now));
        Assert.Null(one.AmendStatement(used, Inquiry.Rosa, "It was Monday morning.", null, Today, Now));

        Assert.Equal(used, Assert.Single(one.Raised.OfType<ReportFlagged>()).StatementId);
        Assert.Null(one.Reweigh(used, "It changes nothing.", Now));
        Assert.Single(one.Raised.OfType<ReportReweighed>());
        Assert.Equal("nothing-to-reweigh", one.Reweigh(used, "x", Now)!.Code);
    }

    [Fact]
    public void A_statement_that_the_report_does_not_use_flags_nothing()
    {
        var one = Inquiry.Ready();
        var other = Inquiry.Said();
        Assert.Null(one.AddStatement(other, Now));
        Assert.Null(one.WithdrawStatement(other.Id, Inquiry.Rosa, null, Now));
        Assert.Empty(one.Flags);
    }
}
