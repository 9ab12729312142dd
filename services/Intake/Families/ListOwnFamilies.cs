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
        var own = await OwnFile.Of(db, municipality, user.Id, now, ct);
        var ids = own.SelectMany(one => one.Files).Select(one => one.Id).ToList();
        var involved = await db.Set<Involvement>().AsNoTracking().Where(one => ids.Contains(one.FamilyId)).ToListAsync(ct);
        await files.LearnSecrets([.. own.Select(one => one.Family)], ct);
        await access.LogEach(own.Select(one => (grant with { FamilyId = one.Family.Id }, (IEnumerable<Guid>)[one.Reader])), ct);
        return TypedResults.Ok(new Page<OwnFamily>(
            [.. own.OrderByDescending(one => one.Family.OpenedAt).ThenByDescending(one => one.Family.Id).Select(one => OwnFamily.Of(one, involved, registry.Current, limits, now))],
            Next: null));
    }
}
