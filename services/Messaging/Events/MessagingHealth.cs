using System.Globalization;
using Geborgen.ServiceDefaults;
using MassTransit;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Geborgen.Messaging.Events;

/// <summary>Without its database a service can do nothing.</summary>
sealed class DatabaseCheck(NpgsqlDataSource database, TimeProvider clock, ILogger<DatabaseCheck> log) : ReadyCheck(clock, log)
{
    /// <summary>The states in which the server starts, ends or was killed.</summary>
    const string OperatorIntervention = "57P";

    protected override async Task<HealthCheckResult> Look(CancellationToken cancellationToken)
    {
        try
        {
            await using var command = database.CreateCommand("select 1");
            await command.ExecuteScalarAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (PostgresException refusal) when (!refusal.SqlState.StartsWith(OperatorIntervention, StringComparison.Ordinal))
        {
            return HealthCheckResult.Unhealthy($"The database refuses this service (SQL state {refusal.SqlState}).");
        }
        catch (NpgsqlException)
        {
            return HealthCheckResult.Unhealthy("The database does not answer.");
        }
    }
}

/// <summary>Without the broker a service works on: what it has to say waits in its outbox.</summary>
sealed class BusCheck(IBusControl bus, MessagingMetrics metrics, TimeProvider clock, ILogger<BusCheck> log) : ReadyCheck(clock, log)
{
    readonly TimeProvider clock = clock;
    DateTimeOffset? away;

    protected override Task<HealthCheckResult> Look(CancellationToken cancellationToken)
    {
        if (bus.CheckHealth().Status == BusHealthStatus.Healthy)
        {
            away = null;
            return Task.FromResult(HealthCheckResult.Healthy());
        }
        var since = away ??= clock.GetUtcNow();
        return Task.FromResult(HealthCheckResult.Degraded(string.Create(CultureInfo.InvariantCulture,
            $"The broker is away since {since:HH:mm} UTC; events wait in the outbox ({metrics.Outbox.Waiting}).")));
    }
}

/// <summary>What it has to say waits too long, or waits for somebody to look at it. The service itself works on.</summary>
sealed class OutboxCheck(MessagingMetrics metrics, TimeProvider clock, ILogger<OutboxCheck> log) : ReadyCheck(clock, log)
{
    static readonly TimeSpan TooOld = TimeSpan.FromSeconds(30);

    readonly TimeProvider clock = clock;

    protected override Task<HealthCheckResult> Look(CancellationToken cancellationToken)
    {
        var outbox = metrics.Outbox;
        return Task.FromResult(outbox.Parked > 0 || clock.GetUtcNow() - outbox.Oldest > TooOld
            ? HealthCheckResult.Degraded($"{outbox.Waiting} events wait, {outbox.Parked} of them until somebody looks at them.")
            : HealthCheckResult.Healthy());
    }
}
