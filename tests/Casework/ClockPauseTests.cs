namespace Geborgen.Casework.Tests;

/// <summary>Terms over the year 2027: pauses, the change of the clocks on 28 March and 31 October, and the holidays.</summary>
public class ClockPauseTests
{
    static readonly TimeLimit SixWeeks = Of(6, TimeLimitUnit.Weeks);

    // Monday 4 January 2027.
    static readonly DateTimeOffset Start = new(2027, 1, 4, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(PauseReason.FamilyRequest)]
    [InlineData(PauseReason.PersonUnavailable)]
    [InlineData(PauseReason.CounterExpertise)]
    [InlineData(PauseReason.CriminalInvestigation)]
    public void A_paused_term_neither_warns_nor_runs_out(PauseReason reason)
    {
        var clock = Clock.Start(Days(5), Start);

        Assert.Null(Pause(clock, reason, "We wait for you.", Start));

        Assert.False(clock.Warn(clock.DueAt.AddDays(30)));
        Assert.False(clock.RunOut(clock.DueAt.AddDays(30)));
        Assert.Equal((Start, reason, "We wait for you."), (clock.PausedAt, clock.PauseReason, clock.PauseExplanation));
    }

    [Fact]
    public void What_can_not_be_paused_or_resumed_says_why()
    {
        var clock = Clock.Start(Days(5), Start);

        Assert.Equal("staff-shortage-never-pauses", Pause(clock, PauseReason.StaffShortage, "Nobody is there.", Start)!.Code);
        Assert.Equal("pause-unexplained", Pause(clock, PauseReason.FamilyRequest, " ", Start)!.Code);
        Assert.Equal("clock-not-paused", clock.Resume(Start)!.Code);
        Assert.Equal("clock-not-running", Pause(clock, PauseReason.FamilyRequest, "x", clock.DueAt)!.Code);
        Assert.Null(Pause(clock, PauseReason.FamilyRequest, "x", Start));
        Assert.Equal("clock-already-paused", Pause(clock, PauseReason.FamilyRequest, "x", Start)!.Code);
        Assert.Null(clock.Resume(Start));
        clock.Stop(Start);
        Assert.Equal("clock-not-running", Pause(clock, PauseReason.FamilyRequest, "x", Start)!.Code);
    }

    [Fact]
    public void A_term_until_an_agreed_day_of_the_same_day_of_hours_or_of_minutes_waits_for_nobody()
    {
        Clock[] never =
        [
            Clock.Until("review", new DateOnly(2027, 2, 1), Start), Clock.Start(Of(1, TimeLimitUnit.CalendarDays), Start),
            Clock.Start(Of(72, TimeLimitUnit.Hours), Start), Clock.Start(Of(2, TimeLimitUnit.Minutes), Start),
        ];
        Assert.All(never, clock => Assert.Equal("clock-never-waits", Pause(clock, PauseReason.FamilyRequest, "x", Start)!.Code));
    }

    [Fact]
    public void A_stopped_clock_is_not_resumed()
    {
        var clock = Clock.Start(Days(5), Start);
        Assert.Null(Pause(clock, PauseReason.FamilyRequest, "x", Start));
        clock.Stop(Start.AddDays(1));
        Assert.Equal("clock-not-paused", clock.Resume(Start.AddDays(2))!.Code);
    }

    [Fact]
    public void A_term_that_ran_out_is_not_paused()
    {
        var clock = Clock.Start(Days(1), Start);
        Assert.True(clock.RunOut(clock.DueAt));
        Assert.Equal("clock-not-running", Pause(clock, PauseReason.FamilyRequest, "x", clock.DueAt)!.Code);
    }

    [Fact]
    public void A_pause_within_one_day_gives_nothing_back()
    {
        var clock = Clock.Start(Days(5), Start);
        var due = clock.DueAt;
        Assert.Null(Pause(clock, PauseReason.FamilyRequest, "x", Start));
        Assert.Null(clock.Resume(Start.AddHours(8)));
        Assert.Equal(due, clock.DueAt);
    }

    [Fact]
    public void A_pause_has_a_last_day_that_is_neither_past_nor_far_away()
    {
        var clock = Clock.Start(Days(20), Start);
        Refusal? Until(DateOnly? until) => clock.Pause(PauseReason.FamilyRequest, "x", until, SixWeeks, Start);

        Assert.Equal("pause-without-end", Until(null)!.Code);
        Assert.Equal("pause-in-past", Until(new(2027, 1, 3))!.Code);
        Assert.Equal("pause-too-long", Until(new(2027, 2, 16))!.Code);
        Assert.Null(clock.PausedAt);
        Assert.Null(Until(new(2027, 2, 15)));
        Assert.Equal(new DateOnly(2027, 2, 15), clock.PausedUntil);
        Assert.Null(clock.Resume(Start.AddDays(1)));
        Assert.Null(clock.PausedUntil);
        Assert.Null(Until(new(2027, 1, 4)));
        clock.Stop(Start);
        Assert.Null(clock.PausedUntil);
    }

    [Fact]
    public void The_longest_pause_that_would_end_on_a_day_off_ends_on_the_next_working_day()
    {
        // Six weeks after 24 March 2027 is Liberation Day, and the next day is Ascension Day.
        var start = WorkingDays.StartOf(new(2027, 3, 24)).AddHours(10);
        var clock = Clock.Start(Days(20), start);
        Assert.Equal("pause-too-long", Pause(clock, PauseReason.FamilyRequest, "x", start, new(2027, 5, 8))!.Code);
        Assert.Null(Pause(clock, PauseReason.FamilyRequest, "x", start, new(2027, 5, 7)));
    }

    [Fact]
    public void Over_a_year_a_term_goes_on_with_the_days_until_its_last_day_of_waiting_however_late_that_is_noticed()
    {
        for (var day = new DateOnly(2027, 1, 1); day.Year == 2027; day = day.AddDays(1))
            foreach (var length in new[] { 0, 1, 3, 7, 28 })
            {
                var (paused, until) = (day.AddDays(2), day.AddDays(2 + length));
                var late = new[] { WorkingDays.StartOf(until.AddDays(1)), WorkingDays.StartOf(until.AddDays(15)).AddHours(9) }.Select(moment =>
                {
                    var clock = Clock.Start(Days(20), WorkingDays.StartOf(day).AddHours(10));
                    var last = Last(clock);
                    Assert.Null(Pause(clock, PauseReason.PersonUnavailable, "x", WorkingDays.StartOf(paused).AddHours(12), until));
                    Assert.Null(clock.Resume(moment));
                    Assert.Equal(WorkingDays.Between(paused, until), WorkingDays.Between(last, Last(clock)));
                    Assert.Equal(TimeSpan.Zero, TimeZoneInfo.ConvertTime(clock.DueAt, WorkingDays.Amsterdam).TimeOfDay);
                    return (clock.WarnAt, clock.DueAt);
                }).ToList();
                Assert.Equal(late[0], late[1]);
            }
    }

    [Fact]
    public void Over_a_year_a_pause_gives_back_exactly_the_working_days_on_which_it_waited()
    {
        for (var day = new DateOnly(2027, 1, 1); day.Year == 2027; day = day.AddDays(1))
            foreach (var length in new[] { 1, 3, 7, 21 })
            {
                var start = WorkingDays.StartOf(day).AddHours(10);
                var (paused, resumed) = (day.AddDays(2), day.AddDays(2 + length));
                var clock = Clock.Start(Days(20), start);
                var last = Last(clock);

                Assert.Null(Pause(clock, PauseReason.PersonUnavailable, "x", WorkingDays.StartOf(paused).AddHours(12)));
                Assert.Null(clock.Resume(WorkingDays.StartOf(resumed).AddHours(9)));

                Assert.Equal(WorkingDays.Between(paused, resumed), WorkingDays.Between(last, Last(clock)));
                Assert.True(WorkingDays.IsWorkingDay(Last(clock)));
                Assert.Equal(TimeSpan.Zero, TimeZoneInfo.ConvertTime(clock.DueAt, WorkingDays.Amsterdam).TimeOfDay);
                Assert.True(clock.WarnAt < clock.DueAt);
            }
    }

    [Fact]
    public void Over_a_year_a_term_of_weeks_gets_its_calendar_days_back_and_ends_on_a_working_day()
    {
        for (var day = new DateOnly(2027, 1, 1); day.Year == 2027; day = day.AddDays(1))
        {
            var clock = Clock.Start(Of(10, TimeLimitUnit.Weeks), WorkingDays.StartOf(day).AddHours(10));
            var last = Last(clock);

            Assert.Null(Pause(clock, PauseReason.CounterExpertise, "x", WorkingDays.StartOf(day.AddDays(5))));
            Assert.Null(clock.Resume(WorkingDays.StartOf(day.AddDays(24))));

            Assert.Equal(WorkingDays.OnOrAfter(last.AddDays(19)), Last(clock));
            Assert.Equal(TimeSpan.Zero, TimeZoneInfo.ConvertTime(clock.DueAt, WorkingDays.Amsterdam).TimeOfDay);
        }
    }

    [Fact]
    public void The_warning_moves_along_unless_it_was_given()
    {
        var (moved, given) = (Clock.Start(Days(5), Start), Clock.Start(Days(5), Start));
        var (warn, due) = (moved.WarnAt, moved.DueAt);
        Assert.True(given.Warn(given.WarnAt));

        foreach (var clock in new[] { moved, given })
        {
            Assert.Null(Pause(clock, PauseReason.FamilyRequest, "x", warn));
            Assert.Null(clock.Resume(warn.AddDays(7)));
            Assert.True(clock.DueAt > due);
        }

        Assert.Equal(moved.DueAt - due, moved.WarnAt - warn);
        Assert.Equal(warn, given.WarnAt);
        Assert.False(given.Warn(given.DueAt.AddTicks(-1)));
    }

    [Fact]
    public void Days_of_the_calendar_count_from_the_first_and_are_not_given_back()
    {
        // On the day on which the clocks go forward, and on which they go back.
        foreach (var day in new[] { new DateOnly(2027, 3, 28), new DateOnly(2027, 10, 31), new DateOnly(2027, 12, 25) })
        {
            var clock = Clock.Start(Of(1, TimeLimitUnit.CalendarDays), WorkingDays.StartOf(day).AddHours(1));
            Assert.Equal(WorkingDays.StartOf(day.AddDays(1)), clock.DueAt);
            Assert.Equal(WorkingDays.StartOf(day.AddDays(3)), Of(3, TimeLimitUnit.CalendarDays).DueAt(WorkingDays.StartOf(day)));
        }
    }

    [Fact]
    public void Minutes_count_at_any_hour_also_while_the_clocks_change()
    {
        var night = new DateTimeOffset(2027, 10, 31, 0, 59, 0, TimeSpan.Zero);
        var clock = Clock.Start(Of(2, TimeLimitUnit.Minutes) with { WarnAfter = 0.25 }, night);

        Assert.Equal(night.AddMinutes(2), clock.DueAt);
        Assert.Equal(night.AddSeconds(30), clock.WarnAt);
    }

    static Refusal? Pause(Clock clock, PauseReason reason, string explanation, DateTimeOffset now, DateOnly? until = null) =>
        clock.Pause(reason, explanation, until ?? WorkingDays.DateOf(now).AddDays(28), SixWeeks, now);

    static DateOnly Last(Clock clock) => WorkingDays.DateOf(clock.DueAt).AddDays(-1);

    static TimeLimit Days(int amount) => Of(amount, TimeLimitUnit.WorkingDays);

    static TimeLimit Of(int amount, TimeLimitUnit unit) => new("a", amount, unit, "x", default, null);
}
