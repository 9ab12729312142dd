using Geborgen.Access;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Investigation.Investigations;

/// <summary>Reads the investigations about a family, with their words.</summary>
static class ListFamilyInvestigations
{
    // A family with more investigations than this is read from the work list.
    const int Most = 100;

    public static void Map(RouteGroupBuilder api) => api.MapGet("/families/{id:guid}/investigations", Handle)
        .RequireAccess("investigation.read")
        .WithName(nameof(ListFamilyInvestigations)).WithSummary("List the investigations about a family");

    static async Task<Results<Ok<Page<InvestigationResponse>>, ProblemHttpResult>> Handle(
        Guid id, InvestigationDb db, FamilyAccess access, TimeProvider time, CancellationToken ct)
    {
        if (await access.To(id, ct) is not { } grant)
            return Problems.NotFound();
        var investigations = await db.Investigations.AsNoTracking().Where(one => one.FamilyId == id)
            .OrderByDescending(one => one.OpenedAt).ThenByDescending(one => one.Id).Take(Most).ToListAsync(ct);
        await access.Log(grant, investigations.SelectMany(one => one.Concerned), ct);
        return TypedResults.Ok(new Page<InvestigationResponse>([.. investigations.Select(one => InvestigationResponse.Of(one, time.GetUtcNow()))], Next: null));
    }
}
