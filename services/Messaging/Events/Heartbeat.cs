using System.Text.Json.Serialization;
using Geborgen.Contracts;

namespace Geborgen.Messaging;

/// <summary>
/// What the relay of a service says every five seconds for each municipality that it serves, in the same stream of
/// messages as its events: everything up to <see cref="DomainEvent.At"/>, which is now unless the relay lags behind, has been
/// published before this. A reader who hears nothing for a while can't know what has happened since.
/// Not an event of a stream or a family: it is not logged, and not in the feed.
/// </summary>
/// <param name="Service">The service that speaks.</param>
/// <param name="Epoch">The epoch of its log.</param>
/// <param name="Position">The last position of its log that was published.</param>
public sealed record Heartbeat(string Service, int Epoch, long Position) : DomainEvent
{
    internal const string Name = "heartbeat";

    /// <inheritdoc/>
    [JsonIgnore]
    public override Guid Stream => Guid.Empty;

    /// <inheritdoc/>
    [JsonIgnore]
    public override int Version => 0;

    /// <inheritdoc/>
    [JsonIgnore]
    public override Guid FamilyId => Guid.Empty;
}
