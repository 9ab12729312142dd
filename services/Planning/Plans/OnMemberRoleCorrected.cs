using Geborgen.CaseFiles;
using Geborgen.Casework;
using Geborgen.Contracts.Intake;
using Geborgen.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Planning.Plans;

/// <summary>Somebody belongs to the family as another than was recorded at Intake: what the person said in a plan is said as what the person is.</summary>
public sealed class OnMemberRoleCorrected(PlanningDb db, TimeProvider time) : IReacts<MemberRoleCorrected>
{
    /// <inheritdoc/>
    public async Task On(MemberRoleCorrected said, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(said);
        await db.HoldFamilyAsync(said.FamilyId, ct);
        // Of two corrections the later one counts, whichever is heard first.
        if (await db.Set<MemberRoleRow>().AnyAsync(one => one.FamilyId == said.FamilyId && one.PersonId == said.Member.PersonId && one.Version > said.Version, ct))
            return;
        await db.WriteNewer([new MemberRoleRow(said.FamilyId, said.Member.PersonId, said.Member.Role, said.Version)], ct);
        var persons = new HashSet<Guid> { said.Member.PersonId };
        foreach (var id in await db.Plans.Where(one => one.FamilyId == said.FamilyId).OrderBy(one => one.Id).Select(one => one.Id).ToListAsync(ct))
            (await db.TakeAsync<FamilyPlan>(id, ct)).FollowRole(persons, said.Member.Role switch
            {
                MemberRoleRow.Child => StatementAuthor.Child,
                MemberRoleRow.Parent => StatementAuthor.Parent,
                _ => StatementAuthor.Adult,
            }, time.GetUtcNow());
    }
}
