using Geborgen.Contracts.Casework;

namespace Geborgen.Casework.Tests;

public class CaseFileTests
{
    static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
    static readonly DateOnly Today = new(2026, 11, 23);
    static readonly StatementWriter Author = new("rosa"), Other = new("daan");
    static readonly Guid Parent = Guid.CreateVersion7();

    readonly TestFile file = new();

    [Fact]
    public void Only_its_author_amends_or_withdraws_and_what_was_said_stays()
    {
        var said = Said();

        Assert.Equal("not-the-author", file.AmendStatement(said.Id, Other, "x", null, Now)!.Code);
        Assert.Equal("not-the-author", file.WithdrawStatement(said.Id, Other, Now)!.Code);
        Assert.Null(file.AmendStatement(said.Id, Author, "Otherwise.", StatementKind.Reported, Now));
        Assert.Null(file.WithdrawStatement(said.Id, Author, Now));

        Assert.Equal([(1, "I saw it.", StatementChange.Amended), (2, "Otherwise.", StatementChange.Withdrawn)],
            said.Earlier.Select(version => (version.Number, version.Text, version.Change)));
        Assert.Equal(["amended", "withdrawn"], file.Raised.OfType<StatementChanged>().Select(changed => changed.Change));
        Assert.Equal([StatementChange.Amended, StatementChange.Withdrawn], file.Seen);
    }

    [Fact]
    public void Whose_words_they_are_is_their_author_too()
    {
        var said = Said(person: Parent);
        Assert.Null(file.AmendStatement(said.Id, new("mother", Parent), "I said otherwise.", null, Now));
    }

    [Fact]
    public void What_no_longer_stands_is_not_changed_contested_or_shared()
    {
        var said = Said();
        Assert.Null(file.TakeOutStatement(said.Id, Now));

        Assert.All(
            [
                file.AmendStatement(said.Id, Author, "x", null, Now), file.WithdrawStatement(said.Id, Author, Now),
                file.CorrectStatement(said.Id, Author, "x", "x", Now), file.TakeOutStatement(said.Id, Now),
                file.ContestStatement(said.Id, ContestedPart.Content, "x", Other, Now), file.ShareStatement(said.Id, Shared(), withParent: true),
            ],
            refusal => Assert.Equal("statement-not-standing", refusal!.Code));
        Assert.Equal(("", 0), (said.Text, said.Earlier.Count));
    }

    [Theory]
    [InlineData(StatementKind.Opinion)]
    [InlineData(StatementKind.Interpretation)]
    public void An_opinion_is_not_corrected_but_answered(StatementKind kind)
    {
        var opinion = Said(kind);
        var own = Statement.Record(1, StatementKind.Opinion, StatementAuthor.Parent, "I do not.", Now);

        Assert.Equal("opinion-not-correctable", file.CorrectStatement(opinion.Id, Other, "x", "x", Now)!.Code);
        Assert.Equal("attach-to-opinion", file.AttachStatement(Said().Id, own, Now)!.Code);
        Assert.Null(file.AttachStatement(opinion.Id, own, Now));
        Assert.Equal(own.Id, opinion.OwnStatementId);
        Assert.Contains(own, file.Statements);
    }

    [Fact]
    public void A_fact_is_corrected_by_who_is_responsible()
    {
        var said = Said();
        Assert.Null(file.CorrectStatement(said.Id, Other, "It was Monday.", "The log says so.", Now));
        Assert.Equal(("It was Monday.", "The log says so.", "daan"), (said.Text, said.Earlier[0].Reason, said.Earlier[0].ChangedBy));
    }

    [Fact]
    public void It_is_contested_until_the_last_contest_ended()
    {
        var said = Said();
        Assert.Null(file.ContestStatement(said.Id, ContestedPart.Content, "Not true.", Other, Now));
        Assert.Null(file.ContestStatement(said.Id, ContestedPart.Kind, "An opinion.", Other, Now));

        Assert.Null(file.SettleContest(said.Id, said.Contests[0].Id, "Both stand.", Now));
        Assert.Equal(ContestStatus.Contested, said.Contested);
        Assert.Equal("no-such-contest", file.SettleContest(said.Id, said.Contests[0].Id, "x", Now)!.Code);
        Assert.Null(file.SettleContest(said.Id, said.Contests[1].Id, "Taken back.", Now));
        Assert.Equal(ContestStatus.NotContested, said.Contested);
        Assert.Single(file.Raised.OfType<StatementContestSettled>());
    }

    [Fact]
    public void A_childs_words_reach_a_parent_only_after_a_talk_and_a_safety_check()
    {
        var said = Said(author: StatementAuthor.Child);

        Assert.Equal("child-not-spoken-with", file.ShareStatement(said.Id, Shared(), withParent: true)!.Code);
        Assert.Equal("safety-not-checked", file.ShareStatement(said.Id, Shared(Today), withParent: true)!.Code);
        Assert.Null(file.ShareStatement(said.Id, Shared(Today, "She is safe."), withParent: true));
        Assert.Single(said.SharedWith);
        Assert.Null(file.ShareStatement(Said().Id, Shared(), withParent: true));
    }

    [Fact]
    public void Withholding_has_an_end_and_is_looked_at_before()
    {
        var said = Said();

        Assert.Equal("withholding-without-end", Withhold(reviewOn: 1, until: 0)!.Code);
        Assert.Equal("withholding-without-end", Withhold(reviewOn: 0, until: 5)!.Code);
        Assert.Equal("withholding-without-end", Withhold(reviewOn: 6, until: 5)!.Code);
        Assert.Null(Withhold(reviewOn: 5, until: 5));
        Assert.Equal("statement-withheld", file.ShareStatement(said.Id, Shared(at: Now.AddDays(5)), withParent: false)!.Code);
        Assert.Null(file.ShareStatement(said.Id, Shared(at: Now.AddDays(6)), withParent: false));

        Refusal? Withhold(int reviewOn, int until) =>
            file.WithholdStatement(said.Id, new("Wmo 2015 article 5.3.2", "Danger.", Today.AddDays(reviewOn), Today.AddDays(until)), Now);
    }

    [Fact]
    public void What_is_not_there_is_not_found()
    {
        var none = Guid.CreateVersion7();
        Assert.All(
            [
                file.AmendStatement(none, Author, "x", null, Now), file.SettleContest(none, none, "x", Now),
                file.AttachStatement(none, Statement.Record(1, null, StatementAuthor.Parent, "x", Now), Now), file.ShareStatement(none, Shared(), true),
            ],
            refusal => Assert.Equal(("no-such-statement", RefusalKind.NotFound), (refusal!.Code, refusal.Kind)));
        Assert.Equal("no-such-clock", file.PauseClock(none, PauseReason.FamilyRequest, "x", Now)!.Code);
        Assert.Equal("no-such-clock", file.ResumeClock(none, Now)!.Code);
    }

    [Fact]
    public void A_pause_is_told_and_the_end_of_it_with_the_new_dates()
    {
        var clock = file.Start(Now);
        Assert.Null(file.PauseClock(clock.Id, PauseReason.FamilyRequest, "x", Now));
        Assert.NotNull(file.PauseClock(clock.Id, PauseReason.FamilyRequest, "x", Now));
        Assert.Null(file.ResumeClock(clock.Id, Now.AddDays(1)));
        Assert.NotNull(file.ResumeClock(clock.Id, Now.AddDays(1)));

        Assert.Single(file.Raised.OfType<ClockPaused>());
        Assert.Equal(clock.DueAt, Assert.Single(file.Raised.OfType<ClockResumed>()).DueAt);
    }

    Statement Said(
        StatementKind kind = StatementKind.Observation, StatementAuthor author = StatementAuthor.Professional, Guid? person = null)
    {
        var statement = Statement.Record(1, kind, author, "I saw it.", Now, "rosa", person);
        file.Record(statement);
        return statement;
    }

    static Sharing Shared(DateOnly? talked = null, string? check = null, DateTimeOffset? at = null) => new(Parent, at ?? Now, "rosa", talked, check);
}
