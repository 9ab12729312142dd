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
    /// <summary>What this version of the software knows by that name, or null.</summary>
    internal Type? Type => Name == Heartbeat.Name ? typeof(Heartbeat) : EventCatalogue.TypeOf(Name);

    internal ReceivedEvent Read() => new(EventId, Service, (DomainEvent)Body.Deserialize(Type!, EventLog.Json)!);

    /// <summary>The name under which a type of event travels.</summary>
    internal static string NameOf(Type type) => type == typeof(Heartbeat) ? Heartbeat.Name : EventCatalogue.NameOf(type);

    /// <summary>
    /// Where a message about a municipality goes: <c>{municipality}.{service}.{event}</c>, with the service that publishes.
    /// </summary>
    internal static string RoutingKey(string municipality, string service, string name) => $"{municipality}.{service}.{name}";
}
