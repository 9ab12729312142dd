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
        var found = await emergencies.NewestFirst(page, one => one.RaisedAt, one => one.Id, one => one, ct, top: one => one.NotReceived);
        return TypedResults.Ok(await access.ShowFamilies(found, one => one.FamilyId, db.PersonsOf, (one, _) => new Item(
            one.Id, one.FamilyId, one.ContactId,
            one.NotReceived ? EmergencyStatus.NotReceived : one.Received ? EmergencyStatus.Received : EmergencyStatus.Raised,
            one.RaisedAt, one.DutyWorker, one.Taken is { } taken ? TakingResponse.Of(taken) : null), ct));
    }
}
