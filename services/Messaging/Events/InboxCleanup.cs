using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Geborgen.Messaging.Events;

/// <summary>
/// Forgets after 30 days that an event was applied, which is longer than anybody replays a queue by hand. In small
/// batches, so that applying never waits for it.
/// </summary>
sealed class InboxCleanup(NpgsqlDataSource database, TimeProvider clock, ILogger<InboxCleanup> log) : BackgroundService
{
    const int Batch = 5000;

    static readonly TimeSpan Kept = TimeSpan.FromDays(30);
    static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            try
            {
                while (await Forget(stoppingToken) == Batch)
                    log.LogDebug("{Count} rows of the inbox were old.", Batch);
            }
            catch (NpgsqlException exception)
            {
                log.LogWarning("The inbox could not be cleaned ({Type}).", exception.GetType().Name);
            }
    }

    /// <summary>Removes one batch and says how many there were.</summary>
    internal async Task<int> Forget(CancellationToken ct)
    {
        await using var command = database.CreateCommand("""
            delete from inbox where (projection, event_id) in
                (select projection, event_id from inbox where at < $1 order by at limit $2 for update skip locked)
            """);
        command.Parameters.Add(new NpgsqlParameter { Value = clock.GetUtcNow() - Kept });
        command.Parameters.Add(new NpgsqlParameter { Value = Batch });
        return await command.ExecuteNonQueryAsync(ct);
    }
}
