namespace Geborgen.Casework;

/// <summary>A term within which something must be done, valid during a period, with its legal basis.</summary>
/// <param name="Term">The key of the term, such as <c>keyWorkerAssignment</c>.</param>
/// <param name="Amount">How many units; at least 1.</param>
/// <param name="Unit">What is counted.</param>
/// <param name="LegalBasis">Where the term comes from.</param>
/// <param name="ValidFrom">The first date on which a term that starts counts by this rule.</param>
/// <param name="ValidUntil">The last such date, or null.</param>
/// <param name="WarnAfter">After which part of the time the owner is warned, between 0 and 1.</param>
public sealed record TimeLimit(
    string Term, int Amount, TimeLimitUnit Unit, string LegalBasis, DateOnly ValidFrom, DateOnly? ValidUntil,
    double WarnAfter = TimeLimit.UsualWarning)
{
    // An owner who is warned with a fifth of the time left can still act.
    internal const double UsualWarning = 0.8;

    /// <summary>
    /// When a term that starts now runs out: at the end of its last civil day in the Netherlands, or to the minute
    /// where minutes or hours count.
    /// </summary>
    public DateTimeOffset DueAt(DateTimeOffset startedAt)
    {
        if (Unit == TimeLimitUnit.Minutes)
            return startedAt.ToUniversalTime().AddMinutes(Amount);
        if (Unit == TimeLimitUnit.Hours)
            return startedAt.ToUniversalTime().AddHours(Amount);
        var start = WorkingDays.DateOf(startedAt);
        var last = Unit switch
        {
            TimeLimitUnit.WorkingDays => WorkingDays.Add(start, Amount),
            TimeLimitUnit.Weeks => WorkingDays.OnOrAfter(start.AddDays(7 * Amount)),
            TimeLimitUnit.CalendarDays => start.AddDays(Amount - 1),
            _ => throw new InvalidOperationException($"Unknown unit {Unit}."),
        };
        return WorkingDays.StartOf(last.AddDays(1));
    }

    /// <summary>When the owner of a term that starts now is warned.</summary>
    public DateTimeOffset WarnAt(DateTimeOffset startedAt) =>
        startedAt.ToUniversalTime() + ((DueAt(startedAt) - startedAt) * WarnAfter);
}

/// <summary>What a time limit counts.</summary>
public enum TimeLimitUnit
{
    /// <summary>Working days.</summary>
    WorkingDays,

    /// <summary>Weeks; a term that would end on a day off ends on the next working day.</summary>
    Weeks,

    /// <summary>Days of the calendar, the first one included and days off as well: 1 is the end of the same day.</summary>
    CalendarDays,

    /// <summary>Minutes, at any hour of any day.</summary>
    Minutes,

    /// <summary>Hours, of any day.</summary>
    Hours,
}
