using Geborgen.Intake.Contacts;
using Geborgen.Intake.Emergencies;
using Geborgen.Intake.Families;
using Geborgen.Intake.Persons;
using Geborgen.Intake.Supports;
using Geborgen.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Intake;

/// <summary>What Intake keeps.</summary>
/// <param name="options">Where the database is.</param>
public sealed class IntakeDb(DbContextOptions<IntakeDb> options) : ServiceDb(options)
{
    /// <summary>First contacts.</summary>
    public DbSet<Contact> Contacts => Set<Contact>();

    /// <summary>Emergencies.</summary>
    public DbSet<Emergency> Emergencies => Set<Emergency>();

    /// <summary>Families and households.</summary>
    public DbSet<Family> Families => Set<Family>();

    /// <summary>Support between people that is offered and asked for, without a file.</summary>
    public DbSet<SupportExchange> Supports => Set<SupportExchange>();

    /// <summary>Persons.</summary>
    public DbSet<Person> Persons => Set<Person>();

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.MapContacts();
        modelBuilder.MapDataBreaches();
        modelBuilder.MapSupports();
        modelBuilder.Entity<Emergency>(emergency =>
        {
            emergency.Ignore(e => e.Status);
            emergency.HasIndex(e => e.FamilyId);
            // What comes back after it was averted is an emergency of its own.
            emergency.HasIndex(e => e.ContactId).IsUnique().HasFilter("ended_at is null");
            emergency.HasIndex(e => new { e.Municipality, e.RaisedAt, e.Id }).HasFilter("ended_at is null");
            // The ones that are brought again and again are few; looking for them every second must cost nothing.
            emergency.HasIndex(e => e.BroughtSince).HasFilter("brought_since is not null and received_at is null");
            emergency.HasClocks("emergency_clocks");
            emergency.OwnsMany(e => e.Agreements, agreement =>
            {
                agreement.ToTable("safety_agreements");
                agreement.HasKey(a => a.Id);
                agreement.Property(a => a.Id).ValueGeneratedNever();
                agreement.WithOwner().HasForeignKey("EmergencyId");
            });
            emergency.OwnsMany(e => e.Actions, action =>
            {
                action.ToTable("immediate_actions");
                action.HasKey(a => a.Id);
                action.Property(a => a.Id).ValueGeneratedNever();
                action.WithOwner().HasForeignKey("EmergencyId");
            });
        });
        modelBuilder.Entity<Person>(person =>
        {
            person.Property(p => p.Id).ValueGeneratedNever();
            person.OwnsOne(p => p.Bsn, bsn =>
            {
                bsn.ToTable("person_bsns");
                bsn.HasIndex(b => b.Lookup);
            });
        });
        modelBuilder.Entity<Family>(family =>
        {
            family.HasClocks("family_clocks");
            family.OwnsMany(f => f.Members, member =>
            {
                member.ToTable("memberships");
                member.WithOwner().HasForeignKey("FamilyId");
                member.HasKey("FamilyId", nameof(Membership.PersonId), nameof(Membership.From));
                member.HasIndex(m => m.PersonId);
                member.HasIndex(m => m.NextSwitchOn).HasFilter("until is null");
                member.HasIndex(m => m.Account).HasFilter("account is not null");
            });
            family.OwnsMany(f => f.Assignments, assignment =>
            {
                assignment.ToTable("assignments");
                assignment.Ignore(a => a.Who);
                assignment.HasKey(a => a.Id);
                assignment.Property(a => a.Id).ValueGeneratedNever();
                assignment.WithOwner().HasForeignKey("FamilyId");
            });
            family.OwnsMany(f => f.Authorities, authority =>
            {
                authority.ToTable("parental_authorities");
                authority.HasKey(a => a.Id);
                authority.Property(a => a.Id).ValueGeneratedNever();
                authority.WithOwner().HasForeignKey("FamilyId");
            });
            family.OwnsMany(f => f.Supports, support =>
            {
                support.ToTable("informal_supports");
                support.HasKey(s => s.Id);
                support.Property(s => s.Id).ValueGeneratedNever();
                support.WithOwner().HasForeignKey("FamilyId");
                support.OwnsMany(s => s.Notes, note =>
                {
                    note.ToTable("informal_support_notes");
                    note.HasKey(n => n.Id);
                    note.Property(n => n.Id).ValueGeneratedNever();
                    note.WithOwner().HasForeignKey("SupportId");
                });
            });
            family.OwnsMany(f => f.Responsibilities, responsibility =>
            {
                responsibility.ToTable("responsibilities");
                responsibility.HasKey(r => r.Id);
                responsibility.Property(r => r.Id).ValueGeneratedNever();
                responsibility.WithOwner().HasForeignKey("FamilyId");
            });
            family.OwnsMany(f => f.Offers, offer =>
            {
                offer.ToTable("responsibility_offers");
                offer.HasKey(o => o.Id);
                offer.Property(o => o.Id).ValueGeneratedNever();
                offer.WithOwner().HasForeignKey("FamilyId");
            });
            family.OwnsMany(f => f.Splits, split =>
            {
                split.ToTable("family_splits");
                split.HasKey(s => s.Id);
                split.Property(s => s.Id).ValueGeneratedNever();
                split.WithOwner().HasForeignKey("FamilyId");
            });
            family.OwnsMany(f => f.Merges, merge =>
            {
                merge.ToTable("family_merges");
                merge.HasKey(m => m.Id);
                merge.Property(m => m.Id).ValueGeneratedNever();
                merge.WithOwner().HasForeignKey("FamilyId");
            });
            family.OwnsMany(f => f.Links, link =>
            {
                link.ToTable("person_links");
                link.HasKey(l => l.Id);
                link.Property(l => l.Id).ValueGeneratedNever();
                link.WithOwner().HasForeignKey("FamilyId");
            });
        });
    }
}
