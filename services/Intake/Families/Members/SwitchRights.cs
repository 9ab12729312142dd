using Geborgen.Casework;
using Geborgen.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Intake.Families;

/// <summary>
/// Lets families say in time that a member reached an age at which rights switch. Of several replicas one takes a member:
/// the row stays locked until what the family said about it is saved. What came while nothing ran is said late, but once.
/// </summary>
sealed class SwitchRights(IServiceScopeFactory scopes, TimeProvider clock, ILogger<SwitchRights> log) : BackgroundService
{
    static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval, clock);
        do
            try
            {
                await Turn(stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogWarning("The ages of members can't be read now ({Type}).", exception.GetType().Name);
            }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>Handles all families in which somebody reached an age. One that fails waits for the next turn, the others don't.</summary>
    internal async Task Turn(CancellationToken ct)
    {
        var failed = new List<Guid>();
        while (await Next(failed, ct))
            log.LogDebug("Rights of a member switched.");
    }

    async Task<bool> Next(List<Guid> failed, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IntakeDb>();
        var now = clock.GetUtcNow();
        var (today, passed) = (WorkingDays.DateOf(now), failed.ToArray());
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var due = await db.Database.SqlQuery<Guid>($"""
            select family_id as "Value" from memberships
            where next_switch_on <= {today} and until is null and family_id <> all({passed})
            order by next_switch_on limit 1 for update skip locked
            """).ToListAsync(ct);
        if (due is not [var familyId])
            return false;
        try
        {
            (await db.Families.SingleAsync(one => one.Id == familyId, ct)).SwitchRights(now);
            await FamilyFiles.TellWhoJoined(db, familyId, scope.ServiceProvider.GetRequiredService<TimeLimits>(), now, ct);
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
        }
        catch (Exception exception) when (!ct.IsCancellationRequested)
        {
            failed.Add(familyId);
            log.Log(
                exception is StaleException ? LogLevel.Information : LogLevel.Error,
                "Rights in family {Family} could not be switched ({Type}); it is tried again in a minute.", familyId, exception.GetType().Name);
        }
        return true;
    }
}
