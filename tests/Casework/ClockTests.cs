namespace Geborgen.Casework.Tests;

public class ClockTests
{
    static readonly DateTimeOffset Start = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);
    static readonly TimeLimit Limit = new("a", 5, TimeLimitUnit.WorkingDays, "x", default, null);

    [Fact]
    public void It_warns_once_and_runs_out_once()
    {
        var clock = Clock.Start(Limit, Start);

        Assert.False(clock.Warn(clock.WarnAt.AddTicks(-1)));
        Assert.True(clock.Warn(clock.WarnAt));
        Assert.False(clock.Warn(clock.WarnAt));
        Assert.False(clock.RunOut(clock.DueAt.AddTicks(-1)));
        Assert.True(clock.RunOut(clock.DueAt));
        Assert.False(clock.RunOut(clock.DueAt));
        Assert.False(clock.Warn(clock.DueAt));
    }

    [Fact]
    public void A_stopped_clock_neither_warns_nor_runs_out()
    {
        var clock = Clock.Start(Limit, Start);

        Assert.True(clock.Stop(Start));
        Assert.False(clock.Stop(Start));
        Assert.False(clock.Warn(clock.DueAt));
        Assert.False(clock.RunOut(clock.DueAt));
    }
}
