using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.Casework;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Intake.Families;

/// <summary>
/// Lists the families to which the reader belongs by a worker's act, each with who works with it, how many that are and why.
/// An account behind which nobody stands has none.
/// </summary>
static class ListOwnFamilies
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("/own-families", Handle)
        .RequireAccess("own-family.list")
        .WithName(nameof(ListOwnFamilies)).WithSummary("Read who works with your own family, how many that are and why");

    static async Task<Results<Ok<Page<OwnFamily>>, ProblemHttpResult>> Handle(
        Municipality municipality, IntakeDb db, Files<Family> files, FamilyAccess access, CurrentUser user, OrganisationRegistry registry, TimeLimits limits, TimeProvider time, CancellationToken ct)
    {
        if (await access.ToCollection(ct) is not { } grant)
            return Problems.NotFound();
        var now = time.GetUtcNow();
        var families = (await db.Families.AsNoTracking()
            .Where(one => one.Municipality == municipality && one.Members.Any(member => member.Account == user.Id)).ToListAsync(ct))
            .Select(one => (Family: one, Member: one.MemberBehind(user.Id, now))).Where(one => one.Member is not null)
            .OrderByDescending(one => one.Family.OpenedAt).ThenByDescending(one => one.Family.Id).ToList();
        var ids = families.ConvertAll(one => one.Family.Id);
        var involved = (await db.Set<Involvement>().AsNoTracking().Where(one => ids.Contains(one.FamilyId)).ToListAsync(ct)).ToLookup(one => one.FamilyId);
        var untoldSince = new Dictionary<Guid, DateTimeOffset?>();
        foreach (var (family, member) in families)
            untoldSince[family.Id] = await db.UntoldSince(family.Id, member!.Value, ct);
        await files.LearnSecrets(families.ConvertAll(one => one.Family), ct);
        await access.LogEach(families.Select(one => (grant with { FamilyId = one.Family.Id }, (IEnumerable<Guid>)[one.Member!.Value])), ct);
        return TypedResults.Ok(new Page<OwnFamily>(
            [.. families.Select(one => OwnFamily.Of(
                one.Family, one.Member!.Value, user.Id, involved[one.Family.Id], untoldSince[one.Family.Id],
                registry.Current, limits, now))], Next: null));
    }
}
