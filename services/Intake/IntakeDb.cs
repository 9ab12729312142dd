using Geborgen.CaseFiles;
using Geborgen.Intake.Contacts;
using Geborgen.Intake.Emergencies;
using Geborgen.Intake.Families;
using Geborgen.Intake.Persons;
using Geborgen.Intake.Supports;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Intake;

/// <summary>What Intake keeps.</summary>
public sealed class IntakeDb(DbContextOptions<IntakeDb> options) : CaseFileDb(options)
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

    /// <summary>Where persons live or lived.</summary>
    public DbSet<Residence> Residences => Set<Residence>();

    /// <summary>A family has at most one key worker at any moment: the database says so too.</summary>
    protected override string Constraints => """
        create extension if not exists btree_gist;
        do $$
        begin
            if not exists (select from pg_constraint where conname = 'one_key_worker_at_a_time') then
                alter table assignments add constraint one_key_worker_at_a_time
                    exclude using gist (family_id with =, tstzrange("from", until) with &&) where (relation = 'keyWorker');
            end if;
        end $$;
        """;

    /// <inheritdoc/>
    public override async Task HoldFamilyAsync(Guid familyId, CancellationToken ct)
    {
        var held = Guid.Empty;
        // While it is waited for, its file can go into another.
        while (await this.FileInUse(familyId, ct) is var inUse && inUse != held)
            await this.LockAsync<Family>(held = inUse, ct);
    }

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.MapContacts();
        modelBuilder.MapDataBreaches();
        modelBuilder.MapSupports();
        modelBuilder.MapEmergencies();
        modelBuilder.MapFamilies();
        modelBuilder.Entity<DangerRow>(danger =>
        {
            danger.ToTable("acute_dangers_elsewhere");
            danger.HasKey(d => d.AcuteDangerId);
            danger.Property(d => d.AcuteDangerId).ValueGeneratedNever();
            danger.HasIndex(d => d.FamilyId).HasFilter("not over");
        });
        modelBuilder.Entity<Residence>(residence =>
        {
            residence.Property(r => r.Id).ValueGeneratedNever();
            residence.HasIndex(r => r.PersonId).IsUnique().HasFilter("until is null");
        });
        modelBuilder.Entity<Person>(person =>
        {
            person.Property(p => p.Id).ValueGeneratedNever();
            person.Property(p => p.Version).IsConcurrencyToken();
            person.OwnsMany(p => p.Earlier, version => version.InTable("person_versions", "PersonId"));
            person.OwnsOne(p => p.Bsn, bsn =>
            {
                bsn.ToTable("person_bsns");
                bsn.HasIndex(b => b.Lookup);
            });
        });
    }
}
