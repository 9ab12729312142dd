using System.Diagnostics;
using Geborgen.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Intake.Emergencies;

/// <summary>
/// Brings an emergency to the regional team by a call of its own, where the event gave no sign of having arrived: the bus
/// may be down, and danger does not wait for it. It goes on until the regional team has received it, one way or the other. That the family is in
/// another place than was told is brought at once, for somebody may be on the way.
/// </summary>
sealed class DeliverEmergencies(IServiceScopeFactory scopes, TimeProvider clock, ILogger<DeliverEmergencies> log) : BackgroundService
{
    static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    /// <summary>The longest time between two attempts. Somebody may have repaired the connection.</summary>
    static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    static readonly ActivitySource Traces = new("Geborgen.Intake");

    // Kept in memory: who starts anew tries at once.
    readonly Dictionary<Guid, (TimeSpan Wait, DateTimeOffset Next)> failed = [];

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
                log.LogWarning("The emergencies can't be read now ({Type}).", exception.GetType().Name);
            }
    }

    async Task Turn(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var waiting = await scope.ServiceProvider.GetRequiredService<IntakeDb>().Emergencies
            .Where(one => (one.BroughtSince != null && one.ReceivedAt == null)
                || (one.PlaceCorrectedAt != null && one.CorrectionReceivedAt == null && one.EndedAt == null))
            .OrderBy(one => one.RaisedAt).Select(one => one.Id).ToListAsync(ct);
        foreach (var received in failed.Keys.Except(waiting).ToList())
            failed.Remove(received);
        var due = waiting.Where(id => !failed.TryGetValue(id, out var before) || before.Next <= clock.GetUtcNow()).ToList();
        // At once: one that the other can't take must not hold up the next.
        foreach (var (id, received) in await Task.WhenAll(due.Select(async id => (id, await Deliver(id, ct)))))
            if (received)
                failed.Remove(id);
            else
                Later(id);
    }

    async Task<bool> Deliver(Guid id, CancellationToken ct)
    {
        using var span = Traces.StartActivity("bring emergency");
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<IntakeDb>();
            var brought = await db.Emergencies.AsNoTracking().SingleAsync(one => one.Id == id, ct);
            if (!await scope.ServiceProvider.GetRequiredService<InvestigationClient>().Bring(brought, ct))
            {
                log.LogWarning("Emergency {Emergency} was not taken by the regional team's service; it is brought again.", id);
                return false;
            }
            // Read again: meanwhile somebody may have recorded what was agreed.
            var emergency = await db.Emergencies.SingleAsync(one => one.Id == id, ct);
            emergency.Receive(clock.GetUtcNow());
            if (brought.PlaceCorrectedAt is { } corrected)
                emergency.ReceiveCorrection(corrected, clock.GetUtcNow());
            await db.SaveChangesAsync(ct);
            return true;
        }
        catch (StaleException)
        {
            // Somebody acts on it at this moment. Bringing it once more is harmless.
            return false;
        }
        catch (Exception exception) when (!ct.IsCancellationRequested)
        {
            log.LogWarning("Emergency {Emergency} could not be brought ({Type}); it is brought again.", id, exception.GetType().Name);
            return false;
        }
    }

    void Later(Guid id)
    {
        var wait = failed.TryGetValue(id, out var before) ? before.Wait * 2 : Interval;
        wait = wait < Longest ? wait : Longest;
        failed[id] = (wait, clock.GetUtcNow() + wait);
    }
}
