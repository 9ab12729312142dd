using Geborgen.Casework;
using Geborgen.Intake.Families;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Intake.Emergencies;

/// <summary>Raises the emergency of a family in whose files somebody is judged to be in acute danger while none runs.</summary>
sealed class EmergencyOfFiles(IntakeDb db, TimeLimits limits, DangerReopens reopens)
{
    /// <summary>Raises it, on the latest contact of the files, and opens the file in use where it is closed.</summary>
    /// <param name="family">The family whose file is in use.</param>
    /// <param name="files">Its files.</param>
    /// <param name="known">Since when the danger is known.</param>
    /// <param name="now">The present moment.</param>
    /// <param name="ct">Cancels it.</param>
    public async Task Raise(Guid family, IReadOnlyCollection<Guid> files, DateTimeOffset known, DateTimeOffset now, CancellationToken ct)
    {
        if (await db.Contacts.Where(one => files.Contains(one.FamilyId)).OrderByDescending(one => one.ReceivedAt).ThenByDescending(one => one.Id)
            .FirstOrDefaultAsync(ct) is not { } contact)
            return;
        contact.GoOnIn(family, closed: false);
        db.Add(Emergency.Begin(
            contact, dutyWorker: null, limits.For(Emergency.ReceiptTerm, now), limits.For(Emergency.FollowUpTerm, known), known, now));
        await reopens.File(db, family, now, ct);
    }

    /// <summary>Raises it for files that are on their own again: what was raised while they were one with others stays with those.</summary>
    public async Task RaiseAgain(Guid family, IReadOnlyCollection<Guid> files, DateTimeOffset now, CancellationToken ct)
    {
        if (await db.IsInAcuteDanger(files, ct) && !await db.Emergencies.AnyAsync(one => files.Contains(one.FamilyId) && one.EndedAt == null, ct))
            await Raise(family, files, now, now, ct);
    }
}
