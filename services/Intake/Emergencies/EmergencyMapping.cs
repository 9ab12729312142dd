using Geborgen.CaseFiles;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Intake.Emergencies;

/// <summary>How an emergency is stored.</summary>
static class EmergencyMapping
{
    public static void MapEmergencies(this ModelBuilder model) => model.Entity<Emergency>(emergency =>
    {
        emergency.HasIndex(e => e.FamilyId);
        // What comes back after it was averted is an emergency of its own, and so is what goes on when files are two again.
        emergency.HasIndex(e => new { e.ContactId, e.FamilyId }).IsUnique().HasFilter("ended_at is null");
        emergency.HasIndex(e => new { e.Municipality, e.RaisedAt, e.Id }).HasFilter("ended_at is null");
        // The ones that are brought again and again are few; looking for them every second must cost nothing.
        emergency.HasIndex(e => e.BroughtSince).HasFilter("brought_since is not null and received_at is null");
        emergency.HasIndex(e => e.PlaceCorrectedAt).HasFilter("place_corrected_at is not null and correction_received_at is null");
        emergency.HasQueryFilter(e => e.TakenOutAt == null);
        emergency.IsOneRow("emergencies");
    });
}
