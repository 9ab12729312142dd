using Geborgen.Access;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Intake.Emergencies;

/// <summary>Reads the emergencies of a family, ended ones included, the latest first.</summary>
static class ListFamilyEmergencies
{
    readonly record struct Position(DateTimeOffset RaisedAt, Guid Id);

    public static void Map(RouteGroupBuilder api) => api.MapGet("/families/{id:guid}/emergencies", Handle)
        .RequireAccess("emergency.read")
        .WithName(nameof(ListFamilyEmergencies)).WithSummary("List the emergencies of a family");

    static async Task<Results<Ok<Page<EmergencyResponse>>, ProblemHttpResult>> Handle(
        Guid id, [AsParameters] PageQuery page, IntakeDb db, FamilyAccess access, CancellationToken ct)
    {
        if (await access.To(id, ct) is not { } grant)
            return Problems.NotFound();
        var emergencies = db.Emergencies.AsNoTracking().Where(one => one.FamilyId == id);
        if (page.After<Position>() is { } after)
            emergencies = emergencies.Where(one =>
                one.RaisedAt < after.RaisedAt || (one.RaisedAt == after.RaisedAt && one.Id < after.Id));
        var found = await emergencies.OrderByDescending(one => one.RaisedAt).ThenByDescending(one => one.Id)
            .Take(page.Size + 1).ToListAsync(ct);
        var onPage = found.Take(page.Size).ToList();
        await access.Log(grant, await db.PersonsOf(id, ct), ct);
        return TypedResults.Ok(new Page<EmergencyResponse>(
            [.. onPage.Select(EmergencyResponse.Of)],
            found.Count > page.Size ? Cursor.Encode(new Position(onPage[^1].RaisedAt, onPage[^1].Id)) : null));
    }
}
