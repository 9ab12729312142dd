using Geborgen.Casework;
using Geborgen.Contracts;
using Geborgen.Contracts.Casework;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;

namespace Geborgen.CaseFiles;

/// <summary>A clock that runs and has something left to say.</summary>
sealed class DueClock
{
    public required Guid ClockId { get; init; }
    public required Guid Stream { get; init; }
    public required Guid FamilyId { get; init; }
    public required string Municipality { get; init; }
    public required string Term { get; init; }
    public required DateTimeOffset WarnAt { get; init; }
    public required DateTimeOffset DueAt { get; init; }
    public DateTimeOffset? WarnedAt { get; set; }

    /// <summary>When it goes on by itself, or null while it runs.</summary>
    public DateTimeOffset? ResumesAt { get; set; }

    /// <summary>When the ticker looks at it next: the end of a pause, the warning, then the end.</summary>
    public required DateTimeOffset NextAt { get; set; }
}

/// <summary>The clocks that run, followed from the service's own events in the transaction that saves them.</summary>
static class DueClocks
{
    internal static void MapClocks(this ModelBuilder model) => model.Entity<DueClock>(clocks =>
    {
        clocks.ToTable("due_clocks");
        clocks.HasKey(clock => clock.ClockId);
        clocks.HasIndex(clock => clock.NextAt);
    });

    /// <summary>A clock that was stopped or has run out has nothing left to say and leaves the table.</summary>
    internal static async Task Follow(CaseFileDb db, IReadOnlyList<DomainEvent> events, CancellationToken ct)
    {
        foreach (var raised in events)
            switch (raised)
            {
                case ClockStarted started:
                    db.Add(new DueClock
                    {
                        ClockId = started.ClockId,
                        Stream = started.Stream,
                        FamilyId = started.FamilyId,
                        Municipality = started.Municipality,
                        Term = started.Term,
                        WarnAt = started.WarnAt.ToUniversalTime(),
                        DueAt = started.DueAt.ToUniversalTime(),
                        NextAt = started.WarnAt.ToUniversalTime(),
                    });
                    break;
                case ClockWarned warned:
                    await Warned(db, warned.ClockId, warned.At, ct);
                    break;
                case ClockPaused paused:
                    var resumesAt = paused.Until is { } last ? WorkingDays.StartOf(last.AddDays(1)) : DateTimeOffset.MaxValue;
                    await Next(db, paused.ClockId, set => set
                        .SetProperty(clock => clock.ResumesAt, resumesAt)
                        .SetProperty(clock => clock.NextAt, resumesAt), ct);
                    break;
                case ClockResumed resumed:
                    await Next(db, resumed.ClockId, set => set
                        .SetProperty(clock => clock.WarnAt, resumed.WarnAt.ToUniversalTime())
                        .SetProperty(clock => clock.DueAt, resumed.DueAt.ToUniversalTime())
                        .SetProperty(clock => clock.ResumesAt, (DateTimeOffset?)null)
                        .SetProperty(clock => clock.NextAt, clock => clock.WarnedAt == null ? resumed.WarnAt.ToUniversalTime() : resumed.DueAt.ToUniversalTime()), ct);
                    break;
                case ClockOverdue overdue:
                    await Done(db, overdue.ClockId, ct);
                    break;
                case ClockStopped stopped:
                    await Done(db, stopped.ClockId, ct);
                    break;
            }
    }

    internal static Task Warned(CaseFileDb db, Guid clockId, DateTimeOffset at, CancellationToken ct) =>
        Next(db, clockId, set => set
            .SetProperty(clock => clock.WarnedAt, at.ToUniversalTime())
            .SetProperty(clock => clock.NextAt, clock => clock.DueAt), ct);

    internal static async Task Done(CaseFileDb db, Guid clockId, CancellationToken ct)
    {
        if (db.Set<DueClock>().Local.FindEntry(clockId) is { } unsaved)
            unsaved.State = EntityState.Detached;
        await db.Set<DueClock>().Where(clock => clock.ClockId == clockId).ExecuteDeleteAsync(ct);
    }

    static Task<int> Next(CaseFileDb db, Guid clockId, Action<UpdateSettersBuilder<DueClock>> change, CancellationToken ct) =>
        db.Set<DueClock>().Where(clock => clock.ClockId == clockId).ExecuteUpdateAsync(change, ct);
}
