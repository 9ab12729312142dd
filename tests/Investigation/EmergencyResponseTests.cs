using Geborgen.Casework;
using Geborgen.Contracts.Casework;
using Geborgen.Contracts.Investigation;
using Geborgen.Investigation.Emergencies;

namespace Geborgen.Investigation.Tests;

public class EmergencyResponseTests
{
    static readonly DateTimeOffset Now = Inquiry.Now;

    [Fact]
    public void It_is_acknowledged_at_once_and_the_team_on_duty_is_involved()
    {
        var response = Receive();

        Assert.Equal([typeof(EmergencyAcknowledged), typeof(InvolvementStarted), typeof(ClockStarted)], response.Raised.Select(one => one.GetType()));
        var involved = response.Raised.OfType<InvolvementStarted>().Single();
        Assert.Equal(("regionalTeam", "rvt-utrecht-veiligheid"), (involved.Relation, involved.Team));
    }

    [Fact]
    public void It_is_answered_once()
    {
        var response = Receive();

        Assert.Null(response.Respond("We drive there now.", Inquiry.By(Now)));
        Assert.Single(response.Raised.OfType<EmergencyAnswered>());
        Assert.Equal("already-answered", response.Respond("Again.", Inquiry.By(Now))!.Code);
    }

    [Fact]
    public void Once_the_danger_is_averted_the_team_is_no_longer_involved()
    {
        var response = Receive();

        response.End(Now.AddHours(1));
        response.End(Now.AddHours(2));

        Assert.Equal(Now.AddHours(1), Assert.Single(response.Raised.OfType<InvolvementEnded>()).Until);
        Assert.Null(response.Respond("We were there.", Inquiry.By(Now.AddHours(3))));
    }

    [Fact]
    public void It_is_answered_the_same_day_unless_the_danger_is_averted()
    {
        var (waits, answered, averted) = (Receive(), Receive(), Receive());
        var clock = waits.RunningClock("emergencyFollowUp")!;
        // Monday 23 November 2026 ends at midnight in the Netherlands.
        Assert.Equal(WorkingDays.StartOf(new(2026, 11, 24)), clock.DueAt);

        waits.RunOut("emergencyFollowUp");
        Assert.Null(answered.Respond("We drive there now.", Inquiry.By(Now)));
        averted.End(Now);

        Assert.Single(waits.Raised.OfType<ClockOverdue>());
        Assert.Null(answered.RunningClock("emergencyFollowUp"));
        Assert.Null(averted.RunningClock("emergencyFollowUp"));
    }

    static EmergencyResponse Receive() => EmergencyResponse.Receive(
        new(Guid.CreateVersion7(), Guid.CreateVersion7(), new Municipality("gm0344"), Guid.CreateVersion7(), Now),
        new TeamOnDuty("rvt-utrecht-veiligheid", "rvt-utrecht"), Inquiry.SameDay, Now);
}
