namespace Geborgen.Messaging.Tests.Events;

/// <summary>A clock that stands where a test puts it.</summary>
sealed class SettableClock(DateTimeOffset now) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => Now;
}
