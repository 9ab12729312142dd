using Geborgen.Contracts.Investigation;
using Geborgen.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Intake.Emergencies;

/// <summary>The regional team says that it has received an emergency.</summary>
sealed class OnEmergencyAcknowledged(TimeProvider time) : IProjection<IntakeDb>
{
    public static IReadOnlyList<Type> Handles { get; } = [typeof(EmergencyAcknowledged)];

    public static IReadOnlyList<string> Sources { get; } = ["investigation"];

    public async Task Apply(IntakeDb db, IReadOnlyList<ReceivedEvent> events, CancellationToken ct)
    {
        var ids = events.Select(received => ((EmergencyAcknowledged)received.Event).EmergencyId).Distinct().ToArray();
        // Held, so that a worker or a clock that is at it now makes this wait and not fail.
        await db.Database.ExecuteSqlAsync($"select 1 from emergencies where id = any({ids}) order by id for update", ct);
        foreach (var emergency in await db.Emergencies.Where(one => ids.Contains(one.Id)).ToListAsync(ct))
            emergency.Receive(time.GetUtcNow());
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Nothing: that an emergency was received is state of its own, and hearing it again changes nothing.</summary>
    public Task Empty(IntakeDb db, CancellationToken ct) => Task.CompletedTask;
}
