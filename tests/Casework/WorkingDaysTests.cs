namespace Geborgen.Casework.Tests;

public class WorkingDaysTests
{
    [Theory]
    [InlineData(2026, "01-01,04-03,04-06,04-27,05-05,05-14,05-25,12-25,12-26")]
    [InlineData(2027, "01-01,03-26,03-29,04-27,05-05,05-06,05-17,12-25,12-26")]
    [InlineData(2025, "01-01,04-18,04-21,04-26,05-05,05-29,06-09,12-25,12-26")]
    public void The_generally_recognised_holidays_are_days_off(int year, string holidays)
    {
        var expected = holidays.Split(',').Select(day => DateOnly.ParseExact($"{year}-{day}", "yyyy-MM-dd", null)).ToHashSet();
        for (var date = new DateOnly(year, 1, 1); date.Year == year; date = date.AddDays(1))
        {
            var weekend = date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
            Assert.Equal(!weekend && !expected.Contains(date), WorkingDays.IsWorkingDay(date));
        }
    }

    [Fact]
    public void The_date_itself_does_not_count() =>
        Assert.Equal(new DateOnly(2026, 11, 24), WorkingDays.Add(new DateOnly(2026, 11, 23), 1));

    [Fact]
    public void Weekends_and_holidays_do_not_count() =>
        Assert.Equal(new DateOnly(2026, 4, 9), WorkingDays.Add(new DateOnly(2026, 4, 1), 4));

    [Fact]
    public void A_date_in_the_Netherlands_begins_two_hours_before_UTC_in_summer_and_one_in_winter()
    {
        Assert.Equal(new DateTimeOffset(2026, 6, 30, 22, 0, 0, TimeSpan.Zero), WorkingDays.StartOf(new DateOnly(2026, 7, 1)));
        Assert.Equal(new DateTimeOffset(2026, 12, 31, 23, 0, 0, TimeSpan.Zero), WorkingDays.StartOf(new DateOnly(2027, 1, 1)));
    }

    [Fact]
    public void Every_moment_of_a_year_lies_between_the_start_of_its_date_and_that_of_the_next()
    {
        for (var moment = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero); moment.Year == 2026; moment = moment.AddMinutes(30))
        {
            var date = WorkingDays.DateOf(moment);
            Assert.True(WorkingDays.StartOf(date) <= moment && moment < WorkingDays.StartOf(date.AddDays(1)));
        }
    }
}
