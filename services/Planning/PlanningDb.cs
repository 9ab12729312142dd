using Geborgen.CaseFiles;
using Geborgen.Planning.Agreements;
using Geborgen.Planning.Plans;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Planning;

/// <summary>What Planning keeps.</summary>
public sealed class PlanningDb(DbContextOptions<PlanningDb> options) : CaseFileDb(options)
{
    /// <summary>The plans.</summary>
    public DbSet<FamilyPlan> Plans => Set<FamilyPlan>();

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.MapDataBreaches();
        modelBuilder.MapMembers();
        modelBuilder.Entity<FamilyPlan>(plan =>
        {
            // A family has one plan at a time, however many things lead to it at once.
            plan.HasIndex(one => one.FamilyId, "ix_plans_open").IsUnique().HasFilter($"status <> '{PlanStatus.Closed}'");
            plan.HasIndex(one => one.FamilyId);
            plan.HasIndex(one => new { one.Municipality, one.OpenedAt, one.Id });
            plan.HasIndex(one => one.PartnerKeys).HasMethod("gin");
            plan.IsOneRow("plans");
        });
        modelBuilder.Entity<EmergencyAgreement>(agreement =>
        {
            agreement.ToTable("emergency_agreements");
            agreement.HasKey(one => one.Id);
            agreement.Property(one => one.Id).ValueGeneratedNever();
            agreement.HasIndex(one => one.FamilyId);
        });
        modelBuilder.Entity<EndedEmergency>(ended =>
        {
            ended.ToTable("ended_emergencies");
            ended.HasKey(one => one.Id);
            ended.Property(one => one.Id).ValueGeneratedNever();
        });
    }
}
