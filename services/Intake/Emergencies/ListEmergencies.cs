using Geborgen.Access;
using Geborgen.Casework;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Intake.Emergencies;

/// <summary>
/// The duty list: emergencies that have not ended. Those that the regional team has not confirmed in time stand at the
/// top, then the newest.
/// </summary>
public static class ListEmergencies
{
    /// <summary>An emergency on the duty list; its words are read one by one.</summary>
    /// <param name="Id">The emergency.</param>
    /// <param name="FamilyId">The family.</param>
    /// <param name="ContactId">The contact by which it became known.</param>
    /// <param name="Status">How far it is.</param>
    /// <param name="RaisedAt">When it was raised.</param>
    /// <param name="DutyWorker">The account of the worker of the team on duty who wrote it down, or null.</param>
    /// <param name="Taken">Who acts on it; null while nobody took it.</param>
    public sealed record Item(
        Guid Id, Guid FamilyId, Guid ContactId, EmergencyStatus Status, DateTimeOffset RaisedAt, string? DutyWorker, TakingResponse? Taken = null);

    readonly record struct Position(bool NotReceived, DateTimeOffset RaisedAt, Guid Id);

    internal static void Map(RouteGroupBuilder api) => api.MapGet("/emergencies", Handle)
        .RequireAccess("emergency.list")
        .WithName(nameof(ListEmergencies)).WithSummary("List the emergencies in your reach, those that were not received first");

    static async Task<Ok<Page<Item>>> Handle(
        Municipality municipality, [AsParameters] PageQuery page, IntakeDb db, FamilyAccess access, CancellationToken ct)
    {
        var reach = access.FamiliesInReach();
        var emergencies = db.Emergencies.AsNoTracking()
            .Where(one => one.Municipality == municipality && one.EndedAt == null && reach.Contains(one.FamilyId))
            .Select(one => new
            {
                one.Id,
                one.FamilyId,
                one.ContactId,
                one.RaisedAt,
                one.DutyWorker,
                Taken = one.Takings.OrderByDescending(taking => taking.At).FirstOrDefault(),
                Received = one.ReceivedAt != null,
                NotReceived = one.ReceivedAt == null && one.NotReceivedAt != null,
            });
        if (page.After<Position>() is { } after)
            emergencies = emergencies.Where(one => (after.NotReceived && !one.NotReceived)
                || (one.NotReceived == after.NotReceived
                    && (one.RaisedAt < after.RaisedAt || (one.RaisedAt == after.RaisedAt && one.Id < after.Id))));
        var found = await emergencies
            .OrderByDescending(one => one.NotReceived).ThenByDescending(one => one.RaisedAt).ThenByDescending(one => one.Id)
            .Take(page.Size + 1).ToListAsync(ct);
        var onPage = found.Take(page.Size).ToList();
        var grants = await access.ToEach([.. onPage.Select(one => one.FamilyId)], ct);
        var persons = await db.PersonsOf(grants.Keys, ct);
        await access.LogEach(grants.Values.Select(grant => (grant, persons[grant.FamilyId!.Value])), ct);
        return TypedResults.Ok(new Page<Item>(
            [.. onPage.Where(one => grants.ContainsKey(one.FamilyId)).Select(one => new Item(
                one.Id, one.FamilyId, one.ContactId,
                one.NotReceived ? EmergencyStatus.NotReceived : one.Received ? EmergencyStatus.Received : EmergencyStatus.Raised,
                one.RaisedAt, one.DutyWorker, one.Taken is { } taken ? TakingResponse.Of(taken) : null))],
            found.Count > page.Size ? Cursor.Encode(new Position(onPage[^1].NotReceived, onPage[^1].RaisedAt, onPage[^1].Id)) : null));
    }
}
