using Microsoft.EntityFrameworkCore;

namespace Geborgen.Access;

static class AccessMapping
{
    internal static void MapAccess(this ModelBuilder model)
    {
        model.Entity<Involvement>(involvement =>
        {
            involvement.ToTable("involvements");
            involvement.Property(i => i.Id).ValueGeneratedNever();
            involvement.HasIndex(i => i.FamilyId);
            involvement.HasIndex(i => new { i.Worker, i.Organisation, i.Relation }).HasFilter("worker is not null");
            involvement.HasIndex(i => new { i.Team, i.Organisation, i.Relation }).HasFilter("team is not null");
        });
        model.Entity<MemberAccount>(account =>
        {
            account.ToTable("member_accounts");
            account.HasKey(a => new { a.FamilyId, a.Account, a.PersonId });
        });
        model.Entity<Source>(source =>
        {
            source.ToTable("sources");
            source.HasKey(s => new { s.Service, s.Municipality });
        });
        model.Entity<AccessRecord>(record =>
        {
            record.ToTable("access_log");
            record.HasKey(r => r.Seq);
            record.Property(r => r.Seq).ValueGeneratedNever();
            record.Property(r => r.Action).HasConversion(
                action => AccessLogText.Of(action), text => Enum.Parse<AccessAction>(text, ignoreCase: true));
            record.HasIndex(r => new { r.FamilyId, r.Seq });
            record.HasIndex(r => new { r.SubjectId, r.Seq }).HasFilter("subject_id is not null");
        });
    }
}
