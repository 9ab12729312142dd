using Geborgen.Access;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Investigation.Emergencies;

/// <summary>Reads an emergency and what the regional team does about it.</summary>
static class GetEmergency
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("/emergencies/{id:guid}", Handle)
        .RequireAccess("emergency-response.read").WithETag()
        .WithName(nameof(GetEmergency)).WithSummary("Read an emergency");

    static async Task<Results<Ok<EmergencyResource>, ProblemHttpResult>> Handle(
        Guid id, InvestigationDb db, FamilyAccess access, CancellationToken ct)
    {
        if (await access.To(id, db.OriginOfEmergency(id), ct) is not { } grant)
            return Problems.NotFound();
        var response = await db.EmergencyResponses.AsNoTracking().SingleAsync(one => one.Id == id, ct);
        await access.Log(grant, [], ct);
        return TypedResults.Ok(EmergencyResource.Of(response));
    }
}
