using Geborgen.CaseFiles;
using Geborgen.Contracts.Investigation;
using Geborgen.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Intake.Emergencies;

/// <summary>The regional team says that it has received an emergency.</summary>
sealed class OnEmergencyAcknowledged(IntakeDb db, TimeProvider time) : IReacts<EmergencyAcknowledged>
{
    public async Task On(EmergencyAcknowledged said, CancellationToken ct)
    {
        if (await db.Emergencies.AnyAsync(one => one.Id == said.EmergencyId, ct))
            (await db.TakeAsync<Emergency>(said.EmergencyId, ct)).Receive(time.GetUtcNow());
    }
}
