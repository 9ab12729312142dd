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

    /// <summary>What each file knows of its persons.</summary>
    public DbSet<Person> Persons => Set<Person>();

    /// <summary>Where persons live or lived, as each file recorded it.</summary>
    public DbSet<Residence> Residences => Set<Residence>();

    /// <summary>What files were told of, because something came in elsewhere about somebody whom they know.</summary>
    public DbSet<Notice> Notices => Set<Notice>();

    /// <summary>A family has at most one key worker at any moment: the database says so too, where it says who may open the file.</summary>
    protected override string Constraints => """
        create extension if not exists btree_gist;
        do $$
        begin
            if not exists (select from pg_constraint where conname = 'one_key_worker_at_a_time') then
                alter table involvements add constraint one_key_worker_at_a_time
                    exclude using gist (family_id with =, tstzrange("from", until) with &&) where (relation = 'keyWorker' and service = 'intake');
            end if;
        end $$;
        """;

    /// <inheritdoc/>
    public override async Task HoldFamilyAsync(Guid familyId, CancellationToken ct)
    {
        HoldsNow();
        // While it is waited for, its file can go into another.
        for (Guid? file = familyId; file is not null;)
            file = (await Database.SqlQuery<Guid?>($"""
                with recursive file as (
                    select id, merged_into from families where id = {file}
                    union all
                    select next.id, next.merged_into from families next join file on next.id = file.merged_into)
                select merged_into as "Value" from families where id = (select id from file where merged_into is null) for update
                """).ToListAsync(ct)).SingleOrDefault();
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
        modelBuilder.Entity<PlanRow>(plan =>
        {
            plan.ToTable("plans_elsewhere");
            plan.HasKey(p => p.PlanId);
            plan.Property(p => p.PlanId).ValueGeneratedNever();
            plan.HasIndex(p => p.FamilyId).HasFilter("not closed");
        });
        modelBuilder.Entity<Residence>(residence =>
        {
            residence.Property(r => r.Id).ValueGeneratedNever();
            residence.HasIndex(r => new { r.PersonId, r.FamilyId }).IsUnique().HasFilter("until is null");
            residence.HasIndex(r => r.PersonId);
            residence.HasIndex(r => r.PlaceKeys).HasMethod("gin").HasFilter("until is null and not secret");
        });
        modelBuilder.Entity<Notice>(notice =>
        {
            notice.HasIndex(n => new { n.FamilyId, n.PersonId, n.FromFamilyId, n.FromPersonId }).IsUnique();
            notice.HasIndex(n => n.FromFamilyId).HasFilter("asked_at is not null");
            notice.IsOneRow("notices");
        });
        modelBuilder.Entity<Person>(person =>
        {
            person.HasKey(p => new { p.FamilyId, p.Id });
            person.HasIndex(p => p.Id);
            person.HasIndex(p => p.BirthDate);
            person.Property(p => p.Version).IsConcurrencyToken();
            person.OwnsOne(p => p.Bsn, bsn => bsn.HasIndex(b => b.Lookup));
            person.IsOneRow("persons");
        });
    }
}
