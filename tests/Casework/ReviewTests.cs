using Geborgen.Contracts.Casework;
using Geborgen.Support;

namespace Geborgen.Casework.Tests;

/// <summary>What is looked at again on an agreed day has a clock, so that the day does not pass in silence.</summary>
public class ReviewTests
{
    static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
    static readonly DateOnly Today = new(2026, 11, 23);
    static readonly KnowledgeAgenda Agenda = KnowledgeAgenda.Read(Path.Combine(AppContext.BaseDirectory, "knowledge-agenda.json"));

    readonly TestFile file = new();

    [Fact]
    public void A_term_until_an_agreed_day_ends_with_that_day_and_warns_with_a_fifth_left()
    {
        // Over the night in which the clocks go back.
        var start = new DateTimeOffset(2026, 10, 20, 22, 0, 0, TimeSpan.Zero);
        var clock = Clock.Until("review", new DateOnly(2026, 10, 30), start);

        Assert.Equal(new DateTimeOffset(2026, 10, 30, 23, 0, 0, TimeSpan.Zero), clock.DueAt);
        Assert.Equal(start + ((clock.DueAt - start) * 0.8), clock.WarnAt);
        Assert.Equal(("review", start), (clock.Term, clock.StartedAt));
    }

    [Fact]
    public void A_withheld_statement_is_looked_at_again_and_each_has_its_own_term()
    {
        var (one, other) = (Said(), Said());
        Assert.Null(Withhold(one, 5));
        Assert.Null(Withhold(other, 8));
        var (first, second) = (one.Withheld!.ClockId, other.Withheld!.ClockId);

        Assert.Null(Withhold(one, 20));

        Assert.Equal([first], file.Raised.OfType<ClockStopped>().Select(said => (Guid?)said.ClockId));
        Assert.Equal(
            [WorkingDays.StartOf(Today.AddDays(9)), WorkingDays.StartOf(Today.AddDays(21))],
            file.Clocks.Where(clock => clock.StoppedAt is null).Select(clock => clock.DueAt));
        Assert.Null(file.LiftWithholding(other.Id, "rosa".At(Now)));
        Assert.Null(other.Withheld);
        Assert.Equal(second, file.Raised.OfType<ClockStopped>().Last().ClockId);
        Assert.Equal(other.Id, file.Raised.OfType<StatementWithholdingLifted>().Single().StatementId);
    }

    [Fact]
    public void A_refusal_leaves_the_term_as_it_was()
    {
        var said = Said();
        Assert.Equal("statement-not-withheld", file.LiftWithholding(said.Id, "rosa".At(Now))!.Code);
        Assert.Equal("no-such-statement", file.LiftWithholding(Guid.CreateVersion7(), "rosa".At(Now))!.Code);
        Assert.Null(Withhold(said, 5));
        Assert.Equal("withholding-without-end", Withhold(said, 0)!.Code);

        Assert.NotNull(file.RunningClock(CaseFile.WithholdingTerm));
        Assert.Empty(file.Raised.OfType<ClockStopped>());
    }

    [Fact]
    public void Of_what_was_taken_out_nothing_is_left_to_look_at()
    {
        var said = Said();
        Assert.Null(Withhold(said, 5));
        Assert.Null(file.TakeOutStatement(said.Id, Now));
        Assert.Null(file.RunningClock(CaseFile.WithholdingTerm));
    }

    [Fact]
    public void What_nobody_knows_is_a_record_that_is_looked_at_again()
    {
        Assert.Equal("unknown-agenda-item", file.RecordNotKnowing("x", "x", "x", new(2026, 12, 1), "what-i-like", Agenda, "rosa".At(Now))!.Code);
        Assert.Equal("review-not-in-future", file.RecordNotKnowing("Who was there.", "x", "x", Today, null, Agenda, "rosa".At(Now))!.Code);
        Assert.Null(file.RecordNotKnowing("Who was there.", "Nobody saw it.", "Asked the neighbours.", new(2026, 12, 1), "vast-gezicht", Agenda, "rosa".At(Now)));
        var record = Assert.Single(file.NotKnown);
        Assert.Equal("vast-gezicht", file.Raised.OfType<NotKnowingRecorded>().Single().AgendaItem);
        Assert.Equal(WorkingDays.StartOf(new(2026, 12, 2)), file.RunningClock(CaseFile.NotKnowingTerm)!.DueAt);

        Assert.Equal("review-not-in-future", file.RenewNotKnowing(record.Id, "x", Today, "rosa".At(Now))!.Code);
        Assert.Equal("nothing-not-known", file.RenewNotKnowing(Guid.CreateVersion7(), "x", new(2027, 1, 1), "rosa".At(Now))!.Code);
        Assert.Null(file.RenewNotKnowing(record.Id, "Asked the school.", new(2027, 1, 1), "rosa".At(Now)));
        Assert.Equal(("Asked the school.", new DateOnly(2027, 1, 1)), (Assert.Single(record.Reviews).Tried, record.ReviewOn));
        Assert.Equal(WorkingDays.StartOf(new(2027, 1, 2)), file.RunningClock(CaseFile.NotKnowingTerm)!.DueAt);
        Assert.Equal(new DateOnly(2027, 1, 1), file.Raised.OfType<NotKnowingRenewed>().Single().ReviewOn);

        Assert.Equal("nothing-not-known", file.ResolveNotKnowing(Guid.CreateVersion7(), "x", "rosa".At(Now))!.Code);
        Assert.Null(file.ResolveNotKnowing(record.Id, "Uncle was.", "rosa".At(Now)));
        Assert.Equal(record.Id, file.Raised.OfType<NotKnowingResolved>().Single().NotKnowingId);
        Assert.Null(file.RunningClock(CaseFile.NotKnowingTerm));
        Assert.Equal("nothing-not-known", file.ResolveNotKnowing(record.Id, "x", "rosa".At(Now))!.Code);
        Assert.Equal("nothing-not-known", file.RenewNotKnowing(record.Id, "x", new(2027, 1, 1), "rosa".At(Now))!.Code);
    }

    Refusal? Withhold(Statement said, int days) =>
        file.WithholdStatement(said.Id, new("Wmo 2015 article 5.3.2", "Danger.", Today.AddDays(days), Today.AddDays(60)), "rosa".At(Now));

    Statement Said()
    {
        var statement = Statement.Record(1, StatementKind.Observation, StatementAuthor.Professional, "I saw it.", Now, "rosa");
        file.Record(statement);
        return statement;
    }
}
