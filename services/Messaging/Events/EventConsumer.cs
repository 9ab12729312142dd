using MassTransit;

namespace Geborgen.Messaging.Events;

/// <summary>Hands what a queue delivers to its projection; the broker hears of each message by itself.</summary>
sealed class EventConsumer<TDb>(ProjectionWorker<TDb> worker) : IConsumer<EventMessage> where TDb : ServiceDb
{
    public Task Consume(ConsumeContext<EventMessage> context) => worker.Take(
        context.Message, context.TryGetPayload<RabbitMqBasicConsumeContext>(out var delivered) ? delivered.RoutingKey : null);
}
