using Geborgen.Support;

namespace Geborgen.Casework.Tests;

public sealed class TimeLimitsTests : IDisposable
{
    readonly string path = Path.GetTempFileName();

    public void Dispose() => File.Delete(path);

    [Fact]
    public void The_limit_of_the_date_on_which_the_term_starts_counts()
    {
        var limits = Read("""
            [ { "term": "triage", "amount": 5, "unit": "workingDays", "legalBasis": "old", "validFrom": "2020-01-01", "validUntil": "2026-06-30" },
              { "term": "triage", "amount": 3, "unit": "workingDays", "legalBasis": "new", "validFrom": "2026-07-01", "validUntil": null } ]
            """);

        Assert.Equal("old", limits.For("triage", At(2026, 6, 30, 21)).LegalBasis);
        Assert.Equal("new", limits.For("triage", At(2026, 6, 30, 22)).LegalBasis);
    }

    [Fact]
    public void A_term_without_a_limit_is_not_made_up() =>
        Assert.Throws<InvalidOperationException>(() => Read("[]").For("triage", At(2026, 1, 1, 0)));

    [Theory]
    [InlineData("""{ "term": "a", "amount": 0, "unit": "weeks", "legalBasis": "x", "validFrom": "2020-01-01", "validUntil": null }""")]
    [InlineData("""
        { "term": "a", "amount": 1, "unit": "weeks", "legalBasis": "x", "validFrom": "2020-01-01", "validUntil": null },
        { "term": "a", "amount": 2, "unit": "weeks", "legalBasis": "x", "validFrom": "2021-01-01", "validUntil": null }
        """)]
    public void A_list_that_cannot_be_right_is_refused(string limits) =>
        Assert.Throws<InvalidDataException>(() => Read($"[{limits}]"));

    [Theory]
    // Received on Friday afternoon: Monday to Friday count, and the term ends with that Friday.
    [InlineData("2026-11-20T14:05:00+01:00", "2026-11-27T23:00:00Z")]
    // Received just before and just after midnight in the Netherlands.
    [InlineData("2026-11-22T22:59:59Z", "2026-11-27T23:00:00Z")]
    [InlineData("2026-11-22T23:00:00Z", "2026-11-30T23:00:00Z")]
    // Over Christmas and New Year.
    [InlineData("2026-12-22T09:00:00+01:00", "2026-12-30T23:00:00Z")]
    // Over the night in which summer time begins: the last day is in summer time.
    [InlineData("2026-03-27T10:00:00+01:00", "2026-04-07T22:00:00Z")]
    public void Five_working_days_end_with_the_fifth(string startedAt, string dueAt) =>
        Assert.Equal(DateTimeOffset.Parse(dueAt, null), FiveWorkingDays.DueAt(DateTimeOffset.Parse(startedAt, null)));

    /// <summary>By hand: the last day of five working days, and of ten weeks.</summary>
    static readonly Dictionary<string, (DateOnly WorkingDays, DateOnly Weeks)> LastDays = new()
    {
        ["weekday"] = (new(2026, 12, 1), new(2027, 2, 2)),
        ["sunday"] = (new(2026, 12, 4), new(2027, 2, 8)),
        // The day after this fifth one is a holiday too.
        ["kings-day"] = (new(2027, 5, 4), new(2027, 7, 6)),
        ["easter-monday"] = (new(2027, 4, 5), new(2027, 6, 7)),
        ["night-of-spring"] = (new(2027, 4, 5), new(2027, 6, 7)),
        ["night-of-autumn"] = (new(2027, 11, 5), new(2028, 1, 10)),
        ["leap-day"] = (new(2028, 3, 7), new(2028, 5, 9)),
        ["new-years-eve"] = (new(2027, 1, 8), new(2027, 3, 11)),
    };

    public static TheoryData<string> Days => [.. TestDay.All.Keys];

    [Theory]
    [MemberData(nameof(Days))]
    public void A_term_ends_with_its_last_day_whichever_day_it_starts_on(string day)
    {
        var (start, last) = (TestDay.All[day], LastDays[day]);

        Assert.Equal(WorkingDays.StartOf(last.WorkingDays.AddDays(1)), FiveWorkingDays.DueAt(start));
        Assert.Equal(WorkingDays.StartOf(last.Weeks.AddDays(1)), new TimeLimit("a", 10, TimeLimitUnit.Weeks, "x", default, null).DueAt(start));
        Assert.Equal(WorkingDays.StartOf(WorkingDays.DateOf(start).AddDays(1)), new TimeLimit("a", 1, TimeLimitUnit.CalendarDays, "x", default, null).DueAt(start));
        Assert.Equal(TimeSpan.FromHours(72), new TimeLimit("a", 72, TimeLimitUnit.Hours, "x", default, null).DueAt(start) - start);
    }

    [Fact]
    public void Weeks_that_end_on_a_day_off_end_on_the_next_working_day() =>
        Assert.Equal(At(2026, 12, 28, 23), new TimeLimit("a", 1, TimeLimitUnit.Weeks, "x", default, null).DueAt(At(2026, 12, 19, 12)));

    [Fact]
    public void Hours_count_also_in_the_night_in_which_the_clocks_change() =>
        Assert.Equal(At(2026, 10, 27, 1), new TimeLimit("a", 72, TimeLimitUnit.Hours, "x", default, null).DueAt(At(2026, 10, 24, 1)));

    [Fact]
    public void The_owner_is_warned_after_the_start_and_before_the_end()
    {
        for (var start = At(2026, 1, 1, 0); start.Year == 2026; start = start.AddHours(7))
        {
            var warn = FiveWorkingDays.WarnAt(start);
            Assert.True(start < warn && warn < FiveWorkingDays.DueAt(start));
        }
    }

    static TimeLimit FiveWorkingDays => new("a", 5, TimeLimitUnit.WorkingDays, "x", default, null);

    static DateTimeOffset At(int year, int month, int day, int hour) => new(year, month, day, hour, 0, 0, TimeSpan.Zero);

    TimeLimits Read(string json)
    {
        File.WriteAllText(path, json);
        return TimeLimits.Read(path);
    }
}
