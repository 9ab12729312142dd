namespace Geborgen.Casework;

/// <summary>
/// The Dutch working-day calendar: no Saturdays, Sundays or generally recognised holidays (Algemene termijnenwet,
/// article 3, which counts Good Friday among them), on civil dates in Europe/Amsterdam.
/// </summary>
public static class WorkingDays
{
    /// <summary>The time zone in which statutory terms are counted.</summary>
    public static TimeZoneInfo Amsterdam { get; } = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");

    /// <summary>The civil date in the Netherlands at a moment.</summary>
    public static DateOnly DateOf(DateTimeOffset moment) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, Amsterdam).DateTime);

    /// <summary>The moment at which a civil date begins in the Netherlands, in UTC.</summary>
    public static DateTimeOffset StartOf(DateOnly date)
    {
        // The clock changes at two or three at night, so midnight exists exactly once on every date.
        var midnight = date.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, Amsterdam.GetUtcOffset(midnight)).ToUniversalTime();
    }

    /// <summary>Whether people work on this date.</summary>
    public static bool IsWorkingDay(DateOnly date) =>
        date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !IsHoliday(date);

    /// <summary>The date that lies a number of working days after a date, which itself does not count.</summary>
    public static DateOnly Add(DateOnly date, int days)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(days, 1);
        while (days > 0)
        {
            date = date.AddDays(1);
            if (IsWorkingDay(date))
                days--;
        }

        return date;
    }

    /// <summary>How many working days lie after a date, up to and including another.</summary>
    public static int Between(DateOnly after, DateOnly until)
    {
        var days = 0;
        for (var date = after.AddDays(1); date <= until; date = date.AddDays(1))
            if (IsWorkingDay(date))
                days++;
        return days;
    }

    /// <summary>The first working day on or after a date (Algemene termijnenwet, article 1).</summary>
    public static DateOnly OnOrAfter(DateOnly date)
    {
        while (!IsWorkingDay(date))
            date = date.AddDays(1);
        return date;
    }

    static bool IsHoliday(DateOnly date)
    {
        var easter = Easter(date.Year);
        return date switch
        {
            { Month: 1, Day: 1 } or { Month: 5, Day: 5 } or { Month: 12, Day: 25 or 26 } => true,
            _ => date == KingsDay(date.Year)
                || date == easter.AddDays(-2)
                || date == easter.AddDays(1)
                || date == easter.AddDays(39)
                || date == easter.AddDays(50),
        };
    }

    static DateOnly KingsDay(int year)
    {
        var birthday = new DateOnly(year, 4, 27);
        return birthday.DayOfWeek == DayOfWeek.Sunday ? birthday.AddDays(-1) : birthday;
    }

    // The anonymous Gregorian computus (Meeus, Jones, Butcher).
    static DateOnly Easter(int year)
    {
        var golden = year % 19;
        var (century, rest) = Math.DivRem(year, 100);
        var epact = ((19 * golden) + century - (century / 4) - ((century - ((century + 8) / 25) + 1) / 3) + 15) % 30;
        var weekday = (32 + (2 * (century % 4)) + (2 * (rest / 4)) - epact - (rest % 4)) % 7;
        var correction = (golden + (11 * epact) + (22 * weekday)) / 451;
        var (month, day) = Math.DivRem(epact + weekday - (7 * correction) + 114, 31);
        return new DateOnly(year, month, day + 1);
    }
}
