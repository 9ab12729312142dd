using Geborgen.ServiceDefaults;
using MassTransit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace Geborgen.Messaging.Events;

/// <summary>
/// Ends the process when its bus stays down, or a queue of its own stays away or without a consumer, although the broker answers: when
/// a broker dies while a queue is being set up, the transport can wait for ever for an answer that no longer comes, and
/// not know it. Whoever runs the process starts it anew, and nothing is lost by that. While the broker is away the
/// process works on.
/// </summary>
sealed class BusWatch(
    string[] projections, IBusControl bus, IOptions<InstanceOptions> instance, IConfiguration configuration,
    IHostApplicationLifetime process, TimeProvider clock, ILogger<BusWatch> log) : BackgroundService
{
    static readonly TimeSpan Interval = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Longer than a bus takes to come up on a busy machine. It can be shorter than the bus pauses between two attempts
    /// after a long outage: then starting anew only ends the pause.
    /// </summary>
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(45);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var factory = new ConnectionFactory { Uri = Bus.Address(configuration), ClientProvidedName = "bus watch" };
        long? stuckSince = null;
        using var timer = new PeriodicTimer(Interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            if (!await IsStuck(factory, stoppingToken))
                stuckSince = null;
            else if (clock.GetElapsedTime(stuckSince ??= clock.GetTimestamp()) >= Patience)
            {
                log.LogCritical("The broker answers and the bus stays down; the process ends, to be started anew.");
                Environment.ExitCode = 1;
                process.StopApplication();
                return;
            }
        }
    }

    async Task<bool> IsStuck(ConnectionFactory factory, CancellationToken ct)
    {
        try
        {
            await using var connection = await factory.CreateConnectionAsync(ct);
            if (bus.CheckHealth().Status != BusHealthStatus.Healthy)
                return true;
            await using var channel = await connection.CreateChannelAsync(cancellationToken: ct);
            foreach (var projection in projections)
                if ((await channel.QueueDeclarePassiveAsync(Bus.QueueOf(instance.Value, projection), ct)).ConsumerCount == 0)
                    return true;
            return false;
        }
        catch (OperationInterruptedException missing) when (missing.ShutdownReason?.ReplyCode == Constants.NotFound)
        {
            // A queue that is not there is read by nobody.
            return true;
        }
        catch (Exception) when (!ct.IsCancellationRequested)
        {
            // The broker is away, in whatever way.
            return false;
        }
    }
}
