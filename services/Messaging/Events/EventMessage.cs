using System.Text.Json;
using Geborgen.Contracts;

namespace Geborgen.Messaging.Events;

/// <summary>
/// An event as it travels, on the bus and in feeds. One kind of message for all events: a queue has one consumer that
/// sees them in the order of arrival, and the body is passed on as it was stored.
/// </summary>
/// <param name="EventId">The event's id, which is also the id of the message.</param>
/// <param name="Service">The service that published it.</param>
/// <param name="Name">The event's name in the catalogue.</param>
/// <param name="Body">The event.</param>
/// <param name="Trace">The trace that it belongs to (W3C traceparent).</param>
sealed record EventMessage(Guid EventId, string Service, string Name, JsonElement Body, string? Trace = null)
{
    /// <summary>Where the events of services stand, each in a namespace of its own; what all services can say stands in one of theirs.</summary>
    const string Contracts = "Geborgen.Contracts.";

    /// <summary>What this version of the software knows by that name, or null.</summary>
    internal Type? Type => Name == Heartbeat.Name ? typeof(Heartbeat) : EventCatalogue.TypeOf(Name);

    /// <summary>The routing key that it was published with, if what it says of itself is true.</summary>
    internal string Key => RoutingKey(Claim("municipality"), Service, Name);

    /// <summary>
    /// Whether it may be believed: who publishes an event is known by where it came in, by the queue's routing key or the feed that was read;
    /// what the message says of itself must be the same, and what belongs to one service is said by that service.
    /// </summary>
    internal bool CameIn(string? key) =>
        key == Key
        && (Name != Heartbeat.Name || Claim("service") == Service)
        && (Type?.Namespace is not { } space || !space.StartsWith(Contracts, StringComparison.Ordinal)
            || space[Contracts.Length..] is var owner && (owner == nameof(Geborgen.Contracts.Casework) || JsonNamingPolicy.KebabCaseLower.ConvertName(owner) == Service));

    internal ReceivedEvent Read() => new(EventId, Service, (DomainEvent)Body.Deserialize(Type!, EventLog.Json)!);

    string Claim(string member) =>
        Body.ValueKind == JsonValueKind.Object && Body.TryGetProperty(member, out var said) && said.ValueKind == JsonValueKind.String ? said.GetString()! : "";

    /// <summary>The name under which a type of event travels.</summary>
    internal static string NameOf(Type type) => type == typeof(Heartbeat) ? Heartbeat.Name : EventCatalogue.NameOf(type);

    /// <summary>
    /// Where a message about a municipality goes: <c>{municipality}.{service}.{event}</c>, with the service that publishes.
    /// </summary>
    internal static string RoutingKey(string municipality, string service, string name) => $"{municipality}.{service}.{name}";
}
