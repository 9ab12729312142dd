namespace Geborgen.Casework;

/// <summary>A running term: from when, warned when, until when, and whether what it waits for was done.</summary>
public sealed class Clock
{
    Clock(Guid id, string term, DateTimeOffset startedAt, DateTimeOffset warnAt, DateTimeOffset dueAt)
    {
        Id = id;
        Term = term;
        StartedAt = startedAt;
        WarnAt = warnAt;
        DueAt = dueAt;
    }

    /// <summary>The clock's id.</summary>
    public Guid Id { get; private set; }

    /// <summary>The key of the term.</summary>
    public string Term { get; private set; }

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

    /// <summary>When what it waits for was done, or null while it runs.</summary>
    public DateTimeOffset? StoppedAt { get; private set; }

    /// <summary>Starts a clock.</summary>
    /// <param name="limit">The time limit that counts.</param>
    /// <param name="startedAt">The moment from which the term counts.</param>
    public static Clock Start(TimeLimit limit, DateTimeOffset startedAt)
    {
        ArgumentNullException.ThrowIfNull(limit);
        var start = startedAt.ToUniversalTime();
        return new(Guid.CreateVersion7(), limit.Term, start, limit.WarnAt(start), limit.DueAt(start));
    }

    /// <summary>Notes the warning. False when the clock no longer runs, was warned before, or it is too early.</summary>
    public bool Warn(DateTimeOffset now)
    {
        if (StoppedAt is not null || WarnedAt is not null || OverdueAt is not null || now < WarnAt)
            return false;
        WarnedAt = now;
        return true;
    }

    /// <summary>Notes that the term ran out. False when the clock no longer runs, that was noted before, or it is too early.</summary>
    public bool RunOut(DateTimeOffset now)
    {
        if (StoppedAt is not null || OverdueAt is not null || now < DueAt)
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
        return true;
    }
}
