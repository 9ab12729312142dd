using Geborgen.Investigation.Emergencies;
using Geborgen.Messaging;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Geborgen.Investigation;

/// <summary>What Investigation keeps.</summary>
/// <param name="options">Where the database is.</param>
public sealed class InvestigationDb(DbContextOptions<InvestigationDb> options) : ServiceDb(options)
{
    const string Owner = "InvestigationId";

    /// <summary>The investigations.</summary>
    public DbSet<Investigations.Investigation> Investigations => Set<Investigations.Investigation>();

    /// <summary>The regional team's answers to emergencies.</summary>
    public DbSet<EmergencyResponse> EmergencyResponses => Set<EmergencyResponse>();

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.MapDataBreaches();
        modelBuilder.Entity<Investigations.Investigation>(investigation =>
        {
            investigation.HasIndex(one => one.RequestId).IsUnique();
            investigation.HasIndex(one => one.FamilyId);
            investigation.HasIndex(one => new { one.Municipality, one.OpenedAt, one.Id });
            investigation.Ignore(one => one.Report).Ignore(one => one.Investigator).Ignore(one => one.Concerned);
            investigation.HasStatements("investigation");
            investigation.OwnsOne(one => one.Plan, plan => plan.ToTable("investigation_plans"));
            investigation.OwnsOne(one => one.Conclusion, conclusion => conclusion.ToTable("investigation_conclusions"));
            investigation.OwnsMany(one => one.Assignments, part => Own(part, "investigation_assignments"));
            investigation.OwnsMany(one => one.Sources, part => Own(part, "investigation_sources"));
            investigation.OwnsMany(one => one.Voices, part => Own(part, "investigation_voices"));
            investigation.OwnsMany(one => one.Rebuttals, part => Own(part, "investigation_rebuttals"));
            investigation.OwnsMany(one => one.Flags, part => Own(part, "investigation_report_flags"));
            investigation.OwnsMany(one => one.CounterExpertise, part => Own(part, "investigation_counter_expertise"));
            investigation.OwnsMany(one => one.Reports, report =>
            {
                Own(report, "investigation_reports");
                report.OwnsMany(one => one.Parts, part => Own(part, "investigation_report_parts"));
            });
            investigation.OwnsMany(one => one.Dossiers, dossier =>
            {
                Own(dossier, "investigation_dossiers");
                dossier.OwnsMany(one => one.Addenda, part => Own(part, "investigation_addenda"));
            });
        });
        modelBuilder.Entity<EmergencyResponse>(response =>
        {
            response.HasIndex(one => one.EmergencyId).IsUnique();
            response.HasIndex(one => new { one.Municipality, one.RaisedAt, one.Id });
            response.HasClocks("emergency_response_clocks");
            response.OwnsOne(one => one.Team);
        });
    }

    static void Own<TOwner, T>(OwnedNavigationBuilder<TOwner, T> part, string table) where TOwner : class where T : class
    {
        part.ToTable(table);
        part.WithOwner().HasForeignKey(Owner);
        part.HasKey("Id");
        part.Property<Guid>("Id").ValueGeneratedNever();
    }
}
