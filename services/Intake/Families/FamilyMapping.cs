using Geborgen.CaseFiles;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Intake.Families;

/// <summary>How a family is stored. Who belongs to it is looked for by person.</summary>
static class FamilyMapping
{
    public static void MapFamilies(this ModelBuilder model) => model.Entity<Family>(family =>
    {
        family.OwnsMany(f => f.Members, member =>
        {
            member.ToTable("memberships");
            member.WithOwner().HasForeignKey("FamilyId");
            member.HasKey("FamilyId", nameof(Membership.PersonId), nameof(Membership.From));
            member.HasIndex(m => m.PersonId);
            member.HasIndex(m => m.NextSwitchOn).HasFilter("until is null");
            member.HasIndex(m => m.Account).HasFilter("account is not null");
        });
        family.IsOneRow("families");
    });
}
