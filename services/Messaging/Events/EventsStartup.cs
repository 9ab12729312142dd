using Geborgen.ServiceDefaults;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Geborgen.Messaging.Events;

/// <summary>
/// Everything that publishes and applies events. Hosted services stop in the reverse order: the relay before the bus, the
/// bus before the projections that it feeds.
/// </summary>
static class EventsStartup
{
    internal static void AddEvents<TDb>(this IServiceCollection services, MessagingBuilder<TDb> messaging) where TDb : ServiceDb
    {
        services.AddSingleton<MessagingMetrics>();
        services.AddInstanceClient<FeedClient>();
        foreach (var projection in messaging.Projections)
            services.AddProjection(projection);
        services.AddBus(messaging.Projections);
        foreach (var projection in messaging.Projections)
            services.AddSingleton<IHostedService>(provider => ActivatorUtilities.CreateInstance<CatchUp<TDb>>(
                provider, projection, provider.GetRequiredKeyedService<ProjectionWorker<TDb>>(projection.Name)));
        services.AddSingleton<EventPublisher>();
        services.AddSingleton(new NeverMissed([.. messaging.NeverMissed.Select(EventMessage.NameOf)]));
        services.AddHostedService<Relay>();
        services.AddHostedService<UnroutedMonitor>();
        services.AddSingleton<IHostedService>(provider => ActivatorUtilities.CreateInstance<BusWatch>(
            provider, [messaging.Projections.Select(projection => projection.Name).ToArray()]));
        services.AddHostedService<InboxCleanup>();
        services.AddReadyCheck<DatabaseCheck>("database");
        services.AddReadyCheck<BusCheck>("bus");
        services.AddReadyCheck<OutboxCheck>("outbox");
    }

    static void AddProjection<TDb>(this IServiceCollection services, ProjectionRegistration<TDb> projection) where TDb : ServiceDb
    {
        services.AddKeyedSingleton(projection.Name, projection);
        services.AddKeyedSingleton(projection.Name, (provider, _) =>
            ActivatorUtilities.CreateInstance<ProjectionWorker<TDb>>(provider, projection));
        services.AddSingleton<IHostedService>(provider => provider.GetRequiredKeyedService<ProjectionWorker<TDb>>(projection.Name));
    }
}
