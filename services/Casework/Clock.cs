namespace Geborgen.Casework;

/// <summary>
/// A running term: from when, warned when, until when, whether it is paused and whether what it waits for was done.
/// </summary>
public sealed class Clock
{
    /// <summary>The longest time for which a term waits at once.</summary>
    public const string PauseTerm = "clockPause";

    Clock(Guid id, string term, TimeLimitUnit unit, DateTimeOffset startedAt, DateTimeOffset warnAt, DateTimeOffset dueAt)
    {
        Id = id;
        Term = term;
        Unit = unit;
        StartedAt = startedAt;
        WarnAt = warnAt;
        DueAt = dueAt;
    }

    /// <summary>The clock's id.</summary>
    public Guid Id { get; private set; }

    /// <summary>The key of the term.</summary>
    public string Term { get; private set; }

    /// <summary>Where the term comes from; null for a day that was agreed on.</summary>
    public string? LegalBasis { get; private set; }

    /// <summary>Who is warned and answers for it.</summary>
    public ClockOwner Owner { get; internal set; }

    /// <summary>What the term counts, which is also what a pause counts.</summary>
    public TimeLimitUnit Unit { get; private set; }

    /// <summary>The moment from which the term counts.</summary>
    public DateTimeOffset StartedAt { get; private set; }

    /// <summary>When the owner is warned.</summary>
    public DateTimeOffset WarnAt { get; private set; }

    /// <summary>When the term runs out.</summary>
    public DateTimeOffset DueAt { get; private set; }

    /// <summary>When the owner was warned, or null.</summary>
    public DateTimeOffset? WarnedAt { get; private set; }

    /// <summary>When it was established that the term had run out, or null.</summary>
    public DateTimeOffset? OverdueAt { get; private set; }

    /// <summary>Since when it is paused, or null while it runs.</summary>
    public DateTimeOffset? PausedAt { get; private set; }

    /// <summary>The last day on which it waits, or null while it runs.</summary>
    public DateOnly? PausedUntil { get; private set; }

    /// <summary>Why it is or last was paused.</summary>
    public PauseReason? PauseReason { get; private set; }

    /// <summary>What was said about the pause, in words for the family.</summary>
    public string? PauseExplanation { get; private set; }

    /// <summary>When what it waits for was done, or null while it runs.</summary>
    public DateTimeOffset? StoppedAt { get; private set; }

    /// <summary>When there is something to say of it next: the end of a pause, the warning, then the end; null when nothing is left.</summary>
    internal DateTimeOffset? NextAt =>
        StoppedAt is not null || OverdueAt is not null ? null
        : PausedUntil is { } last ? WorkingDays.StartOf(last.AddDays(1))
        : WarnedAt is null ? WarnAt
        : DueAt;

    /// <summary>Starts a clock.</summary>
    public static Clock Start(TimeLimit limit, DateTimeOffset startedAt)
    {
        ArgumentNullException.ThrowIfNull(limit);
        var start = startedAt.ToUniversalTime();
        return new(Guid.CreateVersion7(), limit.Term, limit.Unit, start, limit.WarnAt(start), limit.DueAt(start)) { LegalBasis = limit.LegalBasis };
    }

    /// <summary>Starts a clock that runs until the end of an agreed day; its owner is warned with a fifth of the time left.</summary>
    public static Clock Until(string term, DateOnly lastDay, DateTimeOffset startedAt, string? legalBasis = null)
    {
        var (start, due) = (startedAt.ToUniversalTime(), WorkingDays.StartOf(lastDay.AddDays(1)));
        return new(Guid.CreateVersion7(), term, TimeLimitUnit.CalendarDays, start, start + ((due - start) * TimeLimit.UsualWarning), due) { LegalBasis = legalBasis };
    }

    /// <summary>Starts a clock that runs until an agreed moment, and waits for nobody; its owner is warned with a fifth of the time left.</summary>
    public static Clock UntilMoment(string term, DateTimeOffset end, DateTimeOffset startedAt)
    {
        var (start, due) = (startedAt.ToUniversalTime(), end.ToUniversalTime());
        return new(Guid.CreateVersion7(), term, TimeLimitUnit.Hours, start, start + ((due - start) * TimeLimit.UsualWarning), due);
    }

    /// <summary>Notes the warning. False when the clock does not run now, was warned before, or it is too early.</summary>
    public bool Warn(DateTimeOffset now)
    {
        if (StoppedAt is not null || PausedAt is not null || WarnedAt is not null || OverdueAt is not null || now < WarnAt)
            return false;
        WarnedAt = now;
        return true;
    }

    /// <summary>Notes that the term ran out. False when the clock does not run now, that was noted before, or it is too early.</summary>
    public bool RunOut(DateTimeOffset now)
    {
        if (StoppedAt is not null || PausedAt is not null || OverdueAt is not null || now < DueAt)
            return false;
        OverdueAt = now;
        return true;
    }

    /// <summary>Stops the clock: what it waited for is done. False when it was stopped before.</summary>
    public bool Stop(DateTimeOffset now)
    {
        if (StoppedAt is not null)
            return false;
        StoppedAt = now;
        (PausedAt, PausedUntil) = (null, null);
        return true;
    }

    /// <summary>
    /// Lets the term wait until a day, for a reason that lies with the family or with the law. A pause without an end could be
    /// forgotten, and with it the family.
    /// </summary>
    public Refusal? Pause(PauseReason reason, string explanation, DateOnly? until, TimeLimit longest, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(longest);
        if (reason == Casework.PauseReason.StaffShortage)
            return ClockRefusals.StaffShortageNeverPauses;
        if (string.IsNullOrWhiteSpace(explanation))
            return ClockRefusals.PauseUnexplained;
        if (Unit is TimeLimitUnit.CalendarDays or TimeLimitUnit.Hours or TimeLimitUnit.Minutes)
            return ClockRefusals.NeverWaits;
        if (StoppedAt is not null || OverdueAt is not null || now >= DueAt)
            return ClockRefusals.NotRunning;
        if (PausedAt is not null)
            return ClockRefusals.AlreadyPaused;
        if (until is not { } last)
            return ClockRefusals.PauseWithoutEnd;
        if (last < WorkingDays.DateOf(now))
            return ClockRefusals.PauseInPast;
        if (WorkingDays.StartOf(last.AddDays(1)) > longest.DueAt(now))
            return ClockRefusals.PauseTooLong;
        (PausedAt, PausedUntil, PauseReason, PauseExplanation) = (now, last, reason, explanation);
        return null;
    }

    /// <summary>
    /// Lets the term go on. It gets back the whole civil days on which it waited: working days where it counts those,
    /// calendar days where it counts weeks; its end moves on to a working day as before. Days after the last one on which it
    /// was to wait are not given back, however late that is noticed.
    /// </summary>
    public Refusal? Resume(DateTimeOffset now)
    {
        if (PausedAt is not { } since)
            return ClockRefusals.NotPaused;
        var today = WorkingDays.DateOf(now);
        var due = Later(DueAt, WorkingDays.DateOf(since), PausedUntil < today ? PausedUntil.Value : today);
        (PausedAt, PausedUntil) = (null, null);
        if (WarnedAt is null)
            WarnAt += due - DueAt;
        DueAt = due;
        return null;
    }

    DateTimeOffset Later(DateTimeOffset due, DateOnly from, DateOnly until)
    {
        // A term ends at the start of the day after its last one.
        var last = WorkingDays.DateOf(due).AddDays(-1);
        return Unit switch
        {
            TimeLimitUnit.WorkingDays when WorkingDays.Between(from, until) is > 0 and var days =>
                WorkingDays.StartOf(WorkingDays.Add(last, days).AddDays(1)),
            TimeLimitUnit.Weeks when until > from =>
                WorkingDays.StartOf(WorkingDays.OnOrAfter(last.AddDays(until.DayNumber - from.DayNumber)).AddDays(1)),
            _ => due,
        };
    }
}

/// <summary>Why a term waits.</summary>
public enum PauseReason
{
    /// <summary>The family asked for it.</summary>
    FamilyRequest,

    /// <summary>A person who must be heard is away or ill.</summary>
    PersonUnavailable,

    /// <summary>Another expert looks at it at the family's request.</summary>
    CounterExpertise,

    /// <summary>Police or prosecutor asked to wait.</summary>
    CriminalInvestigation,

    /// <summary>There are not enough people to do the work. Never accepted: waiting is visible and honest.</summary>
    StaffShortage,
}

/// <summary>Why a clock is not paused or resumed.</summary>
public static class ClockRefusals
{
    /// <summary>A lack of staff stops no statutory term.</summary>
    public static Refusal StaffShortageNeverPauses { get; } = new(
        "staff-shortage-never-pauses", "Lack of staff never pauses a term.",
        "Let the term run; the family and your organisation see honestly that it waits.");

    /// <summary>The family is not told why.</summary>
    public static Refusal PauseUnexplained { get; } = new(
        "pause-unexplained", "A pause is explained to the family.", "Add why the term waits.", RefusalKind.Invalid);

    /// <summary>A pause that nobody ends would wait for ever.</summary>
    public static Refusal PauseWithoutEnd { get; } = new(
        "pause-without-end", "A pause has a last day.", "Send until, the last day on which the term waits.", RefusalKind.Invalid);

    /// <summary>The last day of the pause is over.</summary>
    public static Refusal PauseInPast { get; } = new(
        "pause-in-past", "A pause ends today or later.", "Send until, today or a later day.", RefusalKind.Invalid);

    /// <summary>A pause is looked at again in time.</summary>
    public static Refusal PauseTooLong { get; } = new(
        "pause-too-long", "A term waits for a limited time at once.",
        "Send an earlier until; the term can be paused again, with what the family is told then.", RefusalKind.Invalid);

    /// <summary>An agreed day, danger and a data breach wait for nobody.</summary>
    public static Refusal NeverWaits { get; } = new(
        "clock-never-waits", "A term until an agreed day, of the same day, of hours or of minutes does not wait.",
        "Do what it waits for, or agree on a later day with its reason.");

    /// <summary>The clock was stopped or has run out.</summary>
    public static Refusal NotRunning { get; } = new(
        "clock-not-running", "Only a running term can be paused.", "Read the terms that run now.");

    /// <summary>The clock is paused already.</summary>
    public static Refusal AlreadyPaused { get; } = new(
        "clock-already-paused", "This term is paused already.", "Resume it first.");

    /// <summary>The clock is not paused.</summary>
    public static Refusal NotPaused { get; } = new(
        "clock-not-paused", "This term is not paused.", "Read the terms that run now.");

    /// <summary>There is no such clock here.</summary>
    public static Refusal NoSuchClock { get; } = new(
        "no-such-clock", "There is no such term here.", "Read the terms that run now.", RefusalKind.NotFound);
}

/// <summary>Who is warned before a term runs out and answers for it.</summary>
public enum ClockOwner
{
    /// <summary>The key worker; the team on duty while the family has none.</summary>
    KeyWorker,

    /// <summary>The investigator; the regional team on duty while there is none.</summary>
    Investigator,

    /// <summary>The privacy officer of the organisation.</summary>
    PrivacyOfficer,
}
