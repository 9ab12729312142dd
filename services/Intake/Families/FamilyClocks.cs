using Geborgen.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Intake.Families;

/// <summary>Tells a family that its term comes near its end or has run out.</summary>
sealed class FamilyClocks(IntakeDb db, TimeProvider time) : IClockOwner
{
    public Task Warn(Guid stream, Guid clockId, CancellationToken ct) => Tell(stream, family => family.WarnClock(time.GetUtcNow()), ct);

    public Task Overdue(Guid stream, Guid clockId, CancellationToken ct) => Tell(stream, family => family.RunOutClock(time.GetUtcNow()), ct);

    async Task Tell(Guid stream, Action<Family> tell, CancellationToken ct)
    {
        tell(await db.Families.SingleAsync(family => family.Id == stream, ct));
        await db.SaveChangesAsync(ct);
    }
}
