using Geborgen.CaseFiles;
using Geborgen.Intake.Contacts;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Intake.Families;

/// <summary>How a family is stored with its parts.</summary>
static class FamilyMapping
{
    const string Owner = "FamilyId";

    public static void MapFamilies(this ModelBuilder model) => model.Entity<Family>(family =>
    {
        family.HasClocks("family_clocks");
        family.OwnsMany(f => f.Members, member =>
        {
            member.ToTable("memberships");
            member.WithOwner().HasForeignKey(Owner);
            member.HasKey(Owner, nameof(Membership.PersonId), nameof(Membership.From));
            member.HasIndex(m => m.PersonId);
            member.HasIndex(m => m.NextSwitchOn).HasFilter("until is null");
            member.HasIndex(m => m.Account).HasFilter("account is not null");
        });
        family.OwnsMany(f => f.Assignments, assignment =>
        {
            assignment.InTable("assignments", Owner);
            assignment.Ignore(a => a.Who);
        });
        family.OwnsMany(f => f.KeyWorkerWishes, wish => wish.InTable("key_worker_wishes", Owner));
        family.OwnsMany(f => f.Authorities, authority => authority.InTable("parental_authorities", Owner));
        family.OwnsMany(f => f.Unlinkings, unlinking => unlinking.InTable("account_unlinkings", Owner));
        family.OwnsMany(f => f.Supports, support =>
        {
            support.InTable("informal_supports", Owner);
            support.OwnsMany(s => s.Notes, note => note.InTable("informal_support_notes", "SupportId"));
        });
        family.OwnsMany(f => f.Responsibilities, responsibility => responsibility.InTable("responsibilities", Owner));
        family.OwnsMany(f => f.Offers, offer => offer.InTable("responsibility_offers", Owner));
        family.OwnsMany(f => f.Splits, split => split.InTable("family_splits", Owner));
        family.OwnsMany(f => f.Closings, closing =>
        {
            closing.ToTable("family_closings");
            closing.WithOwner().HasForeignKey(Owner);
            closing.HasKey(c => c.DecisionId);
            closing.Property(c => c.DecisionId).ValueGeneratedNever();
            closing.OwnsOne(c => c.Decision, ContactMapping.Words);
            closing.Navigation(c => c.Decision).IsRequired();
        });
        family.OwnsMany(f => f.Merges, merge => merge.InTable("family_merges", Owner));
        family.OwnsMany(f => f.Links, link => link.InTable("person_links", Owner));
    });
}
