using Geborgen.CaseFiles;
using Geborgen.Casework;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Geborgen.Intake.Contacts;

/// <summary>How a contact is stored with its parts.</summary>
static class ContactMapping
{
    const string Owner = "ContactId";

    public static void MapContacts(this ModelBuilder model) => model.Entity<Contact>(contact =>
    {
        contact.HasIndex(c => c.FamilyId);
        contact.HasIndex(c => new { c.Sender, c.RegisteredAt, c.Id });
        contact.HasIndex(c => new { c.Municipality, c.ReceivedAt, c.Id });
        // The reporter's identity sits in a compartment of its own.
        contact.OwnsOne(c => c.Reporter, reporter => reporter.ToTable("reporters"));
        contact.OwnsOne(c => c.Whereabouts, place => place.ToTable("whereabouts"));
        contact.HasStatements("contact");
        contact.OwnsOne(c => c.Triage, triage =>
        {
            triage.ToTable("triage_decisions");
            triage.OwnsOne(t => t.Decision, Words);
            triage.Navigation(t => t.Decision).IsRequired();
        });
        contact.OwnsOne(c => c.InvestigationRequest, request =>
        {
            request.ToTable("investigation_requests");
            request.HasIndex(r => r.RequestId).IsUnique();
        });
        contact.OwnsMany(c => c.Tellings, telling => telling.InTable("tellings", Owner));
        contact.OwnsMany(c => c.Postponements, postponement => postponement.InTable("telling_postponements", Owner));
        contact.Ignore(c => c.Shielding);
        contact.OwnsMany(c => c.Shieldings, shielding =>
        {
            shielding.ToTable("reporter_shieldings");
            shielding.WithOwner().HasForeignKey(Owner);
            shielding.HasKey(s => s.DecisionId);
            shielding.Property(s => s.DecisionId).ValueGeneratedNever();
            shielding.OwnsOne(s => s.Decision, Words);
            shielding.Navigation(s => s.Decision).IsRequired();
            shielding.OwnsOne(s => s.Check);
        });
        contact.OwnsOne(c => c.Advice, advice => advice.ToTable("advices"));
        contact.OwnsMany(c => c.Feedback, feedback => feedback.InTable("contact_feedback", Owner));
    });

    internal static void Words<T>(OwnedNavigationBuilder<T, Decision> decision) where T : class
    {
        decision.Property(d => d.Reason);
        decision.Property(d => d.LegalBasis);
        decision.Property(d => d.Alternatives);
        decision.Property(d => d.Remedy);
        decision.Property(d => d.RemedyTerm);
        decision.Property(d => d.FamilyAgrees);
        decision.Property(d => d.Explanation);
    }
}
