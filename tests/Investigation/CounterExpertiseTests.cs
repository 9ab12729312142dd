using Geborgen.Casework;
using Geborgen.Contracts.Casework;
using Geborgen.Contracts.Investigation;

namespace Geborgen.Investigation.Tests;

public class CounterExpertiseTests
{
    static readonly DateTimeOffset Now = Inquiry.Now;

    [Fact]
    public void Another_expert_is_asked_for_before_the_conclusion()
    {
        var one = Inquiry.Open();
        Assert.Null(one.AskCounterExpertise(Inquiry.Parent, "The bruises.", Inquiry.TwoWeeks, Inquiry.By(Now)));
        var asked = one.Raised.OfType<CounterExpertiseRequested>().Single();
        Assert.Equal((Inquiry.Parent, one.CounterExpertise[0].Id), (asked.PersonId, asked.CounterExpertiseId));
    }

    [Fact]
    public void Who_asks_for_another_expert_is_answered_before_the_conclusion()
    {
        var one = Inquiry.Ready();
        Assert.Null(one.AskCounterExpertise(Inquiry.Parent, "The bruises.", Inquiry.TwoWeeks, Inquiry.By(Now)));
        var id = one.CounterExpertise[0].Id;
        Assert.Equal("counter-expertise-unanswered", one.Conclude()!.Code);

        Assert.Equal("no-such-counter-expertise", one.AnswerCounterExpertise(Guid.CreateVersion7(), true, Inquiry.Decision, Inquiry.By(Now))!.Code);
        Assert.Null(one.AnswerCounterExpertise(id, granted: false, Inquiry.Decision, Inquiry.By(Now)));
        Assert.Equal("no-such-counter-expertise", one.AnswerCounterExpertise(id, true, Inquiry.Decision, Inquiry.By(Now))!.Code);
        Assert.Equal("refused", one.Raised.OfType<CounterExpertiseAnswered>().Single().Outcome);
        var published = one.Raised.OfType<DecisionPublished>().Single();
        Assert.Equal(("counterExpertise", "refused", "complaint", one.CounterExpertise[0].DecisionId), (published.Kind, published.Outcome, published.Remedy, published.DecisionId));
        Assert.Equal(("Wmo 2015 artikel 4.1.1", "You get help that you want."), (one.CounterExpertise[0].LegalBasis, one.CounterExpertise[0].Answer));
        Assert.Null(one.RunningClock(Investigations.Investigation.CounterExpertiseTerm));
        Assert.Null(one.Conclude());
    }

    [Fact]
    public void What_was_granted_is_waited_for()
    {
        var one = Granted();
        var id = one.CounterExpertise[0].Id;
        Assert.Equal("counter-expertise-finding-missing", one.Conclude()!.Code);
        Assert.Null(one.AddStatement(Inquiry.Said(), Now));
        var found = one.Statements[^1];

        Assert.Equal("no-such-counter-expertise", one.RecordFinding(Guid.CreateVersion7(), found.Id, null, Inquiry.By(Now))!.Code);
        Assert.Equal("unknown-statement-used", one.RecordFinding(id, Guid.CreateVersion7(), null, Inquiry.By(Now))!.Code);
        Assert.Equal("finding-or-reason", one.RecordFinding(id, null, " ", Inquiry.By(Now))!.Code);
        Assert.Equal("finding-or-reason", one.RecordFinding(id, found.Id, "He is ill.", Inquiry.By(Now))!.Code);
        Assert.Null(one.RecordFinding(id, found.Id, null, Inquiry.By(Now)));

        Assert.Equal(found.Id, one.Raised.OfType<CounterExpertiseFound>().Single().StatementId);
        Assert.Equal("no-such-counter-expertise", one.RecordFinding(id, found.Id, null, Inquiry.By(Now))!.Code);
        Assert.Null(one.Conclude());
    }

    [Fact]
    public void It_may_come_to_nothing_with_the_reason()
    {
        var one = Granted();
        Assert.Null(one.RecordFinding(one.CounterExpertise[0].Id, null, "No doctor had time before the hearing.", Inquiry.By(Now)));
        Assert.Empty(one.Missing());
    }

    [Fact]
    public void Near_the_deadline_nobody_waits_for_the_other_expert()
    {
        var one = Granted();
        Assert.Null(one.Conclude("The doctor looks next week.", WorkingDays.StartOf(new(2027, 1, 29))));
        Assert.Equal(["counter-expertise-finding-missing"], one.Conclusion!.Missing);

        Assert.Null(one.RecordFinding(one.CounterExpertise[0].Id, null, "The photograph is lost.", Inquiry.By(Now)));
        Assert.Null(one.RunningClock("missingPartsMadeUp"));
    }

    static Investigations.Investigation Granted()
    {
        var one = Inquiry.Ready();
        Assert.Null(one.AskCounterExpertise(Inquiry.Parent, "The bruises.", Inquiry.TwoWeeks, Inquiry.By(Now)));
        Assert.Null(one.AnswerCounterExpertise(one.CounterExpertise[0].Id, granted: true, Inquiry.Decision, Inquiry.By(Now)));
        return one;
    }
}
