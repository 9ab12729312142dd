using Geborgen.Casework;
using Geborgen.Contracts.Casework;
using Geborgen.Contracts.Intake;
using Geborgen.Intake.Contacts;
using Geborgen.Intake.Emergencies;
using Geborgen.Support;

namespace Geborgen.Intake.Tests;

public class EmergencyTests
{
    static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
    static readonly TimeLimit Receipt = new(Emergency.ReceiptTerm, 2, TimeLimitUnit.Minutes, "x", default, null, 0.25);
    static readonly TimeLimit FollowUp = new(Emergency.FollowUpTerm, 1, TimeLimitUnit.CalendarDays, "x", default, null);

    readonly Emergency emergency = Emergency.Begin(AContact(), "lotte", Receipt, FollowUp, Now, Now);

    [Fact]
    public void An_emergency_is_raised_and_two_clocks_run()
    {
        Assert.Collection(emergency.Raised,
            raised => Assert.Equal(emergency.ContactId, Assert.IsType<EmergencyRaised>(raised).ContactId),
            receipt => Assert.Equal((Emergency.ReceiptTerm, Now.AddSeconds(30), Now.AddMinutes(2)), Times(receipt)),
            followUp => Assert.Equal(new DateTimeOffset(2026, 11, 23, 23, 0, 0, TimeSpan.Zero), Assert.IsType<ClockStarted>(followUp).DueAt));
        Assert.Equal(("lotte", EmergencyStatus.Raised), (emergency.DutyWorker, emergency.Status));
    }

    [Fact]
    public void What_was_found_later_is_followed_up_from_then()
    {
        var found = Emergency.Begin(AContact(), null, Receipt, FollowUp, Now.AddDays(3), Now.AddDays(3));

        Assert.Equal(Now.AddDays(3), found.RunningClock(Emergency.FollowUpTerm)!.StartedAt);
    }

    [Fact]
    public void The_receipt_stops_its_clock_and_counts_once()
    {
        emergency.Receive(Now.AddSeconds(5));
        emergency.Receive(Now.AddSeconds(9));

        Assert.Equal([typeof(EmergencyReceived), typeof(ClockStopped)], Since(3));
        Assert.Equal((EmergencyStatus.Received, Now.AddSeconds(5)), (emergency.Status, emergency.ReceivedAt));
        Assert.Null(emergency.RunningClock(Emergency.ReceiptTerm));
        Assert.NotNull(emergency.RunningClock(Emergency.FollowUpTerm));
    }

    [Fact]
    public void Without_a_sign_it_is_brought_and_then_stands_as_not_received()
    {
        Warn();
        Assert.Equal(Now.AddSeconds(30), emergency.BroughtSince);
        RunOut();
        RunOut();

        Assert.Equal([typeof(ClockWarned), typeof(ClockOverdue), typeof(EmergencyNotReceived)], Since(3));
        Assert.Equal(EmergencyStatus.NotReceived, emergency.Status);
    }

    [Fact]
    public void Who_was_away_for_longer_than_the_term_brings_it_after_all()
    {
        RunOut();

        Assert.Equal(Now.AddMinutes(2), emergency.BroughtSince);
    }

    [Fact]
    public void A_late_confirmation_still_counts()
    {
        RunOut();
        emergency.Receive(Now.AddMinutes(30));

        Assert.Equal(EmergencyStatus.Received, emergency.Status);
        Assert.NotNull(emergency.NotReceivedAt);
        Assert.Equal([typeof(ClockOverdue), typeof(EmergencyNotReceived), typeof(EmergencyReceived), typeof(ClockStopped)], Since(3));
    }

    [Fact]
    public void The_follow_up_that_comes_near_its_end_brings_nothing()
    {
        var clock = emergency.RunningClock(Emergency.FollowUpTerm)!;
        emergency.Receive(Now);
        var events = emergency.Raised.Count;
        emergency.TellTheTime(clock.WarnAt);
        emergency.TellTheTime(clock.DueAt);

        Assert.Null(emergency.BroughtSince);
        Assert.Equal(EmergencyStatus.Received, emergency.Status);
        Assert.Equal([typeof(ClockWarned), typeof(ClockOverdue)], Since(events));
    }

    [Fact]
    public void An_agreement_says_who_agreed_and_holds_for_a_time()
    {
        Assert.Equal("agreement-without-consent", Agree(agreedBy: [])!.Code);
        Assert.Equal("agreement-without-consent", Agree(agreedBy: ["Mother", " "])!.Code);
        Assert.Equal("agreement-without-time", Agree(until: Now)!.Code);
        Assert.Empty(emergency.Agreements);

        Assert.Null(Agree());

        Assert.Equal(["Mother", "Grandmother"], Assert.Single(emergency.Agreements).AgreedBy);
        Assert.Equal([typeof(SafetyAgreementMade), typeof(ClockStarted)], Since(3));
    }

    [Fact]
    public void An_agreement_has_a_term_that_warns_before_its_end_and_ends_when_it_was_evaluated()
    {
        Agree(until: Now.AddHours(10));
        var agreement = Assert.Single(emergency.Agreements);
        var clock = emergency.RunningClock(Emergency.AgreementTerm)!;
        Assert.Equal((Now.AddHours(10), Now.AddHours(8), ClockOwner.KeyWorker), (clock.DueAt, clock.WarnAt, clock.Owner));
        emergency.TellTheTime(Now.AddHours(9));
        emergency.TellTheTime(Now.AddHours(10));
        Assert.Single(emergency.Raised.OfType<ClockWarned>(), said => said.ClockId == clock.Id);
        Assert.Single(emergency.Raised.OfType<ClockOverdue>(), said => said.ClockId == clock.Id);

        Assert.Equal("no-such-agreement", emergency.Evaluate(Guid.CreateVersion7(), Found(SafetyAgreementOutcome.Ended), "lotte".At(Now))!.Code);
        Assert.Equal("agreement-without-time", emergency.Evaluate(agreement.Id, Found(SafetyAgreementOutcome.Renewed, agreedBy: ["Mother"]), "lotte".At(Now))!.Code);
        Assert.Equal("agreement-without-consent", emergency.Evaluate(agreement.Id, Found(SafetyAgreementOutcome.Renewed, Now.AddDays(3)), "lotte".At(Now))!.Code);
        Assert.Equal("no-such-clock", emergency.PauseClock(Guid.CreateVersion7(), PauseReason.FamilyRequest, "x", until: null, KnownContact.Limits.For(Clock.PauseTerm, Now), "lotte".At(Now))!.Code);
        Assert.Equal("clock-never-waits", emergency.PauseClock(clock.Id, PauseReason.FamilyRequest, "x", until: null, KnownContact.Limits.For(Clock.PauseTerm, Now), "lotte".At(Now))!.Code);

        Assert.Null(emergency.Evaluate(agreement.Id, Found(SafetyAgreementOutcome.Renewed, Now.AddDays(3), "Mother"), "lotte".At(Now.AddHours(11))));
        Assert.Equal((Now.AddDays(3), Now.AddDays(3)), (agreement.Until, emergency.RunningClock(Emergency.AgreementTerm)!.DueAt));
        Assert.Equal(["Mother"], agreement.AgreedBy);

        Assert.Null(emergency.Evaluate(agreement.Id, Found(SafetyAgreementOutcome.NotKept), "lotte".At(Now.AddHours(12))));
        Assert.Null(emergency.RunningClock(Emergency.AgreementTerm));
        Assert.Equal("notKept", emergency.Raised.OfType<SafetyAgreementEvaluated>().Last().Outcome);
        Assert.Equal([Now.AddHours(10), Now.AddDays(3)], agreement.Reviews.Select(one => one.HeldUntil));
        Assert.Equal("agreement-ended", emergency.Evaluate(agreement.Id, Found(SafetyAgreementOutcome.Ended), "lotte".At(Now))!.Code);
        Assert.Equal("nothing-done-yet", emergency.End("lotte".At(Now.AddHours(12)))!.Code);
    }

    [Fact]
    public void An_agreement_that_lives_on_in_the_plan_is_looked_at_there()
    {
        Agree(until: Now.AddDays(3));
        var agreement = Assert.Single(emergency.Agreements);

        emergency.HandOver(agreement.Id, Now);
        emergency.HandOver(agreement.Id, Now);

        Assert.Null(emergency.RunningClock(Emergency.AgreementTerm));
        Assert.Single(emergency.Raised.OfType<ClockStopped>());
        Assert.Equal("agreement-in-plan", emergency.Evaluate(agreement.Id, Found(SafetyAgreementOutcome.Ended), "lotte".At(Now))!.Code);
    }

    [Fact]
    public void One_at_a_time_acts_on_it_and_who_takes_it_over_names_the_colleague()
    {
        Assert.Equal("emergency-taken", emergency.Take("Somebody", "lotte", "daan".At(Now))!.Code);
        Assert.Null(emergency.Take("Somebody", null, "lotte".At(Now)));
        Assert.Equal("emergency-taken", emergency.Take("Somebody", null, "daan".At(Now))!.Code);
        Assert.Null(emergency.Take("Somebody", "lotte", "daan".At(Now.AddHours(1))));

        Assert.Equal(("daan", "Somebody", Now.AddHours(1)), (emergency.Taken!.Worker, emergency.Taken.Name, emergency.Taken.At));
        Assert.Equal(["lotte", "daan"], emergency.Raised.OfType<EmergencyTaken>().Select(one => one.Worker));
        emergency.Act(ImmediateActionKind.Medical, "Ambulance.", "Duty officer", "lotte".At(Now));
        emergency.End("lotte".At(Now));
        Assert.Equal("emergency-ended", emergency.Take("Somebody", "daan", "lotte".At(Now))!.Code);
    }

    [Fact]
    public void It_does_not_end_while_somebody_is_judged_to_be_in_danger()
    {
        emergency.Act(ImmediateActionKind.Police, "Came.", "Duty officer", "lotte".At(Now));

        Assert.Equal("danger-stands", emergency.End("lotte".At(Now), inAcuteDanger: true)!.Code);
        Assert.Null(emergency.End("lotte".At(Now)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    public void An_action_without_agreement_says_who_decided(string? decidedBy) =>
        Assert.Equal("action-without-decision-maker", emergency.Act(ImmediateActionKind.Police, "x", decidedBy, "lotte".At(Now))!.Code);

    [Fact]
    public void An_action_tells_others_its_kind_alone()
    {
        Assert.Null(emergency.Act(ImmediateActionKind.TemporaryRestrainingOrder, "Father leaves the home.", "The mayor", "lotte".At(Now)));

        Assert.Equal("temporaryRestrainingOrder", Assert.IsType<ImmediateActionTaken>(emergency.Raised[^1]).Kind);
    }

    [Fact]
    public void It_ends_when_something_stands_that_averts_the_danger()
    {
        Assert.Equal("nothing-done-yet", emergency.End("lotte".At(Now))!.Code);
        Agree(until: Now.AddHours(1));
        Assert.Equal("nothing-done-yet", emergency.End("lotte".At(Now.AddHours(1)))!.Code);

        Assert.Null(emergency.End("lotte".At(Now.AddMinutes(59))));

        Assert.Equal(EmergencyStatus.Ended, emergency.Status);
        Assert.Null(emergency.RunningClock(Emergency.FollowUpTerm));
        Assert.Equal([typeof(EmergencyEnded), typeof(ClockStopped)], Since(5));
        // What was agreed goes on, and is looked at before it ends.
        Assert.NotNull(emergency.RunningClock(Emergency.AgreementTerm));
    }

    [Fact]
    public void An_action_stands_on_its_own()
    {
        emergency.Act(ImmediateActionKind.Other, "Locks were changed.", "Duty officer", "lotte".At(Now));

        Assert.Null(emergency.End("lotte".At(Now.AddDays(1))));
    }

    [Fact]
    public void What_ended_is_ended_but_its_confirmation_still_counts()
    {
        emergency.Act(ImmediateActionKind.Medical, "Ambulance.", "Duty officer", "lotte".At(Now));
        emergency.End("lotte".At(Now));

        Assert.Equal("emergency-ended", emergency.End("lotte".At(Now))!.Code);
        Assert.Equal("emergency-ended", Agree()!.Code);
        Assert.Equal("emergency-ended", emergency.Act(ImmediateActionKind.Police, "x", "y", "lotte".At(Now))!.Code);
        emergency.Receive(Now);
        Assert.Equal((Now, EmergencyStatus.Ended), (emergency.ReceivedAt, emergency.Status));
    }

    static Contact AContact() => Contact.Register(
        new(ContactKind.Emergency, ContactChannel.Phone, Now, null, null,
            [new("Seen.", StatementAuthor.Reporter, StatementKind.Observation, Now)]),
        FamilyRecords.Nobody, Guid.CreateVersion7(), new Municipality("gm0344"), sender: null, KnownContact.Limits, KnownContact.By(Now)).Contact!;

    static (string, DateTimeOffset, DateTimeOffset) Times(object started) =>
        Assert.IsType<ClockStarted>(started) is { } clock ? (clock.Term, clock.WarnAt, clock.DueAt) : default;

    Refusal? Agree(DateTimeOffset? until = null, string[]? agreedBy = null) =>
        emergency.Agree("Father", "Sleeps at his brother's.", until ?? Now.AddDays(1), agreedBy ?? ["Mother", "Grandmother"], "lotte".At(Now));

    static SafetyAgreementEvaluation Found(SafetyAgreementOutcome outcome, DateTimeOffset? until = null, params string[] agreedBy) =>
        new(outcome, "He slept at his brother's.", "Lotte, local team", until, agreedBy);

    void Warn() => emergency.TellTheTime(emergency.Clocks[0].WarnAt);

    void RunOut() => emergency.TellTheTime(emergency.Clocks[0].DueAt);

    IEnumerable<Type> Since(int count) => emergency.Raised.Skip(count).Select(raised => raised.GetType());
}
