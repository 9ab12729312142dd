using Geborgen.ServiceDefaults;
using MassTransit;
using MassTransit.Middleware;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using RabbitMQ.Client;

namespace Geborgen.Messaging.Events;

/// <summary>
/// The shape of the bus: one topic exchange for all events, one quorum queue per projection that binds exactly the keys
/// that it handles, and a queue for what nobody bound.
/// </summary>
static class Bus
{
    internal const string Exchange = "domain-events";

    /// <summary>The exchange and the queue of messages that no queue was bound for.</summary>
    internal const string Unrouted = "unrouted";

    const string AlternateExchange = "alternate-exchange";

    /// <summary>So many may wait at once, so that a batch can fill while the one before it is applied.</summary>
    const int Prefetch = 1000;

    internal static Uri Address(IConfiguration configuration) => new(configuration.GetConnectionString("rabbitmq")
        ?? throw new InvalidOperationException("The connection string 'rabbitmq' is missing."));

    internal static string QueueOf(InstanceOptions instance, string projection) => $"{instance.Name}.{projection}";

    internal static void AddBus<TDb>(this IServiceCollection services, IReadOnlyList<ProjectionRegistration<TDb>> projections)
        where TDb : ServiceDb => services.AddMassTransit(bus =>
    {
        bus.DisableUsageTelemetry();
        // BusCheck is asked instead: it gives a reason, and knows that without the broker a service works on.
        bus.ConfigureHealthCheckOptions(health => health.Tags.Clear());
        bus.UsingRabbitMq((context, rabbit) =>
        {
            // The context itself knows no keyed services.
            var provider = context.GetRequiredService<IServiceProvider>();
            rabbit.Host(Address(provider.GetRequiredService<IConfiguration>()));
            rabbit.UseRawJsonSerializer(RawSerializerOptions.AnyMessageType, isDefault: true);
            rabbit.DeployPublishTopology = true;
            rabbit.Message<EventMessage>(message => message.SetEntityName(Exchange));
            rabbit.Publish<EventMessage>(publish =>
            {
                publish.ExchangeType = ExchangeType.Topic;
                // An internal type of message would otherwise get an exchange that goes with its last user.
                publish.Durable = true;
                publish.AutoDelete = false;
                publish.BindAlternateExchangeQueue(Unrouted, Unrouted, queue =>
                {
                    queue.ExchangeType = ExchangeType.Fanout;
                    queue.SetQueueArgument("x-queue-type", "quorum");
                });
            });
            var instance = provider.GetRequiredService<IOptions<InstanceOptions>>().Value;
            foreach (var projection in projections)
                rabbit.ReceiveEndpoint(QueueOf(instance, projection.Name), queue => queue.Receive(
                    new EventConsumer<TDb>(provider.GetRequiredKeyedService<ProjectionWorker<TDb>>(projection.Name)),
                    projection.Keys(instance.Municipalities)));
        });
    });

    static void Receive<TDb>(
        this IRabbitMqReceiveEndpointConfigurator queue, EventConsumer<TDb> consumer, IEnumerable<string> keys) where TDb : ServiceDb
    {
        queue.ConfigureConsumeTopology = false;
        queue.PublishFaults = false;
        queue.SetQuorumQueue();
        queue.PrefetchCount = Prefetch;
        queue.ConcurrentMessageLimit = Prefetch;
        foreach (var key in keys)
            queue.Bind(Exchange, binding =>
            {
                binding.ExchangeType = ExchangeType.Topic;
                binding.SetExchangeArgument(AlternateExchange, Unrouted);
                binding.RoutingKey = key;
            });
        queue.ConfigureError(error =>
        {
            error.UseFilter(new FaultHeaders());
            error.UseFilter(new ErrorTransportFilter());
        });
        queue.Instance(consumer);
    }
}
