using Geborgen.Access;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.FamilyView;

/// <summary>
/// Who opened a file in an emergency, over all families with which the caller or the caller's team works: they hear of it
/// without opening each family. The reason is read with the family.
/// </summary>
public static class ListEmergencyAccesses
{
    /// <summary>Somebody opened a file in an emergency, without being involved.</summary>
    /// <param name="Id">The access.</param>
    /// <param name="FamilyId">The family.</param>
    /// <param name="Worker">The account of the worker who opened it.</param>
    /// <param name="Organisation">The worker's organisation.</param>
    /// <param name="From">From when.</param>
    /// <param name="Until">Until when.</param>
    public sealed record Item(Guid Id, Guid FamilyId, string Worker, string Organisation, DateTimeOffset From, DateTimeOffset Until);

    internal static void Map(RouteGroupBuilder api) => api.MapGet("/emergency-accesses", Handle)
        .RequireAccess("emergency-accesses.list")
        .WithName(nameof(ListEmergencyAccesses)).WithSummary("List who opened files of your families in an emergency, the last first");

    static async Task<Ok<Page<Item>>> Handle(
        [AsParameters] PageQuery page, FamilyViewDb db, FamilyAccess access, CancellationToken ct)
    {
        var reach = access.FamiliesInReach();
        var found = await db.EmergencyAccesses.AsNoTracking().Where(one => reach.Contains(one.FamilyId))
            .NewestFirst(page, one => one.From, one => one.Id,
                one => new Item(one.Id, one.FamilyId, one.Worker, one.Organisation, one.From, one.Until), ct);
        // Of the family itself nothing is shown but that its file was opened.
        return TypedResults.Ok(await access.ShowFamilies(found, one => one.FamilyId, persons: null, (one, _) => one, ct));
    }
}
