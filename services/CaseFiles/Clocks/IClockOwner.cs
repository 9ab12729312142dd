namespace Geborgen.CaseFiles;

/// <summary>
/// What a service does when one of its clocks is due: load the aggregate that owns it, let it say so
/// (<c>ClockWarned</c>, <c>ClockOverdue</c>, <c>ClockResumed</c>), save. The clocks themselves are followed from <c>ClockStarted</c> and
/// <c>ClockStopped</c> as they are saved, so a service has nothing else to keep.
/// Each call is made in a transaction that holds the clock, so that only one instance makes it at a time.
/// </summary>
public interface IClockOwner
{
    /// <summary>The clock has come to its warning moment.</summary>
    Task Warn(Guid stream, Guid clockId, CancellationToken ct);

    /// <summary>The clock has run out.</summary>
    Task Overdue(Guid stream, Guid clockId, CancellationToken ct);

    /// <summary>The clock has waited until its last day and goes on.</summary>
    Task Resume(Guid stream, Guid clockId, CancellationToken ct);
}
