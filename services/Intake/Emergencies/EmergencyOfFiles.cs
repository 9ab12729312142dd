using Geborgen.Casework;
using Geborgen.Intake.Families;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Intake.Emergencies;

/// <summary>
/// Raises the emergency of a family where somebody of it is judged to be in acute danger and none runs, in whichever file of one origin that was
/// judged.
/// </summary>
sealed class EmergencyOfFiles(IntakeDb db, TimeLimits limits, DangerReopens reopens)
{
    /// <summary>
    /// The families whose danger it is that a person was judged to be in, in one of the files. They are held, so that none of them is closed and
    /// nobody leaves it meanwhile.
    /// </summary>
    public async Task<IReadOnlyList<Guid>> Hold(Guid personId, Guid judgedIn, CancellationToken ct)
    {
        for (HashSet<Guid> held = []; ;)
        {
            var whose = (await db.KinOf([judgedIn], ct)).WhoseIs(personId, judgedIn).Select(one => one.Id).ToList();
            if (whose.TrueForAll(held.Contains))
                return whose;
            foreach (var family in whose.Where(held.Add))
                await db.HoldFamilyAsync(family, ct);
        }
    }

    /// <summary>Raises it, unless one runs or was raised since the danger was known, and opens the file where it is closed.</summary>
    /// <param name="family">The family whose file is in use.</param>
    /// <param name="known">Since when the danger is known.</param>
    /// <param name="now">The present moment.</param>
    /// <param name="ct">Cancels it.</param>
    public async Task<bool> Raise(Guid family, DateTimeOffset known, DateTimeOffset now, CancellationToken ct)
    {
        var kin = await db.KinOf([family], ct);
        var files = kin.FilesOf(family);
        if (await db.Emergencies.AnyAsync(one => files.Contains(one.FamilyId) && (one.EndedAt == null || one.RaisedAt >= known), ct))
            return false;
        // Each file goes back to one that a contact opened; who only came from there has none of their own.
        // One that was registered in error is there when it is the only one.
        var contact = await db.Contacts.IgnoreQueryFilters().AsNoTracking().Where(one => kin.Files.Contains(one.FamilyId))
            .OrderBy(one => one.TakenOutAt != null).ThenByDescending(one => files.Contains(one.FamilyId)).ThenByDescending(one => one.ReceivedAt).ThenByDescending(one => one.Id).FirstAsync(ct);
        db.Add(Emergency.Begin(
            contact, dutyWorker: null, limits.For(Emergency.ReceiptTerm, now), limits.For(Emergency.FollowUpTerm, known), known, now, family,
            judgedByOthers: !contact.InAcuteDanger));
        await reopens.File(db, family, now, ct);
        return true;
    }

    /// <summary>Raises it for a family to which somebody came who is in danger, or that is on its own again.</summary>
    public async Task RaiseWhereDangerStands(Family family, Actor by, CancellationToken ct)
    {
        if (family.MergedInto is null && await db.IsInAcuteDanger(family.Id, ct) && await Raise(family.Id, by.Now, by.Now, ct))
            family.NeedKeyWorker(limits.For(Family.KeyWorkerAssignmentTerm, by.Now), by);
    }
}
