using Geborgen.CaseFiles;
using Geborgen.Investigation.Emergencies;
using Geborgen.Investigation.Investigations;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Investigation;

/// <summary>What Investigation keeps.</summary>
public sealed class InvestigationDb(DbContextOptions<InvestigationDb> options) : CaseFileDb(options)
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
        modelBuilder.MapMembers();
        modelBuilder.Entity<Investigations.Investigation>(investigation =>
        {
            investigation.HasIndex(one => one.RequestId).IsUnique();
            investigation.HasIndex(one => one.FamilyId);
            investigation.HasIndex(one => new { one.Municipality, one.OpenedAt, one.Id });
            investigation.Ignore(one => one.Report).Ignore(one => one.Investigator)
                .Ignore(one => one.Concerned).Ignore(one => one.WhoseWords);
            investigation.HasStatements("investigation");
            investigation.OwnsOne(one => one.Plan, plan => plan.ToTable("investigation_plans"));
            investigation.OwnsMany(one => one.EarlierPlans, part => part.InTable("investigation_earlier_plans", Owner));
            investigation.OwnsOne(one => one.Conclusion, conclusion => conclusion.ToTable("investigation_conclusions"));
            investigation.OwnsMany(one => one.Assignments, part => part.InTable("investigation_assignments", Owner));
            investigation.OwnsMany(one => one.ConcernedChanges, part => part.InTable("investigation_concerned_changes", Owner));
            investigation.OwnsMany(one => one.Sources, source =>
            {
                source.InTable("investigation_sources", Owner);
                source.OwnsMany(one => one.Reviews, part => part.InTable("investigation_source_reviews", Owner));
            });
            investigation.OwnsMany(one => one.TakenOver, part =>
            {
                part.InTable("investigation_taken_over", Owner);
                part.HasIndex(Owner, nameof(TakenOverStatement.SourceId)).IsUnique();
            });
            investigation.OwnsMany(one => one.Voices, part => part.InTable("investigation_voices", Owner));
            investigation.OwnsMany(one => one.Rebuttals, part => part.InTable("investigation_rebuttals", Owner));
            investigation.OwnsMany(one => one.Flags, part => part.InTable("investigation_report_flags", Owner));
            investigation.OwnsMany(one => one.CounterExpertise, part => part.InTable("investigation_counter_expertise", Owner));
            investigation.OwnsMany(one => one.Reports, report =>
            {
                report.InTable("investigation_reports", Owner);
                report.Ignore(one => one.State);
                report.OwnsMany(one => one.Parts, part => part.InTable("investigation_report_parts", Owner));
                report.OwnsMany(one => one.Presentations, part => part.InTable("investigation_report_presentations", Owner));
            });
            investigation.OwnsMany(one => one.Dossiers, dossier =>
            {
                dossier.InTable("investigation_dossiers", Owner);
                dossier.OwnsMany(one => one.Addenda, part => part.InTable("investigation_addenda", Owner));
            });
        });
        modelBuilder.Entity<HeardChange>(heard =>
        {
            heard.ToTable("heard_changes");
            heard.HasKey(one => one.StatementId);
            heard.Property(one => one.StatementId).ValueGeneratedNever();
        });
        modelBuilder.Entity<EmergencyResponse>(response =>
        {
            response.HasIndex(one => one.EmergencyId).IsUnique();
            response.HasIndex(one => new { one.Municipality, one.RaisedAt, one.Id });
            response.HasClocks("emergency_response_clocks");
            response.OwnsOne(one => one.Team, team => team.Ignore(one => one.Reason));
        });
    }
}
