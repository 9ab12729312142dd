using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Geborgen.CaseFiles;

/// <summary>Removes answers that are no longer kept, in small portions.</summary>
sealed class ExpiredAnswers(NpgsqlDataSource source, TimeProvider clock, ILogger<ExpiredAnswers> logger) : BackgroundService
{
    const int Portion = 1_000;
    static readonly TimeSpan Every = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                while (await Remove(stoppingToken) == Portion) { }
            }
            catch (NpgsqlException away)
            {
                logger.LogWarning("Expired answers stay until the next turn: {Failure}.", away.GetType().Name);
            }
        }
    }

    internal async Task<int> Remove(CancellationToken cancellation)
    {
        await using var command = source.CreateCommand("""
            delete from stored_answers where scope in (
                select scope from stored_answers where expires_at <= $1 order by expires_at limit $2 for update skip locked)
            """);
        command.Parameters.Add(new() { Value = clock.GetUtcNow() });
        command.Parameters.Add(new() { Value = Portion });
        return await command.ExecuteNonQueryAsync(cancellation);
    }
}
