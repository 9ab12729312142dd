using Geborgen.Access;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Intake.Emergencies;

/// <summary>Reads the emergencies of a family, ended ones included, the latest first.</summary>
static class ListFamilyEmergencies
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("/families/{id:guid}/emergencies", Handle)
        .RequireAccess("emergency.read")
        .WithName(nameof(ListFamilyEmergencies)).WithSummary("List the emergencies of a family");

    static async Task<Results<Ok<Page<EmergencyResponse>>, ProblemHttpResult>> Handle(
        Guid id, [AsParameters] PageQuery page, IntakeDb db, FamilyAccess access, CancellationToken ct)
    {
        if (await access.To(id, ct) is not { } grant)
            return Problems.NotFound();
        var found = await db.Emergencies.AsNoTracking().Where(one => one.FamilyId == id)
            .NewestFirst(page, one => one.RaisedAt, one => one.Id, one => one, ct);
        await access.Log(grant, await db.PersonsOf(id, ct), ct);
        return TypedResults.Ok(new Page<EmergencyResponse>([.. found.Items.Select(EmergencyResponse.Of)], found.Next));
    }
}
