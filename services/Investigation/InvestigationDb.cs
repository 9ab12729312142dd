using Geborgen.CaseFiles;
using Geborgen.Investigation.Emergencies;
using Geborgen.Investigation.Investigations;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Investigation;

/// <summary>What Investigation keeps.</summary>
public sealed class InvestigationDb(DbContextOptions<InvestigationDb> options) : CaseFileDb(options)
{
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
            investigation.IsOneRow("investigations");
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
            response.HasQueryFilter(one => one.TakenOutAt == null);
            response.IsOneRow("emergency_responses");
        });
    }
}
