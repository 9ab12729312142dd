using System.Data.Common;
using System.Runtime.CompilerServices;
using Geborgen.Casework;
using Geborgen.ServiceDefaults;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Geborgen.CaseFiles;

/// <summary>
/// Lets an aggregate say in time that a term of it comes near its end, ran out, or waited long enough. Of several replicas one takes it,
/// for its row is held until what it said is saved; one that somebody changes meanwhile is looked at again soon.
/// </summary>
sealed class ClockTicker<TDb>(IServiceScopeFactory scopes, TimeProvider clock, ILogger<ClockTicker<TDb>> log)
    : BackgroundService where TDb : CaseFileDb
{
    const int AtOnce = 100;

    static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);
    static readonly TimeSpan Soon = TimeSpan.FromSeconds(1);
    static readonly TimeSpan Later = TimeSpan.FromMinutes(1);

    /// <summary>The ones that failed, and when they are tried again: one that fails must not keep the others waiting.</summary>
    readonly Dictionary<Guid, DateTimeOffset> postponed = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            try
            {
                while (await Tick(stoppingToken))
                    log.LogDebug("Terms were due.");
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogWarning("The clocks can't be read now ({Type}).", exception.GetType().Name);
            }
    }

    /// <summary>Tells those the time that have something to say. False when there was none, or others have them.</summary>
    internal async Task<bool> Tick(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        foreach (var (id, until) in postponed)
            if (until <= now)
                postponed.Remove(id);
        var told = false;
        foreach (var due in await Due(now, ct))
            told |= await Tell(due, now, ct);
        return told;
    }

    async Task<List<DueClock>> Due(DateTimeOffset now, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TDb>();
        var ofEach = Clocked(db).Select(type => type.GetTableName()).Select(table => $"""
            (select '{table}' as of, id from {table} where next_clock_at <= {"{0}"} and not id = any({"{1}"}) order by next_clock_at limit {AtOnce})
            """).ToArray();
        return ofEach is []
            ? []
            : await db.Database.SqlQuery<DueClock>(FormattableStringFactory.Create(string.Join(" union all ", ofEach), now, postponed.Keys.ToArray())).ToListAsync(ct);
    }

    async Task<bool> Tell(DueClock due, DateTimeOffset now, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        try
        {
            var held = FormattableStringFactory.Create($"select 1 from {due.Of} where id = {{0}} and next_clock_at <= {{1}} for update skip locked", due.Id, now);
            if (await db.Database.ExecuteSqlAsync(held, ct) == 0)
                return false;
            var type = Clocked(db).First(one => one.GetTableName() == due.Of).ClrType;
            ((ClockedAggregate)(await db.FindAsync(type, [due.Id], ct))!).TellTheTime(now);
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
            return true;
        }
        catch (Exception exception) when (!ct.IsCancellationRequested)
        {
            var passes = exception is StaleException || exception.GetBaseException() is DbException { IsTransient: true };
            if (!passes)
                log.LogError("The terms of {Stream} could not be told ({Type}); it is tried again in a minute.", due.Id, exception.GetType().Name);
            postponed[due.Id] = now + (passes ? Soon : Later);
            return false;
        }
    }

    static IEnumerable<IEntityType> Clocked(TDb db) => db.Model.GetEntityTypes().Where(one => one.ClrType.IsSubclassOf(typeof(ClockedAggregate)));

    internal sealed record DueClock(string Of, Guid Id);
}
