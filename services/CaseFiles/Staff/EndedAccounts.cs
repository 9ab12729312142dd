using Geborgen.Access;
using Geborgen.Casework;
using Geborgen.Contracts.Casework;
using Geborgen.Messaging.Events;
using Geborgen.ServiceDefaults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Geborgen.CaseFiles;

/// <summary>
/// Lets no family stay behind with an account that ended. Every few minutes the directory is asked about each account that works with a family
/// here or is to; what one does that is not in use any more, or is another organisation's or another role's, ends. A directory that does not
/// answer ends nothing. Of several replicas one asks at a time.
/// </summary>
/// <param name="scopes">Makes a scope for each family.</param>
/// <param name="clock">The clock.</param>
/// <param name="log">Where it is said what could not be done.</param>
/// <param name="roles">The roles with which somebody can work here.</param>
public abstract class EndedAccounts<TDb>(IServiceScopeFactory scopes, TimeProvider clock, ILogger log, params string[] roles)
    : BackgroundService where TDb : CaseFileDb
{
    /// <summary>Its own number in the database; nothing else takes advisory locks with it.</summary>
    const long Lock = 0x656e646564616363;

    static readonly TimeSpan Interval = TimeSpan.FromMinutes(5);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            try
            {
                await Turn(stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogWarning("Whether accounts ended can't be found out now ({Type}).", exception.GetType().Name);
            }
    }

    /// <summary>Takes from a worker what the directory says that the worker can't do any more, in each file of a family.</summary>
    protected abstract Task End(IServiceProvider services, TDb db, Guid familyId, Worker worker, DateTimeOffset now, CancellationToken ct);

    /// <summary>Asks about each account once. False where another replica does so now, or the directory does not answer.</summary>
    public async Task<bool> Turn(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        await using var connection = await scope.ServiceProvider.GetRequiredService<NpgsqlDataSource>().OpenConnectionAsync(ct);
        // It is held without a transaction: an open one would keep back all that is cleaned up in the meantime.
        if (!await Ask(connection, "select pg_try_advisory_lock($1)", ct))
            return false;
        try
        {
            var directory = scope.ServiceProvider.GetRequiredService<AccountDirectory>();
            foreach (var work in await Working(scope.ServiceProvider, ct))
            {
                var found = await directory.FindWorker(work.Key, ct);
                if (found.Content is not { } worker)
                    return false;
                // Who works with families works for somebody: what is missing is the right to read it.
                if (worker is { Active: true, Organisation: "" })
                {
                    log.LogWarning("The directory has an account in use but does not tell for whom; nothing of it ends.");
                    continue;
                }
                foreach (var family in work.Where(one => worker.WhyNotNamed(one.Organisation, roles) is not null).Select(one => one.FamilyId).Distinct())
                    await End(family, worker, ct);
            }
            return true;
        }
        finally
        {
            await Ask(connection, "select pg_advisory_unlock($1)", CancellationToken.None);
        }
    }

    async Task<ILookup<string, Work>> Working(IServiceProvider services, CancellationToken ct)
    {
        var (db, here, now) = (services.GetRequiredService<TDb>(), services.GetRequiredService<ServiceName>().Value, clock.GetUtcNow());
        return (await db.Set<Involvement>().AsNoTracking()
            .Where(one => one.Service == here && one.Worker != null && one.Relation != Relations.EmergencyAccess && (one.Until == null || one.Until > now))
            .Select(one => new Work(one.Worker!, one.Organisation!, one.FamilyId)).Distinct().ToListAsync(ct)).ToLookup(one => one.Account);
    }

    // One family that fails waits for the next turn, the others don't.
    async Task End(Guid family, Worker worker, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TDb>();
        try
        {
            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            await db.HoldFamilyAsync(family, ct);
            await End(scope.ServiceProvider, db, family, worker, clock.GetUtcNow(), ct);
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
        }
        catch (Exception exception) when (!ct.IsCancellationRequested)
        {
            log.LogError("What an ended account did with family {Family} could not be ended ({Type}); it is tried again.", family, exception.GetType().Name);
        }
    }

    static async Task<bool> Ask(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection) { Parameters = { new() { Value = Lock } } };
        return (bool)(await command.ExecuteScalarAsync(ct))!;
    }

    sealed record Work(string Account, string Organisation, Guid FamilyId);
}
