using Geborgen.Access;
using Geborgen.Casework;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Intake.Families;

/// <summary>The work list of what other files ask about members of families that the caller, or the caller's team on duty, works with.</summary>
static class ListInformationRequests
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("/information-requests", Handle)
        .RequireAccess("notice.list")
        .WithName(nameof(ListInformationRequests)).WithSummary("List what other files ask about families in your reach, what waits for an answer first");

    static async Task<Ok<Page<InformationRequest>>> Handle(
        Municipality municipality, [AsParameters] PageQuery page, IntakeDb db, FamilyAccess access, NoticeLists lists, CancellationToken ct)
    {
        var reach = access.FamiliesInReach();
        var found = await db.NoticesThatCount().AsNoTracking().Where(one => one.Municipality == municipality && one.AskedAt != null && reach.Contains(one.FromFamilyId))
            .NewestFirst(page, one => one.AskedAt!.Value, one => one.Id, one => one, ct, top: one => one.AnsweredAt == null);
        return TypedResults.Ok(await lists.InReach(
            found, one => (one.FromFamilyId, one.FromPersonId), one => (one.FamilyId, one.PersonId), InformationRequest.Of, ct));
    }
}
