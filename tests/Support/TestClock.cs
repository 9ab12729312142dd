using System.Diagnostics;

namespace Geborgen.Support;

/// <summary>
/// A clock that begins at a moment of its own and goes on as fast as time does. Its timers are real ones, so that whatever
/// ticks, waits or tries again does so as always.
/// </summary>
public sealed class TestClock(DateTimeOffset start) : TimeProvider
{
    readonly long begun = Stopwatch.GetTimestamp();
    long ahead;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() =>
        start.ToUniversalTime() + Stopwatch.GetElapsedTime(begun) + TimeSpan.FromTicks(Interlocked.Read(ref ahead));

    /// <summary>Puts it forward. What waits on a timer goes on waiting.</summary>
    public void Advance(TimeSpan by) => Interlocked.Add(ref ahead, by.Ticks);
}
