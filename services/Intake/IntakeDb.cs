using Geborgen.Intake.Contacts;
using Geborgen.Intake.Families;
using Geborgen.Intake.Persons;
using Geborgen.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Intake;

/// <summary>What Intake keeps.</summary>
/// <param name="options">Where the database is.</param>
public sealed class IntakeDb(DbContextOptions<IntakeDb> options) : ServiceDb(options)
{
    /// <summary>First contacts.</summary>
    public DbSet<Contact> Contacts => Set<Contact>();

    /// <summary>Families and households.</summary>
    public DbSet<Family> Families => Set<Family>();

    /// <summary>Persons.</summary>
    public DbSet<Person> Persons => Set<Person>();

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.MapContacts();
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
            });
            family.OwnsMany(f => f.Assignments, assignment =>
            {
                assignment.ToTable("assignments");
                assignment.HasKey(a => a.Id);
                assignment.Property(a => a.Id).ValueGeneratedNever();
                assignment.WithOwner().HasForeignKey("FamilyId");
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
