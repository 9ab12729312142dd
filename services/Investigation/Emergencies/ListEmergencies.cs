using Geborgen.Access;
using Geborgen.Casework;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Investigation.Emergencies;

/// <summary>The emergencies of the caller's team on duty, newest first.</summary>
public static class ListEmergencies
{
    internal static void Map(RouteGroupBuilder api) => api.MapGet("/emergencies", Handle)
        .RequireAccess("emergency-response.list")
        .WithName(nameof(ListEmergencies)).WithSummary("List the emergencies in your reach, newest first");

    static async Task<Ok<Page<EmergencyResource>>> Handle(
        Municipality municipality, [AsParameters] PageQuery page, InvestigationDb db, FamilyAccess access, CancellationToken ct)
    {
        var reach = access.FamiliesInReach();
        var found = await db.EmergencyResponses.AsNoTracking().Where(one => one.Municipality == municipality && reach.Contains(one.FamilyId))
            .NewestFirst(page, one => one.RaisedAt, one => one.Id, one => one, ct);
        return TypedResults.Ok(await access.ShowFamilies(found, one => one.FamilyId, persons: null, (one, _) => EmergencyResource.Of(one), ct));
    }
}
