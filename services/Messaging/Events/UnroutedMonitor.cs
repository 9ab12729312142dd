using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using RabbitMQ.Client;

namespace Geborgen.Messaging.Events;

/// <summary>Counts the messages that nobody was bound for: the broker confirms such a message without an error.</summary>
sealed class UnroutedMonitor(IConfiguration configuration, MessagingMetrics metrics, TimeProvider clock, ILogger<UnroutedMonitor> log)
    : BackgroundService
{
    static readonly TimeSpan Interval = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var factory = new ConnectionFactory { Uri = Bus.Address(configuration), ClientProvidedName = "unrouted" };
        using var timer = new PeriodicTimer(Interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            try
            {
                await using var connection = await factory.CreateConnectionAsync(stoppingToken);
                await using var channel = await connection.CreateChannelAsync(cancellationToken: stoppingToken);
                metrics.Unrouted = await channel.MessageCountAsync(Bus.Unrouted, stoppingToken);
                if (metrics.Unrouted > 0)
                    log.LogError("{Count} messages went to nobody; they wait in the queue {Queue}.", metrics.Unrouted, Bus.Unrouted);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogWarning("The broker did not say what is unrouted ({Type}).", exception.GetType().Name);
            }
    }
}
