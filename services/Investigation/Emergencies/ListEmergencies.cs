using Geborgen.Access;
using Geborgen.Casework;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Investigation.Emergencies;

/// <summary>The emergencies of the caller's team on duty, newest first.</summary>
public static class ListEmergencies
{
    readonly record struct Position(DateTimeOffset RaisedAt, Guid Id);

    internal static void Map(RouteGroupBuilder api) => api.MapGet("/emergencies", Handle)
        .RequireAccess("emergency-response.list")
        .WithName(nameof(ListEmergencies)).WithSummary("List the emergencies in your reach, newest first");

    static async Task<Ok<Page<EmergencyResource>>> Handle(
        Municipality municipality, [AsParameters] PageQuery page, InvestigationDb db, FamilyAccess access, CancellationToken ct)
    {
        var reach = access.FamiliesInReach();
        var responses = db.EmergencyResponses.AsNoTracking()
            .Where(one => one.Municipality == municipality && reach.Contains(one.FamilyId));
        if (page.After<Position>() is { } after)
            responses = responses.Where(one => one.RaisedAt < after.RaisedAt || (one.RaisedAt == after.RaisedAt && one.Id < after.Id));
        var found = await responses.OrderByDescending(one => one.RaisedAt).ThenByDescending(one => one.Id)
            .Take(page.Size + 1).ToListAsync(ct);
        var onPage = found.Take(page.Size).ToList();
        var grants = await access.ToEach([.. onPage.Select(one => one.FamilyId)], ct);
        await access.LogEach(grants.Values.Select(grant => (grant, Enumerable.Empty<Guid>())), ct);
        return TypedResults.Ok(new Page<EmergencyResource>(
            [.. onPage.Where(one => grants.ContainsKey(one.FamilyId)).Select(EmergencyResource.Of)],
            found.Count > page.Size ? Cursor.Encode(new Position(onPage[^1].RaisedAt, onPage[^1].Id)) : null));
    }
}
