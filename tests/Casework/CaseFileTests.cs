using Geborgen.Contracts.Casework;
using Geborgen.Support;

namespace Geborgen.Casework.Tests;

public class CaseFileTests
{
    static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
    static readonly DateOnly Today = new(2026, 11, 23);
    static readonly TimeLimit SixWeeks = new(Clock.PauseTerm, 6, TimeLimitUnit.Weeks, "x", default, null);
    static readonly Actor Author = "rosa".At(Now), Other = "daan".At(Now);
    static readonly Guid Parent = Guid.CreateVersion7();
    static readonly Audience AParent = new(WithParent: true);
    static readonly Settlement Agreed = new(ContestOutcome.Agreed, "They spoke.", WordOf: "Both");

    readonly TestFile file = new();

    [Fact]
    public void Only_its_author_amends_or_withdraws_and_what_was_said_stays()
    {
        var said = Said();

        Assert.Equal("not-the-author", file.AmendStatement(said.Id, "x", null, Today, Other)!.Code);
        Assert.Equal("not-the-author", file.WithdrawStatement(said.Id, Today, Other)!.Code);
        Assert.Null(file.AmendStatement(said.Id, "Otherwise.", StatementKind.Reported, null, Author));
        Assert.Null(file.WithdrawStatement(said.Id, null, Author));

        Assert.Equal([(1, "I saw it.", StatementChange.Amended), (2, "Otherwise.", StatementChange.Withdrawn)],
            said.Earlier.Select(version => (version.Number, version.Text, version.Change)));
        Assert.Equal(["amended", "withdrawn"], file.Raised.OfType<StatementChanged>().Select(changed => changed.Change));
        Assert.Equal([StatementChange.Amended, StatementChange.Withdrawn], file.Seen);
    }

    [Fact]
    public void A_member_knows_of_a_file_in_which_the_member_spoke_or_of_which_something_was_shared()
    {
        var (speaker, reader, disputing, other) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        Said(person: speaker);
        var shared = Said();
        Assert.Null(file.ShareStatement(shared.Id, new Sharing(reader, Author, null, null), AParent));
        Assert.Null(file.ContestStatement(shared.Id, ContestedPart.Content, "x", disputing, Author));
        var mistaken = Said(person: other);
        Assert.True(file.IsKnownTo(other));
        Assert.Null(file.TakeOutStatement(mistaken.Id, Now));

        Assert.Equal([true, true, true, false], new[] { speaker, reader, disputing, other }.Select(file.IsKnownTo));
    }

    [Fact]
    public void Whose_words_they_are_is_their_author_and_nobody_else()
    {
        var said = Said(person: Parent);

        Assert.Equal("not-the-author", file.AmendStatement(said.Id, "x", null, Today, "father".At(Now, Guid.CreateVersion7()))!.Code);
        Assert.Null(file.AmendStatement(said.Id, "I said otherwise.", null, null, "mother".At(Now, Parent)));
        Assert.Null(said.Earlier[0].AgreedOn);
        Assert.Null(file.WithdrawStatement(said.Id, null, "mother".At(Now, Parent)));
    }

    [Theory]
    [InlineData(StatementAuthor.Parent, true)]
    [InlineData(StatementAuthor.Network, true)]
    [InlineData(StatementAuthor.Child, false)]
    [InlineData(StatementAuthor.Parent, false)]
    public void Who_wrote_somebodys_words_down_changes_them_once_they_were_read_back(StatementAuthor author, bool named)
    {
        var said = Said(author: author, person: named ? Parent : null);

        Assert.Equal("not-read-back", file.AmendStatement(said.Id, "x", null, null, Author)!.Code);
        Assert.Equal("not-read-back", file.WithdrawStatement(said.Id, null, Author)!.Code);
        Assert.Equal("agreed-in-future", file.AmendStatement(said.Id, "x", null, Today.AddDays(1), Author)!.Code);
        Assert.Equal("agreed-in-future", file.WithdrawStatement(said.Id, Today.AddDays(1), Author)!.Code);
        Assert.Equal(("I saw it.", 1), (said.Text, said.Number));

        Assert.Null(file.AmendStatement(said.Id, "She said otherwise.", null, Today, Author));
        Assert.Null(file.WithdrawStatement(said.Id, Today, Author));
        Assert.Equal([Today, Today], said.Earlier.Select(version => version.AgreedOn));
    }

    [Fact]
    public void What_a_member_of_the_family_wrote_under_the_own_login_is_theirs()
    {
        var said = Said(author: StatementAuthor.Parent);
        Assert.Null(file.AmendStatement(said.Id, "I said otherwise.", null, null, Author with { PersonId = Parent }));
    }

    [Fact]
    public void Said_otherwise_it_keeps_its_kind_unless_another_is_named()
    {
        var opinion = Said(StatementKind.Opinion);

        Assert.Null(file.AmendStatement(opinion.Id, "I still think so.", null, null, Author));
        Assert.Equal(StatementKind.Opinion, opinion.Kind);
        Assert.Equal("opinion-not-correctable", file.CorrectStatement(opinion.Id, "x", "x", Other)!.Code);
        Assert.Null(file.AmendStatement(opinion.Id, "I saw it.", StatementKind.Observation, null, Author));
        Assert.Equal(StatementKind.Observation, opinion.Kind);
    }

    [Fact]
    public void What_no_longer_stands_is_not_changed_contested_or_shared()
    {
        var said = Said();
        Assert.Null(file.TakeOutStatement(said.Id, Now));

        Assert.All(
            [
                file.AmendStatement(said.Id, "x", null, null, Author), file.WithdrawStatement(said.Id, null, Author),
                file.CorrectStatement(said.Id, "x", "x", Author), file.TakeOutStatement(said.Id, Now),
                file.ContestStatement(said.Id, ContestedPart.Content, "x", personId: null, Other), file.ShareStatement(said.Id, Shared(), AParent),
            ],
            refusal => Assert.Equal("statement-not-standing", refusal!.Code));
        Assert.Equal(("", 0), (said.Text, said.Earlier.Count));
    }

    [Fact]
    public void Of_what_was_registered_in_error_nothing_is_left_that_tells_what_it_said()
    {
        var said = Said(author: StatementAuthor.Child);
        Assert.Null(file.ContestStatement(said.Id, ContestedPart.Content, "Her sister said that.", personId: null, Other));
        Assert.Null(file.SettleContest(said.Id, said.Contests[0].Id, new(ContestOutcome.BothStand, "Both sisters keep to it."), "rosa".At(Now)));
        Assert.Null(file.ShareStatement(said.Id, Shared(Today, "She was afraid."), AParent));
        Assert.Null(file.WithholdStatement(said.Id, new("Wmo 2015 article 5.3.2", "Father hits.", Today.AddDays(5), Today.AddDays(5)), "rosa".At(Now)));

        Assert.Null(file.TakeOutStatement(said.Id, Now));

        Assert.Equal(("", null), (said.Contests[0].Reason, said.Contests[0].Explanation));
        Assert.Equal((Parent, null), (said.SharedWith[0].PersonId, said.SharedWith[0].SafetyCheck));
        Assert.Equal((null, ContestStatus.NotContested), (said.Withheld, said.Contested));
        Assert.Null(file.RunningClock(CaseFile.WithholdingTerm));
        Assert.Equal("no-such-contest", file.SettleContest(said.Id, said.Contests[0].Id, new(ContestOutcome.Agreed, "x", Parent), "rosa".At(Now))!.Code);
    }

    [Theory]
    [InlineData(StatementKind.Opinion)]
    [InlineData(StatementKind.Interpretation)]
    public void An_opinion_is_not_corrected_but_answered(StatementKind kind)
    {
        var opinion = Said(kind);
        var own = Own(Parent);

        Assert.Equal("opinion-not-correctable", file.CorrectStatement(opinion.Id, "x", "x", Other)!.Code);
        Assert.Equal("attach-to-opinion", file.AttachStatement(Said().Id, own, "rosa".At(Now))!.Code);
        Assert.Null(file.AttachStatement(opinion.Id, own, "rosa".At(Now)));
        Assert.Equal(own.Id, Assert.Single(opinion.OwnStatementIds));
        Assert.Contains(own, file.Statements);
    }

    [Fact]
    public void Both_parents_answer_one_opinion_and_each_says_who_speaks()
    {
        var opinion = Said(StatementKind.Opinion);
        var (mothers, fathers) = (Own(Parent), Own(Guid.CreateVersion7()));

        Assert.Equal("own-statement-of-nobody", file.AttachStatement(opinion.Id, Own(null), "rosa".At(Now))!.Code);
        Assert.Equal("own-statement-of-nobody", file.AttachStatement(opinion.Id, Own(null, StatementAuthor.Child), "rosa".At(Now))!.Code);
        Assert.Null(file.AttachStatement(opinion.Id, mothers, "rosa".At(Now)));
        Assert.Null(file.AttachStatement(opinion.Id, fathers, "rosa".At(Now)));
        Assert.Equal([mothers.Id, fathers.Id], opinion.OwnStatementIds);
        Assert.Null(file.AttachStatement(opinion.Id, Own(null, StatementAuthor.Network), "rosa".At(Now)));
    }

    [Fact]
    public void A_fact_is_corrected_by_who_is_responsible()
    {
        var said = Said();
        Assert.Null(file.CorrectStatement(said.Id, "It was Monday.", "The log says so.", Other));
        Assert.Equal(("It was Monday.", "The log says so.", "daan"), (said.Text, said.Earlier[0].Reason, said.Earlier[0].ChangedBy));
    }

    [Fact]
    public void It_is_contested_until_the_last_contest_ended()
    {
        var said = Said();
        Assert.Null(file.ContestStatement(said.Id, ContestedPart.Content, "Not true.", personId: null, Other));
        Assert.Null(file.ContestStatement(said.Id, ContestedPart.Kind, "An opinion.", personId: null, Other));

        Assert.Null(file.SettleContest(said.Id, said.Contests[0].Id, Agreed, "rosa".At(Now)));
        Assert.Equal(ContestStatus.Contested, said.Contested);
        Assert.Equal("no-such-contest", file.SettleContest(said.Id, said.Contests[0].Id, Agreed, "rosa".At(Now))!.Code);
        Assert.Null(file.SettleContest(said.Id, said.Contests[1].Id, new(ContestOutcome.TakenBack, "A misunderstanding.", WordOf: "The uncle"), "rosa".At(Now)));
        Assert.Equal(ContestStatus.NotContested, said.Contested);
        Assert.Equal("takenBack", Assert.Single(file.Raised.OfType<StatementContestSettled>()).Outcome);
    }

    [Fact]
    public void Where_both_stories_stand_it_stays_contested_until_they_agree_after_all()
    {
        var said = Said();
        Assert.Null(file.ContestStatement(said.Id, ContestedPart.Content, "Not true.", personId: null, Other));
        var contest = said.Contests[0].Id;

        Assert.Null(file.SettleContest(said.Id, contest, new(ContestOutcome.BothStand, "Both keep to their story."), "rosa".At(Now)));
        Assert.Equal((ContestStatus.Contested, ContestOutcome.BothStand, Now), (said.Contested, said.Contests[0].Outcome, said.Contests[0].SettledAt));
        Assert.Equal([null, "bothStand"], file.Raised.OfType<StatementContested>().Select(one => one.Outcome));
        Assert.Equal("no-such-contest", file.SettleContest(said.Id, contest, new(ContestOutcome.BothStand, "x"), "rosa".At(Now))!.Code);

        Assert.Null(file.SettleContest(said.Id, contest, Agreed, "rosa".At(Now)));
        Assert.Equal(ContestStatus.NotContested, said.Contested);
        Assert.Equal("agreed", Assert.Single(file.Raised.OfType<StatementContestSettled>()).Outcome);
    }

    [Theory]
    [InlineData(ContestOutcome.Agreed)]
    [InlineData(ContestOutcome.TakenBack)]
    public void A_contest_ends_on_the_word_of_those_who_disagree(ContestOutcome outcome)
    {
        var said = Said();
        Assert.Null(file.ContestStatement(said.Id, ContestedPart.Content, "Not true.", Parent, "rosa".At(Now)));
        var contest = said.Contests[0].Id;

        Assert.Equal("settled-on-nobodys-word", file.SettleContest(said.Id, contest, new(outcome, "x", WordOf: " "), "rosa".At(Now))!.Code);
        if (outcome == ContestOutcome.TakenBack)
            Assert.Equal("taken-back-by-another", file.SettleContest(said.Id, contest, new(outcome, "x", WordOf: "The school"), "rosa".At(Now))!.Code);
        Assert.Equal(ContestStatus.Contested, said.Contested);
        Assert.Null(file.SettleContest(said.Id, contest, new(outcome, "She said so on Monday.", Parent), "rosa".At(Now)));
        Assert.Equal((ContestStatus.NotContested, Parent), (said.Contested, said.Contests[0].SettledByPersonId));
    }

    [Fact]
    public void A_childs_words_reach_a_parent_only_after_a_talk_and_a_safety_check()
    {
        var said = Said(author: StatementAuthor.Child);

        Assert.Equal("child-not-spoken-with", file.ShareStatement(said.Id, Shared(), AParent)!.Code);
        Assert.Equal("safety-not-checked", file.ShareStatement(said.Id, Shared(Today), AParent)!.Code);
        Assert.Null(file.ShareStatement(said.Id, Shared(Today, "She is safe."), AParent));
        Assert.Single(said.SharedWith);
        Assert.Null(file.ShareStatement(Said().Id, Shared(), AParent));
    }

    [Fact]
    public void A_talk_about_a_childs_words_comes_after_them_and_is_not_to_come()
    {
        var said = Said(author: StatementAuthor.Child, person: Parent);

        Assert.Equal("talk-in-future", file.ShareStatement(said.Id, Shared(Today.AddDays(1), "She is safe."), AParent)!.Code);
        Assert.Equal("talk-before-words", file.ShareStatement(said.Id, Shared(Today.AddDays(-1), "She is safe."), AParent)!.Code);

        Assert.Null(file.AmendStatement(said.Id, "I say otherwise now.", null, null, "child".At(Now.AddDays(2), Parent)));
        Assert.Equal("talk-before-words", file.ShareStatement(said.Id, Shared(Today.AddDays(1), "She is safe.", Now.AddDays(3)), AParent)!.Code);
        Assert.Null(file.ShareStatement(said.Id, Shared(Today.AddDays(2), "She is safe.", Now.AddDays(3)), AParent));
    }

    [Fact]
    public void From_sixteen_a_young_person_alone_decides_who_reads_their_words()
    {
        var young = Guid.CreateVersion7();
        var said = Said(author: StatementAuthor.Child, person: young);
        Audience sibling = new(WithParent: false, AuthorDecides: true), mother = new(WithParent: true, AuthorDecides: true);

        Assert.Equal("young-person-decides", file.ShareStatement(said.Id, Shared(Today, "She is safe."), mother)!.Code);
        Assert.Equal("young-person-decides", file.ShareStatement(said.Id, Shared(), sibling)!.Code);
        Assert.Equal("talk-in-future", file.ShareStatement(said.Id, Consented(Today.AddDays(1)), sibling)!.Code);
        Assert.Equal("talk-before-words", file.ShareStatement(said.Id, Consented(Today.AddDays(-1)), sibling)!.Code);
        // Who agreed may still be in danger at home.
        Assert.Equal("child-not-spoken-with", file.ShareStatement(said.Id, Consented(Today), mother)!.Code);
        Assert.Null(file.ShareStatement(said.Id, Consented(Today), sibling));
        Assert.Equal(Today, said.SharedWith[0].ConsentedOn);
        Assert.Null(file.ShareStatement(said.Id, new Sharing(young, "rosa".At(Now), null, null), sibling));

        static Sharing Consented(DateOnly on) => new(Parent, "rosa".At(Now), null, null, on);
    }

    [Fact]
    public void Withholding_has_an_end_and_is_looked_at_before()
    {
        var said = Said();

        Assert.Equal("withholding-without-end", Withhold(reviewOn: 1, until: 0)!.Code);
        Assert.Equal("withholding-without-end", Withhold(reviewOn: 0, until: 5)!.Code);
        Assert.Equal("withholding-without-end", Withhold(reviewOn: 6, until: 5)!.Code);
        Assert.Null(Withhold(reviewOn: 5, until: 5));
        Assert.Equal("statement-withheld", file.ShareStatement(said.Id, Shared(at: Now.AddDays(5)), new(WithParent: false))!.Code);
        Assert.Null(file.ShareStatement(said.Id, Shared(at: Now.AddDays(6)), new(WithParent: false)));

        Refusal? Withhold(int reviewOn, int until) =>
            file.WithholdStatement(said.Id, new("Wmo 2015 article 5.3.2", "Danger.", Today.AddDays(reviewOn), Today.AddDays(until)), "rosa".At(Now));
    }

    [Fact]
    public void What_is_not_there_is_not_found()
    {
        var none = Guid.CreateVersion7();
        Assert.All(
            [
                file.AmendStatement(none, "x", null, null, Author), file.SettleContest(none, none, Agreed, "rosa".At(Now)),
                file.AttachStatement(none, Statement.Record(1, null, StatementAuthor.Parent, "x", Now), "rosa".At(Now)), file.ShareStatement(none, Shared(), AParent),
            ],
            refusal => Assert.Equal(("no-such-statement", RefusalKind.NotFound), (refusal!.Code, refusal.Kind)));
        Assert.Equal("no-such-clock", file.PauseClock(none, PauseReason.FamilyRequest, "x", Today, SixWeeks, "rosa".At(Now))!.Code);
        Assert.Equal("no-such-clock", file.ResumeClock(none, Now)!.Code);
    }

    [Fact]
    public void A_pause_is_told_and_the_end_of_it_with_the_new_dates()
    {
        var clock = file.Start(Now);
        Assert.Null(file.PauseClock(clock.Id, PauseReason.FamilyRequest, "x", Today, SixWeeks, "rosa".At(Now)));
        Assert.NotNull(file.PauseClock(clock.Id, PauseReason.FamilyRequest, "x", Today, SixWeeks, "rosa".At(Now)));
        Assert.Null(file.ResumeClock(clock.Id, Now.AddDays(1)));
        Assert.NotNull(file.ResumeClock(clock.Id, Now.AddDays(1)));

        Assert.Equal(Today, Assert.Single(file.Raised.OfType<ClockPaused>()).Until);
        Assert.Equal(clock.DueAt, Assert.Single(file.Raised.OfType<ClockResumed>()).DueAt);
    }

    Statement Said(
        StatementKind kind = StatementKind.Observation, StatementAuthor author = StatementAuthor.Professional, Guid? person = null)
    {
        var statement = Statement.Record(1, kind, author, "I saw it.", Now, "rosa", person);
        file.Record(statement);
        return statement;
    }

    static Statement Own(Guid? person, StatementAuthor author = StatementAuthor.Parent) =>
        Statement.Record(1, StatementKind.Opinion, author, "I do not.", Now, "rosa", person);

    static Sharing Shared(DateOnly? talked = null, string? check = null, DateTimeOffset? at = null) => new(Parent, "rosa".At(at ?? Now), talked, check);
}
