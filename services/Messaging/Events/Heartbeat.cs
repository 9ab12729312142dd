using Geborgen.Contracts;

namespace Geborgen.Messaging;

/// <summary>
/// What the relay of a service says every five seconds for each municipality that it serves, in the same stream of
/// messages as its events: everything up to <paramref name="At"/> has been published before this.
/// A reader who heard nothing for 60 s can't know whether an involvement ended, and denies.
/// Not an event: it is not logged, and not in the feed.
/// </summary>
/// <param name="Service">The service that speaks.</param>
/// <param name="Municipality">The municipality.</param>
/// <param name="Epoch">The epoch of its log.</param>
/// <param name="Position">The last position of its log that was published.</param>
/// <param name="At">Up to when its log was published; now, unless it lags behind.</param>
public sealed record Heartbeat(string Service, string Municipality, int Epoch, long Position, DateTimeOffset At) : IDomainEvent
{
    internal const string Name = "heartbeat";

    Guid IDomainEvent.Stream => Guid.Empty;
    int IDomainEvent.Version => 0;
    Guid IDomainEvent.FamilyId => Guid.Empty;
}
