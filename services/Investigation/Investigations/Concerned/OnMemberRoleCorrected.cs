using Geborgen.CaseFiles;
using Geborgen.Contracts.Intake;
using Geborgen.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Investigation.Investigations;

/// <summary>Somebody belongs to the family as another than was recorded at Intake: the investigations that concern the person follow.</summary>
public sealed class OnMemberRoleCorrected(InvestigationDb db, TimeProvider time) : IReacts<MemberRoleCorrected>
{
    const string WrongAtSource = "As what this person belongs to the family was recorded wrongly where the family was registered.";

    /// <inheritdoc/>
    public async Task On(MemberRoleCorrected said, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(said);
        await db.HoldFamilyAsync(said.FamilyId, ct);
        // Of two corrections the later one counts, whichever is heard first.
        if (await db.Set<MemberRoleRow>().AnyAsync(one => one.FamilyId == said.FamilyId && one.PersonId == said.Member.PersonId && one.Version > said.Version, ct))
            return;
        await db.WriteNewer([new MemberRoleRow(said.FamilyId, said.Member.PersonId, said.Member.Role, said.Version)], ct);
        var files = await db.FilesOf([said.FamilyId], ct);
        var persons = await db.IdsOf(said.FamilyId, said.Member.PersonId, ct);
        foreach (var id in await db.Investigations.Where(one => files.Contains(one.FamilyId)).OrderBy(one => one.Id).Select(one => one.Id).ToListAsync(ct))
        {
            var investigation = await db.TakeAsync<Investigation>(id, ct);
            foreach (var person in persons)
                investigation.FollowRole(person, RoleOf(said.Member.Role), WrongAtSource, time.GetUtcNow());
        }
    }

    static ConcernedRole RoleOf(string role) => role switch
    {
        MemberRoleRow.Child => ConcernedRole.Child,
        MemberRoleRow.Parent => ConcernedRole.Parent,
        _ => ConcernedRole.Adult,
    };
}
