using Geborgen.Access;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Intake.Families;

/// <summary>Reads what came in elsewhere about the members of a family: that there is something, and whom to call. In the access log of the other file it stands that somebody looked.</summary>
static class ListFamilyNotices
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("/families/{id:guid}/notices", Handle)
        .RequireAccess("notice.read")
        .WithName(nameof(ListFamilyNotices)).WithSummary("List what came in elsewhere about the members of a family");

    static async Task<Results<Ok<Page<NoticeResponse>>, ProblemHttpResult>> Handle(
        Guid id, [AsParameters] PageQuery page, IntakeDb db, FamilyAccess access, NoticeLists lists, CancellationToken ct)
    {
        if (await access.To(id, ct) is not { } grant)
            return Problems.NotFound();
        var found = await db.NoticesThatCount().AsNoTracking().Where(one => one.FamilyId == id)
            .NewestFirst(page, one => one.At, one => one.Id, one => one, ct, top: one => one.SeenAt == null, first: one => one.SeenAt == null && one.Urgent);
        return TypedResults.Ok(await lists.OfFamily(
            found, grant, one => (one.FamilyId, one.PersonId), one => (one.FromFamilyId, one.FromPersonId), NoticeResponse.Of, ct));
    }
}
