using Geborgen.Access;
using Geborgen.CaseFiles;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.FamilyView;

/// <summary>What the family view keeps: the skeleton of each family, and who opened a file in an emergency.</summary>
public sealed class FamilyViewDb(DbContextOptions<FamilyViewDb> options) : CaseFileDb(options)
{
    /// <summary>Files that were opened in an emergency.</summary>
    public DbSet<EmergencyAccess> EmergencyAccesses => Set<EmergencyAccess>();

    /// <summary>Who had read here of persons who were recorded in error.</summary>
    public DbSet<TakenOutReaders> TakenOutReaders => Set<TakenOutReaders>();

    internal DbSet<FamilyRow> Families => Set<FamilyRow>();

    internal DbSet<TimelineRow> Timeline => Set<TimelineRow>();

    /// <summary>The persons who belong to a family.</summary>
    internal async Task<IEnumerable<Guid>> PersonsOf(Guid familyId, CancellationToken ct) => (await PersonsOf([familyId], ct))[familyId];

    /// <summary>The persons who belong to each of some families.</summary>
    internal async Task<ILookup<Guid, Guid>> PersonsOf(IEnumerable<Guid> families, CancellationToken ct) => (await Set<MemberRow>()
        .Where(member => families.Contains(member.FamilyId) && member.Until == null)
        .Select(member => new { member.FamilyId, member.PersonId })
        .ToListAsync(ct)).ToLookup(member => member.FamilyId, member => member.PersonId);

    /// <summary>The municipality that is responsible for a family; null when nothing is known of such a family.</summary>
    internal async Task<string?> MunicipalityOf(Guid familyId, CancellationToken ct) =>
        await Families.Where(family => family.FamilyId == familyId).Select(family => family.Municipality).SingleOrDefaultAsync(ct)
        ?? await Set<Involvement>().Where(involvement => involvement.FamilyId == familyId)
            .OrderByDescending(involvement => involvement.From).Select(involvement => involvement.Municipality).FirstOrDefaultAsync(ct);

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.Entity<EmergencyAccess>(access =>
        {
            access.Property(a => a.Reason).HasMaxLength(EmergencyAccess.LongestReason);
            access.HasIndex(a => a.FamilyId);
        });
        modelBuilder.Entity<TakenOutReaders>(readers =>
        {
            readers.ToTable("taken_out_readers");
            readers.HasIndex(r => new { r.FamilyId, r.PersonId });
        });
        modelBuilder.Entity<FamilyRow>(family =>
        {
            family.ToTable("families");
            family.HasKey(f => f.FamilyId);
            family.Property(f => f.FamilyId).ValueGeneratedNever();
        });
        modelBuilder.Entity<ClosingRow>(closing =>
        {
            closing.ToTable("family_closings");
            closing.HasKey(c => c.FamilyId);
            closing.Property(c => c.FamilyId).ValueGeneratedNever();
        });
        modelBuilder.Entity<MemberRow>(member =>
        {
            member.ToTable("members");
            member.HasKey(m => new { m.FamilyId, m.PersonId });
        });
        modelBuilder.Entity<ResponsibilityRow>(responsibility =>
        {
            responsibility.ToTable("responsibilities");
            responsibility.HasKey(r => new { r.FamilyId, r.ChildId });
        });
        modelBuilder.Entity<RightsRow>(rights =>
        {
            rights.ToTable("rights");
            rights.HasKey(r => new { r.FamilyId, r.PersonId });
        });
        modelBuilder.Entity<FamilyLinkRow>(link =>
        {
            link.ToTable("family_links");
            link.HasKey(l => new { l.FamilyId, l.OtherFamilyId, l.Kind });
        });
        modelBuilder.Entity<ContactRow>(contact =>
        {
            contact.ToTable("contacts");
            contact.HasKey(c => c.ContactId);
            contact.Property(c => c.ContactId).ValueGeneratedNever();
            contact.HasIndex(c => c.FamilyId);
        });
        modelBuilder.Entity<ClockRow>(clock =>
        {
            clock.ToTable("clocks");
            clock.HasKey(c => c.ClockId);
            clock.Property(c => c.ClockId).ValueGeneratedNever();
            clock.HasIndex(c => c.FamilyId).HasFilter("stopped_at is null");
        });
        modelBuilder.Entity<MatterRow>(matter =>
        {
            matter.ToTable("matters");
            matter.HasKey(m => m.MatterId);
            matter.Property(m => m.MatterId).ValueGeneratedNever();
            matter.HasIndex(m => m.FamilyId);
            // Open offers are few among all matters; the list of them is asked often.
            matter.HasIndex(m => new { m.Since, m.MatterId })
                .HasFilter($"kind = '{MatterKinds.ResponsibilityOffer}' and state = '{MatterKinds.Open}'");
        });
        modelBuilder.Entity<TimelineRow>(entry =>
        {
            entry.ToTable("timeline");
            entry.HasKey(e => e.EventId);
            entry.Property(e => e.EventId).ValueGeneratedNever();
            entry.HasIndex(e => new { e.FamilyId, e.At, e.EventId }).IsDescending(false, true, true);
        });
    }
}
