using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace Geborgen.Messaging.Events;

/// <summary>Without its database a service can do nothing.</summary>
sealed class DatabaseCheck(NpgsqlDataSource database) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await using var command = database.CreateCommand("select 1");
        await command.ExecuteScalarAsync(cancellationToken);
        return HealthCheckResult.Healthy();
    }
}

/// <summary>What it has to say waits too long, or waits for somebody to look at it. The service itself works on.</summary>
sealed class OutboxCheck(MessagingMetrics metrics, TimeProvider clock) : IHealthCheck
{
    static readonly TimeSpan TooOld = TimeSpan.FromSeconds(30);

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var outbox = metrics.Outbox;
        return Task.FromResult(outbox.Parked > 0 || clock.GetUtcNow() - outbox.Oldest > TooOld
            ? HealthCheckResult.Degraded($"{outbox.Waiting} events wait, {outbox.Parked} of them parked.")
            : HealthCheckResult.Healthy());
    }
}
