using System.Text.Json.Nodes;
using Geborgen.Casework;
using Geborgen.Contracts.Investigation;
using Geborgen.Investigation.Investigations;
using Geborgen.Investigation.OwnVoice;

namespace Geborgen.Investigation.Tests;

/// <summary>Who of the family reads what of a report: whoever knows all that it rests on.</summary>
public class ReaderTests
{
    static readonly DateTimeOffset Now = Inquiry.Now;
    static readonly DateOnly Today = WorkingDays.DateOf(Now);
    static readonly Guid Mother = Guid.CreateVersion7(), FatherA = Guid.CreateVersion7(), FatherB = Guid.CreateVersion7();
    static readonly TimeLimits Limits = TimeLimits.Read(Path.Combine(AppContext.BaseDirectory, "time-limits.json"));

    [Fact]
    public void A_father_reads_his_part_and_not_the_one_on_the_mother_and_the_other_father()
    {
        var one = TwoFathers();
        Assert.Null(Present(one));

        Assert.Equal(["With B"], PartsOf(one, FatherB));
        Assert.Equal(["With A"], PartsOf(one, FatherA));
        Assert.Equal(["With A", "With B", "What we think"], PartsOf(one, Mother));
        Assert.Null(Own(one, FatherB).Draft!.WhatStaysUnknown);
        Assert.Equal("Sunday.", Own(one, Mother).Draft!.WhatStaysUnknown!.ToString());
    }

    [Fact]
    public void A_part_that_names_nothing_can_tell_of_all_that_the_others_rest_on()
    {
        var one = TwoFathers();
        var draft = one.Report!;

        Assert.Equal([Mother], one.ReadersOf(draft, draft.Parts[2], Today));
        Assert.Equal([Mother], one.ReadersOfUnknown(draft, Today));
    }

    [Fact]
    public void Where_a_report_names_nothing_it_can_tell_of_all_that_was_said()
    {
        var one = Inquiry.Open();
        var said = one.Added();
        Assert.Null(one.WriteReport([new("a", "b", [])], "Sunday.", Inquiry.By(Now)));
        Assert.Equal("nothing-to-read", Present(one)!.Code);

        one.Shared(said, Inquiry.Parent);

        Assert.Null(Present(one));
        Assert.Equal([Inquiry.Parent], one.Report!.Presentations.Select(given => given.PersonId));
    }

    [Fact]
    public void The_investigator_narrows_the_readers_and_never_widens_them()
    {
        var one = TwoFathers();
        var withB = one.Report!.Parts[1].Statements;

        Assert.Equal("reader-beyond-shared", one.WriteReport([new("With B", "x", withB, [FatherA])], "Sunday.", Inquiry.By(Now))!.Code);
        Assert.Equal("reader-beyond-shared", one.WriteReport([new("With B", "x", withB), new("What we think", "x", [], [FatherA])], "Sunday.", Inquiry.By(Now))!.Code);
        Assert.Equal("reader-beyond-shared", one.WriteReport([new("With B", "x", withB)], "Sunday.", Inquiry.By(Now), [FatherA])!.Code);
        Assert.Null(one.WriteReport([new("With B", "x", withB, [FatherB])], "Sunday.", Inquiry.By(Now), [Mother]));

        Assert.Null(Present(one));
        Assert.Equal([], PartsOf(one, Mother));
        Assert.Equal(["With B"], PartsOf(one, FatherB));
        Assert.Null(Own(one, FatherB).Draft!.WhatStaysUnknown);
    }

    [Fact]
    public void What_rests_on_a_childs_words_is_read_after_the_talk_and_the_safety_check_and_of_new_words_after_new_ones()
    {
        var one = Inquiry.Open();
        var words = one.Added(Inquiry.Child);
        one.Drafted();
        Assert.Equal([Inquiry.Child], one.ReadersOf(one.Report!, one.Report!.Parts[0], Today));
        Assert.Equal("nothing-to-read", one.PresentDraft([Inquiry.Parent], Inquiry.TwoWeeks, Inquiry.By(Now))!.Code);

        one.Shared(words, Inquiry.Parent);
        Assert.Equal([Inquiry.Child, Inquiry.Parent], one.ReadersOf(one.Report!, one.Report!.Parts[0], Today));

        Assert.Null(one.AmendStatement(words.Id, "I saw it twice.", null, Today, Inquiry.By(Now.AddDays(1))));
        Assert.Equal([Inquiry.Child], one.ReadersOf(one.Report!, one.Report!.Parts[0], Today));
        one.Shared(words, Inquiry.Parent, Now.AddDays(2));
        Assert.Equal([Inquiry.Child, Inquiry.Parent], one.ReadersOf(one.Report!, one.Report!.Parts[0], Today));
    }

    [Fact]
    public void Who_comes_to_know_more_gets_the_rest_and_time_to_answer_it()
    {
        var one = TwoFathers();
        Assert.Null(Present(one));
        Assert.Equal("no-new-draft", Present(one)!.Code);
        foreach (var words in one.Statements.Where(said => said.PersonId != FatherB && !said.SharedWith.Any(sharing => sharing.PersonId == FatherB)))
            one.Shared(words, FatherB);

        Assert.Null(one.PresentDraft([FatherB], Inquiry.TwoWeeks, Inquiry.By(Now.AddDays(3))));

        Assert.Equal(["With A", "With B", "What we think"], PartsOf(one, FatherB));
        Assert.Equal(Today.AddDays(3 + 14), one.Report!.AnswerBy);
        Assert.Equal([1, 3], one.Report.Presentations[^1].Parts);
    }

    [Fact]
    public void A_part_that_nobody_could_answer_is_in_no_final_report_unless_it_is_kept_from_all()
    {
        var one = Inquiry.Open(children: []);
        Guid seen = one.Added().Id, own = one.Added(Inquiry.Parent).Id;
        Assert.Null(one.WriteReport([new("Seen", "x", [seen]), new("Told", "x", [own])], "Sunday.", Inquiry.By(Now)));
        Assert.Null(Present(one));
        Assert.Null(one.Rebut(Inquiry.Said(Inquiry.Parent, StatementAuthor.Parent), Now));
        Assert.Equal("part-unread", one.MakeReportFinal(Inquiry.By(Now))!.Code);

        Assert.Null(one.WithholdStatement(seen, new("Wmo 2015 article 5.3.2", "He threatens her.", Today.AddDays(3), Today.AddDays(9)), Inquiry.By(Now)));

        Assert.Null(one.MakeReportFinal(Inquiry.By(Now)));
        Assert.Equal([2], Assert.Single(one.Rebuttals).Parts);
    }

    [Fact]
    public void A_part_for_somebody_who_can_not_be_reached_does_not_hold_up_the_report()
    {
        var one = TwoFathers();
        Assert.Null(one.WriteReport([.. one.Report!.Parts.Take(2).Select(part => new ReportPart(part.Title, part.Text, part.Statements, [part.Title == "With A" ? FatherA : FatherB]))], "Sunday.", Inquiry.By(Now)));
        Assert.Null(one.MissVoice(FatherB, WhyNot.NotReached, "Called five times.", Inquiry.By(Now)));
        Assert.Null(one.PresentDraft([Mother, FatherA], Inquiry.TwoWeeks, Inquiry.By(Now)));

        Assert.Null(one.MakeReportFinal(Inquiry.By(Now.AddDays(20))));
    }

    [Fact]
    public void Parts_that_rest_on_what_is_withheld_are_left_out_of_what_somebody_gets()
    {
        var one = Inquiry.Open().Heard();
        var words = one.Statements.Single(said => said.PersonId == Inquiry.Child);
        Assert.Null(one.WithholdStatement(words.Id, new("Wmo 2015 article 5.3.2", "He threatens her.", new(2026, 12, 1), new(2026, 12, 31)), Inquiry.By(Now)));
        Assert.Null(one.WriteReport([new("a", "b", []), new("c", "d", [words.Id])], "Sunday.", Inquiry.By(Now)));

        Assert.Null(Present(one));

        Assert.Equal(2, one.Report!.Presentations.Count);
        Assert.All(one.Report.Presentations, given => Assert.Equal([1], given.Parts));
    }

    [Fact]
    public void A_child_under_twelve_and_one_whose_age_nobody_knows_gets_a_talk_and_no_paper()
    {
        var one = Inquiry.Open().Heard().Drafted();
        var young = one.Family() with { FromTwelve = new HashSet<Guid>() };
        DraftTalk talk = new(Today, "Lotte", "While drawing.");
        Assert.Equal("not-concerned", one.TalkAboutDraft(Guid.CreateVersion7(), talk, false, young, Inquiry.By(Now))!.Code);
        Assert.Equal("child-gets-a-talk", one.PresentDraft([Inquiry.Child], young, Inquiry.TwoWeeks, Inquiry.By(Now))!.Code);
        Assert.Null(one.PresentDraft(null, young, Inquiry.TwoWeeks, Inquiry.By(Now)));
        Assert.Equal([Inquiry.Parent], one.Report!.Presentations.Select(given => given.PersonId));
        Assert.Null(one.Rebut(Inquiry.Said(Inquiry.Parent, StatementAuthor.Parent), Now));
        Assert.Equal("draft-not-talked-about", one.MakeReportFinal(young, Inquiry.By(Now))!.Code);

        Assert.Equal("talk-in-future", one.TalkAboutDraft(Inquiry.Child, new(Today.AddDays(1), "Lotte", "x"), false, young, Inquiry.By(Now))!.Code);
        Assert.Equal("talk-before-draft", one.TalkAboutDraft(Inquiry.Child, new(Today.AddDays(-1), "Lotte", "x"), false, young, Inquiry.By(Now))!.Code);
        Assert.Equal("interpreter-is-relative", one.TalkAboutDraft(Inquiry.Child, new(Today, "Lotte", "x", "The aunt"), true, young, Inquiry.By(Now))!.Code);
        Assert.Null(one.TalkAboutDraft(Inquiry.Child, talk, false, young, Inquiry.By(Now)));

        Assert.Equal((Inquiry.Child, 1), one.Raised.OfType<DraftTalkHeld>().Select(held => (held.PersonId, held.Number)).Single());
        Assert.Null(Own(one, Inquiry.Child).Draft);
        Assert.True(one.IsKnownTo(Inquiry.Child));
        Assert.Null(one.Rebut(Inquiry.Said(Inquiry.Child, StatementAuthor.Child), young, Inquiry.By(Now)));
        Assert.Null(one.MakeReportFinal(young, Inquiry.By(Now)));
        Assert.Equal("no-new-draft", one.TalkAboutDraft(Inquiry.Child, talk, false, young, Inquiry.By(Now))!.Code);
    }

    [Fact]
    public void From_twelve_somebody_gets_the_draft_itself()
    {
        var one = Inquiry.Open().Drafted();
        DraftTalk talk = new(Today, "Lotte", "While drawing.");

        Assert.Equal("gets-the-draft", one.TalkAboutDraft(Inquiry.Child, talk, false, one.Family(), Inquiry.By(Now))!.Code);
        Assert.Equal("gets-the-draft", one.TalkAboutDraft(Inquiry.Parent, talk, false, one.Family(), Inquiry.By(Now))!.Code);
    }

    [Fact]
    public void A_draft_about_which_was_spoken_is_changed_by_a_new_one_and_nobody_makes_a_child_talk()
    {
        var one = Inquiry.Open(parents: []).Drafted();
        var young = one.Family() with { FromTwelve = new HashSet<Guid>() };
        Assert.Null(one.TalkAboutDraft(Inquiry.Child, new(Today, "Lotte", "While drawing."), false, young, Inquiry.By(Now)));
        one.Drafted();

        Assert.Equal([1, 2], one.Reports.Select(report => report.Number));
        Assert.Null(one.PresentDraft(null, young, Inquiry.TwoWeeks, Inquiry.By(Now)));
        Assert.Equal("draft-not-talked-about", one.MakeReportFinal(young, Inquiry.By(Now.AddDays(20)))!.Code);
        Assert.Null(one.MissVoice(Inquiry.Child, WhyNot.DoesNotWant, "She wants to play.", Inquiry.By(Now.AddDays(20))));
        Assert.Null(one.MakeReportFinal(young, Inquiry.By(Now.AddDays(20))));
    }

    [Fact]
    public void Words_that_were_changed_where_they_were_told_are_passed_on_once_they_were_taken_over_again()
    {
        var (one, told) = (Inquiry.Open(), Told());
        Assert.Null(one.TakeOver(told, "rosa", Now));
        var copy = one.Statements[0];
        one.Shared(copy, Inquiry.Child);
        one.Drafted();

        one.FollowChange(told.Id, 2, withdrawn: false, Now);

        Assert.Equal("changed-at-source", one.Share(copy.Id, new(Inquiry.Parent, Inquiry.By(Now), null, null), new HashSet<Guid>())!.Code);
        Assert.Equal("changed-at-source", Present(one)!.Code);
        Assert.NotEmpty(one.SharedWith(Inquiry.Child, Today));
        Assert.Null(one.TakeOver(told with { Number = 2, Text = "Seen with a coat." }, "rosa", Now));
        one.Shared(copy, Inquiry.Parent);
        Assert.Null(Present(one));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_draft_does_not_rest_on_words_that_were_taken_back_or_out(bool back)
    {
        var (one, told) = (Inquiry.Open(), Told());
        Assert.Null(one.TakeOver(told, "rosa", Now));
        one.Drafted();

        if (back)
            one.FollowChange(told.Id, 2, withdrawn: true, Now);
        else
            one.FollowRemoval(told.Id, Now);

        Assert.Equal("rests-on-withdrawn", Present(one)!.Code);
        Assert.Equal("statement-not-standing", one.Share(one.Statements[0].Id, new(Inquiry.Parent, Inquiry.By(Now), null, null), new HashSet<Guid>())!.Code);
        Assert.Null(one.WriteReport([new("a", "b", [])], "Sunday.", Inquiry.By(Now)));
        Assert.Null(one.PresentDraft(null, Inquiry.TwoWeeks, Inquiry.By(Now)));
    }

    [Fact]
    public void The_words_of_a_conclusion_are_read_by_who_knows_all_that_the_report_rests_on_and_everybody_reads_an_explanation()
    {
        var one = TwoFathers();
        Assert.Null(one.JudgeAcuteDanger(Mother, "Fresh bruises.", "Rosa", one.Family(), Inquiry.By(Now)));

        Assert.Equal("conclusion-unexplained", Conclude(new())!.Code);
        Assert.Equal("reader-beyond-shared", Conclude(new([FatherA], "You hear from us."))!.Code);
        Assert.Equal("statement-pasted", Conclude(new(null, "Somebody says: I saw it on Sunday when nobody else was there."))!.Code);
        Assert.Null(Conclude(new(null, "You hear from us.")));

        Assert.Equal([Mother], one.Conclusion!.Readers);
        var (mother, father) = (Own(one, Mother).Conclusion!, Own(one, FatherB).Conclusion!);
        Assert.Equal(("You get help that you want.", "Mother and grandmother keep watch."), (mother.Explanation.ToString(), mother.Reason!.ToString()));
        Assert.Equal(("You hear from us.", null, null, null), (father.Explanation.ToString(), father.Reason, father.Alternatives, father.MissingExplained));
        Assert.Equal((mother.Outcome, mother.LegalBasis, mother.Remedy), (father.Outcome, father.LegalBasis, father.Remedy));

        Refusal? Conclude(ConclusionReading reading) =>
            one.Conclude(ConclusionOutcome.VoluntarySupport, Inquiry.Decision, "The report follows.", Inquiry.Terms, Inquiry.By(Now), reading);
    }

    [Fact]
    public void Where_everybody_knows_all_of_it_nothing_is_sent_about_readers()
    {
        var one = Inquiry.Ready();

        Assert.Null(one.Conclude());

        Assert.Equal([Inquiry.Child, Inquiry.Parent], one.Conclusion!.Readers);
        Assert.All(one.Report!.Presentations, given => Assert.True(given.WhatStaysUnknown && given.Parts is [1]));
    }

    [Fact]
    public void The_frozen_dossier_says_who_read_what()
    {
        var one = Inquiry.Open().Heard().Drafted();
        var young = one.Family() with { FromTwelve = new HashSet<Guid>() };
        Assert.Null(one.PresentDraft(null, young, Inquiry.TwoWeeks, Inquiry.By(Now)));
        Assert.Null(one.TalkAboutDraft(Inquiry.Child, new(Today, "Lotte", "While drawing."), false, young, Inquiry.By(Now.AddHours(1))));
        Assert.Null(one.Rebut(Inquiry.Said(Inquiry.Parent, StatementAuthor.Parent), Now));
        Assert.Null(one.MakeReportFinal(young, Inquiry.By(Now)));
        Assert.Null(one.FreezeDossier(Inquiry.By(Now)));

        var report = JsonNode.Parse(one.Dossiers[0].Content)!["report"]!;

        Assert.Equal((null, "Lotte"), ((string?)report["presentations"]![0]!["talk"]?["spokenBy"], (string?)report["presentations"]![1]!["talk"]!["spokenBy"]));
        Assert.Equal([1], report["presentations"]![0]!["parts"]!.AsArray().Select(place => (int)place!));
        Assert.Equal([1], report["rebuttals"]![0]!["parts"]!.AsArray().Select(place => (int)place!));
    }

    /// <summary>What was said with each father is known to him and the mother; the draft has a part on each, and one that names nothing.</summary>
    static Investigations.Investigation TwoFathers()
    {
        var one = Inquiry.Open(children: [], parents: [Mother, FatherA, FatherB]);
        var (withA, withB) = (new List<Guid>(), new List<Guid>());
        foreach (var (father, words) in new[] { (FatherA, withA), (FatherB, withB) })
        {
            Assert.Null(one.AddStatement(new("I saw it on Sunday when nobody else was there.", StatementAuthor.Network, StatementKind.Observation, Now), Now));
            one.Shared(one.Statements[^1], Mother);
            one.Shared(one.Statements[^1], father);
            words.AddRange([one.Statements[^1].Id, one.Added(father).Id]);
            one.Shared(one.Statements[^1], Mother);
        }
        Assert.Null(one.WriteReport([new("With A", "x", [.. withA]), new("With B", "x", [.. withB]), new("What we think", "x", [])], "Sunday.", Inquiry.By(Now)));
        return one;
    }

    static Refusal? Present(Investigations.Investigation one) => one.PresentDraft(null, Inquiry.TwoWeeks, Inquiry.By(Now));

    static OwnInvestigation Own(Investigations.Investigation one, Guid reader) => OwnInvestigation.Of(one, reader, "parent", Limits, Today);

    static IEnumerable<string> PartsOf(Investigations.Investigation one, Guid reader) => Own(one, reader).Draft?.Parts.Select(part => part.Title.ToString()) ?? [];

    static ToldStatement Told() => new(
        Guid.CreateVersion7(), Guid.CreateVersion7(), StatementKind.Observation, StatementAuthor.Reporter, null, "Seen without a coat.", Now,
        1, StatementStatus.Standing, ContestStatus.NotContested, GivesReporterAway: false);
}
