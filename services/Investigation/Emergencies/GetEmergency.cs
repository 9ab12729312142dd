using Geborgen.Messaging;
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
        var response = await db.EmergencyResponses.AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, ct);
        // An unknown one is judged as one of an unknown family, so that whoever tries ids leaves a trace.
        if (await access.To(response?.FamilyId ?? id, ct) is not { } grant || response is null)
            return Problems.NotFound();
        await access.Log(grant, [], ct);
        return TypedResults.Ok(EmergencyResource.Of(response));
    }
}
