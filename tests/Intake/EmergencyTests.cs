using Geborgen.Casework;
using Geborgen.Contracts.Casework;
using Geborgen.Contracts.Intake;
using Geborgen.Intake.Contacts;
using Geborgen.Intake.Emergencies;

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
        emergency.WarnClock(clock.Id, clock.WarnAt);
        emergency.RunOutClock(clock.Id, clock.DueAt);

        Assert.Null(emergency.BroughtSince);
        Assert.Equal(EmergencyStatus.Raised, emergency.Status);
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
        Assert.IsType<SafetyAgreementMade>(emergency.Raised[^1]);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    public void An_action_without_agreement_says_who_decided(string? decidedBy) =>
        Assert.Equal("action-without-decision-maker", emergency.Act(ImmediateActionKind.Police, "x", decidedBy, Now)!.Code);

    [Fact]
    public void An_action_tells_others_its_kind_alone()
    {
        Assert.Null(emergency.Act(ImmediateActionKind.TemporaryRestrainingOrder, "Father leaves the home.", "The mayor", Now));

        Assert.Equal("temporaryRestrainingOrder", Assert.IsType<ImmediateActionTaken>(emergency.Raised[^1]).Kind);
    }

    [Fact]
    public void It_ends_when_something_stands_that_averts_the_danger()
    {
        Assert.Equal("nothing-done-yet", emergency.End(Now)!.Code);
        Agree(until: Now.AddHours(1));
        Assert.Equal("nothing-done-yet", emergency.End(Now.AddHours(1))!.Code);

        Assert.Null(emergency.End(Now.AddMinutes(59)));

        Assert.Equal(EmergencyStatus.Ended, emergency.Status);
        Assert.Null(emergency.RunningClock(Emergency.FollowUpTerm));
        Assert.Equal([typeof(EmergencyEnded), typeof(ClockStopped)], Since(4));
    }

    [Fact]
    public void An_action_stands_on_its_own()
    {
        emergency.Act(ImmediateActionKind.Other, "Locks were changed.", "Duty officer", Now);

        Assert.Null(emergency.End(Now.AddDays(1)));
    }

    [Fact]
    public void What_ended_is_ended_but_its_confirmation_still_counts()
    {
        emergency.Act(ImmediateActionKind.Medical, "Ambulance.", "Duty officer", Now);
        emergency.End(Now);

        Assert.Equal("emergency-ended", emergency.End(Now)!.Code);
        Assert.Equal("emergency-ended", Agree()!.Code);
        Assert.Equal("emergency-ended", emergency.Act(ImmediateActionKind.Police, "x", "y", Now)!.Code);
        emergency.Receive(Now);
        Assert.Equal((Now, EmergencyStatus.Ended), (emergency.ReceivedAt, emergency.Status));
    }

    static Contact AContact() => Contact.Register(
        new(ContactKind.Emergency, ContactChannel.Phone, Now, null, null,
            [Statement.Record(1, StatementKind.Observation, StatementAuthor.Reporter, "Seen.", Now)]),
        namesPersons: false, Guid.CreateVersion7(), new Municipality("gm0344"), sender: null, KnownContact.Limits, Now).Contact!;

    static (string, DateTimeOffset, DateTimeOffset) Times(object started) =>
        Assert.IsType<ClockStarted>(started) is { } clock ? (clock.Term, clock.WarnAt, clock.DueAt) : default;

    Refusal? Agree(DateTimeOffset? until = null, string[]? agreedBy = null) =>
        emergency.Agree("Father", "Sleeps at his brother's.", until ?? Now.AddDays(1), agreedBy ?? ["Mother", "Grandmother"], Now);

    void Warn() => emergency.WarnClock(emergency.Clocks[0].Id, emergency.Clocks[0].WarnAt);

    void RunOut() => emergency.RunOutClock(emergency.Clocks[0].Id, emergency.Clocks[0].DueAt);

    IEnumerable<Type> Since(int count) => emergency.Raised.Skip(count).Select(raised => raised.GetType());
}
