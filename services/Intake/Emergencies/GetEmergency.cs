using Geborgen.Access;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Intake.Emergencies;

/// <summary>Reads an emergency with what was agreed and done.</summary>
static class GetEmergency
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("/emergencies/{id:guid}", Handle)
        .RequireAccess("emergency.read").WithETag()
        .WithName(nameof(GetEmergency)).WithSummary("Read an emergency");

    static async Task<Results<Ok<EmergencyResponse>, ProblemHttpResult>> Handle(
        Guid id, IntakeDb db, FamilyAccess access, CancellationToken ct)
    {
        if (await access.To(id, db.OriginOfEmergency(id), ct) is not { } grant)
            return Problems.NotFound();
        var emergency = await db.Emergencies.AsNoTracking().SingleAsync(one => one.Id == id, ct);
        await access.Log(grant, await db.PersonsOf(emergency.FamilyId, ct), ct);
        return TypedResults.Ok(EmergencyResponse.Of(emergency));
    }
}
