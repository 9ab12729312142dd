using Geborgen.Casework;
using Geborgen.Intake.Families;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Intake.Contacts;

/// <summary>
/// Whether somebody is sought who becomes the familiar face of the family of a contact: as long as one of its contacts waits or
/// is followed up, or somebody is in danger. It is saved with the contact, in one transaction.
/// </summary>
sealed class SeekKeyWorker(IntakeDb db, TimeLimits limits)
{
    /// <summary>
    /// The family for which a contact goes on, which is held: of the last two contacts of a family that are decided on at once one
    /// sees the other.
    /// </summary>
    public Task<Family> FamilyOf(Contact contact, CancellationToken ct) => db.Families.SingleAsync(one => one.Id == contact.GoesOnIn, ct);

    /// <summary>It was decided what follows on a contact, or it was answered.</summary>
    public async Task AsDecided(Family family, Contact contact, Actor by, CancellationToken ct)
    {
        if (contact.IsFollowedUp is true)
            For(family, by);
        else
            await WhereNothingFollows(family, by, ct, contact.Id);
    }

    /// <summary>Nobody is sought any more where nothing follows on any contact of the family.</summary>
    public async Task WhereNothingFollows(Family family, Actor by, CancellationToken ct, Guid? decided = null)
    {
        if (!await db.NeedKeyWorker(family.Id, await db.FilesOf(family.Id, ct), ct, decided))
            family.NeedNoKeyWorker(by);
    }

    /// <summary>Somebody is sought from now on, whatever was decided before.</summary>
    public void For(Family family, Actor by) => family.NeedKeyWorker(limits.For(Family.KeyWorkerAssignmentTerm, by.Now), by);
}
