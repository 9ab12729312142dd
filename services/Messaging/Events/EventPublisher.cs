using System.Text.Json;
using Geborgen.ServiceDefaults;
using MassTransit;
using Microsoft.Extensions.Options;

namespace Geborgen.Messaging.Events;

/// <summary>Puts messages on the exchange. Publishing has succeeded when the broker confirmed it.</summary>
sealed class EventPublisher(IBusControl bus, ServiceName service, IOptions<InstanceOptions> instance)
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>A heartbeat that nobody took by then says nothing any more.</summary>
    static readonly TimeSpan HeartbeatLifetime = TimeSpan.FromSeconds(60);

    internal bool IsReady => bus.CheckHealth().Status != BusHealthStatus.Unhealthy;

    internal Task Publish(OutgoingEvent outgoing, string? trace, CancellationToken ct) => Publish(
        new EventMessage(outgoing.EventId, service.Value, outgoing.Name, outgoing.Body, trace), outgoing.Municipality, null, ct);

    internal async Task Publish(int epoch, long position, Func<string, DateTimeOffset> upTo, CancellationToken ct)
    {
        foreach (var municipality in instance.Value.Municipalities)
        {
            var at = upTo(municipality);
            var heartbeat = new Heartbeat(service.Value, epoch, position) { Municipality = municipality, At = at };
            await Publish(
                new EventMessage(Guid.CreateVersion7(at), service.Value, Heartbeat.Name, JsonSerializer.SerializeToElement(heartbeat, EventLog.Json)),
                municipality, HeartbeatLifetime, ct);
        }
    }

    async Task Publish(EventMessage message, string municipality, TimeSpan? lifetime, CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        await bus.Publish(message, context =>
        {
            context.MessageId = message.EventId;
            context.TimeToLive = lifetime;
            context.SetRoutingKey(EventMessage.RoutingKey(municipality, service.Value, message.Name));
        }, patience.Token);
    }
}
