namespace Geborgen.Messaging.Events;

/// <summary>
/// Below which position the relay need not look. Rows that were deleted stay in the index while any snapshot is open (a
/// backup, a rebuild), and reading past them costs more than all else. A position is only passed by after a while,
/// because a transaction with a lower one can commit later; and now and then everything is looked at again.
/// </summary>
sealed class LowWater(TimeProvider clock)
{
    static readonly TimeSpan Settled = TimeSpan.FromSeconds(2);
    static readonly TimeSpan Rescan = TimeSpan.FromSeconds(30);

    readonly Queue<(DateTimeOffset At, long Position)> seen = new();
    long settled;
    DateTimeOffset rescanAt = DateTimeOffset.MinValue;

    /// <summary>The position to look above at this moment.</summary>
    internal long Position(DateTimeOffset now)
    {
        if (now >= rescanAt)
        {
            rescanAt = now + Rescan;
            return 0;
        }
        while (seen.TryPeek(out var oldest) && oldest.At + Settled <= now)
            settled = seen.Dequeue().Position;
        return settled;
    }

    /// <summary>Everything up to this position was read.</summary>
    internal void Seen(long position) => seen.Enqueue((clock.GetUtcNow(), position));

    /// <summary>Something was held and has to be looked for again at that time.</summary>
    internal void LookAgain(DateTimeOffset at) => rescanAt = at < rescanAt ? at : rescanAt;
}
