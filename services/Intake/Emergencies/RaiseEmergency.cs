using Geborgen.Casework;
using Geborgen.Intake.Contacts;
using Geborgen.Intake.Families;
using Geborgen.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Intake.Emergencies;

/// <summary>
/// Raises the emergency that a contact tells of, whether that was clear when it came, was found at triage, or is judged so
/// later. It is saved with the contact, in one transaction.
/// </summary>
sealed class RaiseEmergency(IntakeDb db, CurrentUser user, OrganisationRegistry registry, TimeLimits limits, DangerReopens reopens)
{
    /// <summary>Raises it when the contact tells of danger for which there is no emergency yet.</summary>
    public async Task For(Contact contact, Actor by, CancellationToken ct)
    {
        if (contact.DangerKnownAt is not { } known)
            return;
        var files = await db.FilesOf(contact.GoesOnIn, ct);
        if (await db.Emergencies.AnyAsync(one => one.ContactId == contact.Id && files.Contains(one.FamilyId) && (one.EndedAt == null || one.RaisedAt >= known), ct))
            return;
        var duty = registry.Current.IntakeOnDuty(contact.Municipality);
        var onDuty = !user.IsSystem && user.Organisation == duty.Organisation && user.Team == duty.Team;
        db.Add(Emergency.Begin(
            contact, onDuty ? user.Id : null, limits.For(Emergency.ReceiptTerm, by.Now), limits.For(Emergency.FollowUpTerm, known), known, by.Now));
        await reopens.File(db, contact.GoesOnIn, by.Now, ct);
    }
}
