using Geborgen.Access;
using Geborgen.Casework;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Intake.Families;

/// <summary>The work list of what came in elsewhere about members of families that the caller, or the caller's team on duty, works with.</summary>
static class ListNotices
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("/notices", Handle)
        .RequireAccess("notice.list")
        .WithName(nameof(ListNotices)).WithSummary("List what came in elsewhere about members of families in your reach, what is urgent and nobody saw first");

    static async Task<Ok<Page<NoticeResponse>>> Handle(
        Municipality municipality, [AsParameters] PageQuery page, IntakeDb db, FamilyAccess access, NoticeLists lists, CancellationToken ct)
    {
        var reach = access.FamiliesInReach();
        var found = await db.NoticesThatCount().AsNoTracking().Where(one => one.Municipality == municipality && reach.Contains(one.FamilyId))
            .NewestFirst(page, one => one.At, one => one.Id, one => one, ct, top: one => one.SeenAt == null, first: one => one.SeenAt == null && one.Urgent);
        return TypedResults.Ok(await lists.InReach(
            found, one => (one.FamilyId, one.PersonId), one => (one.FromFamilyId, one.FromPersonId), NoticeResponse.Of, ct));
    }
}
