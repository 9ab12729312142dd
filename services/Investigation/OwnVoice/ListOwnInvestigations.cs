using Geborgen.Casework;
using Geborgen.Messaging;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Investigation.OwnVoice;

/// <summary>
/// Lists the investigations that concern a member of the family, the latest first, each with what is the member's own of
/// it. An account behind which nobody stands has none.
/// </summary>
static class ListOwnInvestigations
{
    // Nobody has more; who had would be called back before reading them all.
    const int Most = 100;

    public static void Map(RouteGroupBuilder api) => api.MapGet("/own-investigations", Handle)
        .RequireAccess("own-investigation.list")
        .WithName(nameof(ListOwnInvestigations)).WithSummary("Read the investigations that concern you");

    static async Task<Results<Ok<Page<OwnInvestigation>>, ProblemHttpResult>> Handle(
        Municipality municipality, InvestigationDb db, FamilyAccess access, CurrentUser user, TimeLimits limits, TimeProvider time, CancellationToken ct)
    {
        if (await access.ToCollection(ct) is not { } grant)
            return Problems.NotFound();
        var today = WorkingDays.DateOf(time.GetUtcNow());
        var persons = await db.OfAccount(user.Id, today).ToDictionaryAsync(own => own.Id, own => own.PersonId, ct);
        var investigations = await db.Investigations.AsNoTracking()
            .Where(one => one.Municipality == municipality && persons.Keys.Contains(one.Id))
            .OrderByDescending(one => one.OpenedAt).ThenByDescending(one => one.Id)
            .Take(Most).ToListAsync(ct);
        await access.LogEach(investigations.Select(one => (
            grant with { FamilyId = one.FamilyId },
            one.SharedWith(persons[one.Id], today).Select(shared => shared.PersonId).OfType<Guid>().Append(persons[one.Id]))), ct);
        return TypedResults.Ok(new Page<OwnInvestigation>(
            [.. investigations.Select(one => OwnInvestigation.Of(one, persons[one.Id], limits, today))], Next: null));
    }
}
