using System.Data.Common;
using Geborgen.ServiceDefaults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Geborgen.CaseFiles;

/// <summary>
/// Says in time that a term comes near its end, and that it ran out, and lets a term go on that waited until its day. Of several replicas one takes a clock: its row stays
/// locked until what the aggregate said about it is saved. What came due while nothing ran is said late, but once.
/// </summary>
sealed class ClockTicker<TDb>(IServiceScopeFactory scopes, TimeProvider clock, ILogger<ClockTicker<TDb>> log)
    : BackgroundService where TDb : CaseFileDb
{
    static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);
    static readonly TimeSpan Soon = TimeSpan.FromSeconds(1);
    static readonly TimeSpan Later = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            try
            {
                while (await Tick(stoppingToken))
                    log.LogDebug("A clock was due.");
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogWarning("The clocks can't be read now ({Type}).", exception.GetType().Name);
            }
    }

    /// <summary>Handles one clock that is due. False when there is none, or others have them.</summary>
    internal async Task<bool> Tick(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TDb>();
        var now = clock.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        // Somebody who changes the same aggregate has it first and the clock second, and must not be the one who gives way.
        await db.Database.ExecuteSqlAsync($"set local lock_timeout = '250ms'", ct);
        var due = await db.Set<DueClock>()
            .FromSql($"select * from due_clocks where next_at <= {now} order by next_at limit 1 for update skip locked")
            .AsNoTracking()
            .SingleOrDefaultAsync(ct);
        if (due is null)
            return false;
        try
        {
            var owner = scope.ServiceProvider.GetRequiredService<IClockOwner>();
            if (due.ResumesAt is not null)
                await owner.Resume(due.Stream, due.ClockId, ct);
            else if (now >= due.DueAt)
            {
                await owner.Overdue(due.Stream, due.ClockId, ct);
                await DueClocks.Done(db, due.ClockId, ct);
            }
            else
            {
                await owner.Warn(due.Stream, due.ClockId, ct);
                await DueClocks.Warned(db, due.ClockId, now, ct);
            }
            await transaction.CommitAsync(ct);
        }
        catch (Exception exception) when (exception is StaleException || exception.GetBaseException() is DbException { IsTransient: true })
        {
            await transaction.RollbackAsync(ct);
            await Postpone(due, now + Soon, ct);
        }
        catch (Exception exception) when (!ct.IsCancellationRequested)
        {
            await transaction.RollbackAsync(ct);
            await Postpone(due, now + Later, ct);
            log.LogError("Clock {Clock} of {Stream} could not be handled ({Type}); it is tried again in a minute.",
                due.ClockId, due.Stream, exception.GetType().Name);
        }
        return true;
    }

    /// <summary>One clock that fails must not keep the others waiting. One that somebody moved meanwhile stays where it was moved to.</summary>
    async Task Postpone(DueClock due, DateTimeOffset until, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<TDb>().Set<DueClock>().Where(clock => clock.ClockId == due.ClockId && clock.NextAt == due.NextAt)
            .ExecuteUpdateAsync(set => set.SetProperty(clock => clock.NextAt, until), ct);
    }
}
