using Geborgen.Casework;
using Geborgen.Intake.Contacts;

namespace Geborgen.Intake.Tests;

/// <summary>The terms of a report that comes in on whichever day of two years, holidays and changes of the clocks included.</summary>
public class ClocksOverTheYearsTests
{
    static readonly TimeLimits Limits = TimeLimits.Read(Path.Combine(AppContext.BaseDirectory, "time-limits.json"));

    public static TheoryData<int, int> Times => new() { { 0, 0 }, { 2, 30 }, { 16, 30 }, { 23, 59 } };

    [Theory]
    [MemberData(nameof(Times))]
    public void Triage_has_five_working_days_and_warns_and_runs_out_once(int hour, int minute)
    {
        foreach (var (day, start) in Days(hour, minute))
        {
            var clock = Clock.Start(Limits.For(Contact.TriageTerm, start), start);

            Assert.Equal(5, WorkingDays.Between(day, Last(clock)));
            Assert.True(WorkingDays.IsWorkingDay(Last(clock)), $"{day}");
            SaysEachOnce(clock, start);
        }
    }

    [Theory]
    [MemberData(nameof(Times))]
    public void Telling_has_four_weeks_and_warns_and_runs_out_once(int hour, int minute)
    {
        foreach (var (day, start) in Days(hour, minute))
        {
            var clock = Clock.Start(Limits.For(Contact.TellingTerm, start), start);

            Assert.Equal(WorkingDays.OnOrAfter(day.AddDays(28)), Last(clock));
            SaysEachOnce(clock, start);
        }
    }

    static void SaysEachOnce(Clock clock, DateTimeOffset start)
    {
        var (warned, overdue) = (0, 0);
        for (var now = start; now <= clock.DueAt.AddDays(2); now = now.AddHours(6))
        {
            warned += clock.Warn(now) ? 1 : 0;
            overdue += clock.RunOut(now) ? 1 : 0;
        }
        Assert.Equal((1, 1), (warned, overdue));
        Assert.Equal(TimeSpan.Zero, TimeZoneInfo.ConvertTime(clock.DueAt, WorkingDays.Amsterdam).TimeOfDay);
        Assert.True(start < clock.WarnAt && clock.WarnAt < clock.DueAt);
    }

    static DateOnly Last(Clock clock) => WorkingDays.DateOf(clock.DueAt.AddTicks(-1));

    static IEnumerable<(DateOnly Day, DateTimeOffset Start)> Days(int hour, int minute)
    {
        for (var day = new DateOnly(2026, 1, 1); day.Year < 2028; day = day.AddDays(1))
        {
            // An hour that does not exist on the day on which the clocks go forward is the next one.
            var start = WorkingDays.StartOf(day).AddHours(hour).AddMinutes(minute);
            yield return (WorkingDays.DateOf(start), start);
        }
    }
}
