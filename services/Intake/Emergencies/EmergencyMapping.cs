using Geborgen.CaseFiles;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Intake.Emergencies;

/// <summary>How an emergency is stored with its parts.</summary>
static class EmergencyMapping
{
    const string Owner = "EmergencyId";

    public static void MapEmergencies(this ModelBuilder model) => model.Entity<Emergency>(emergency =>
    {
        emergency.Ignore(e => e.Status);
        emergency.Ignore(e => e.Taken);
        emergency.HasIndex(e => e.FamilyId);
        // What comes back after it was averted is an emergency of its own.
        emergency.HasIndex(e => e.ContactId).IsUnique().HasFilter("ended_at is null");
        emergency.HasIndex(e => new { e.Municipality, e.RaisedAt, e.Id }).HasFilter("ended_at is null");
        // The ones that are brought again and again are few; looking for them every second must cost nothing.
        emergency.HasIndex(e => e.BroughtSince).HasFilter("brought_since is not null and received_at is null");
        emergency.HasClocks("emergency_clocks");
        emergency.OwnsMany(e => e.Agreements, agreement =>
        {
            agreement.InTable("safety_agreements", Owner);
            agreement.OwnsMany(a => a.Reviews, review => review.InTable("safety_agreement_reviews", "AgreementId"));
        });
        emergency.OwnsMany(e => e.Takings, taking => taking.InTable("emergency_takings", Owner));
        emergency.OwnsMany(e => e.Actions, action => action.InTable("immediate_actions", Owner));
    });
}
