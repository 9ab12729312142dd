using Geborgen.Casework;
using Geborgen.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Intake.Families;

/// <summary>
/// An emergency waits for nobody, and is never filed with a family that nobody looks at: a closed file opens by itself, in the
/// transaction that raises it.
/// </summary>
sealed class DangerReopens(OrganisationRegistry registry, TimeLimits limits)
{
    /// <summary>Opens the file, where it is closed.</summary>
    public async Task File(IntakeDb db, Guid familyId, DateTimeOffset now, CancellationToken ct)
    {
        if (await db.Families.SingleOrDefaultAsync(one => one.Id == familyId, ct) is not { ClosedAt: not null } family)
            return;
        family.Reopen(
            ReopeningCause.Emergency, why: null, registry.Current.IntakeOnDuty(family.Municipality), limits.For(Family.KeyWorkerAssignmentTerm, now), now);
        await FamilyFiles.Follow(db, family, now, ct);
    }
}
