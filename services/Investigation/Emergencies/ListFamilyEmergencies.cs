using Geborgen.Access;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Investigation.Emergencies;

/// <summary>Reads what the regional team does about the emergencies of a family, ended ones included, the latest first.</summary>
static class ListFamilyEmergencies
{
    // Nobody has more; who had would be called back before reading them all.
    const int Most = 100;

    public static void Map(RouteGroupBuilder api) => api.MapGet("/families/{id:guid}/emergencies", Handle)
        .RequireAccess("emergency-response.read")
        .WithName(nameof(ListFamilyEmergencies)).WithSummary("List what the regional team does about the emergencies of a family");

    static async Task<Results<Ok<Page<EmergencyResource>>, ProblemHttpResult>> Handle(
        Guid id, InvestigationDb db, FamilyAccess access, CancellationToken ct)
    {
        if (await access.To(id, ct) is not { } grant)
            return Problems.NotFound();
        var responses = await db.EmergencyResponses.AsNoTracking().Where(one => one.FamilyId == id)
            .OrderByDescending(one => one.RaisedAt).ThenByDescending(one => one.Id).Take(Most).ToListAsync(ct);
        await access.Log(grant, [], ct);
        return TypedResults.Ok(new Page<EmergencyResource>([.. responses.Select(EmergencyResource.Of)], Next: null));
    }
}
