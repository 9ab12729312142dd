using Geborgen.Access;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Intake.Families;

/// <summary>Reads what other files ask about the members of a family. In the access log of the other file it stands that somebody looked.</summary>
static class ListFamilyInformationRequests
{
    public static void Map(RouteGroupBuilder api) => api.MapGet("/families/{id:guid}/information-requests", Handle)
        .RequireAccess("notice.read")
        .WithName(nameof(ListFamilyInformationRequests)).WithSummary("List what other files ask about a family");

    static async Task<Results<Ok<Page<InformationRequest>>, ProblemHttpResult>> Handle(
        Guid id, [AsParameters] PageQuery page, IntakeDb db, FamilyAccess access, NoticeLists lists, CancellationToken ct)
    {
        if (await access.To(id, ct) is not { } grant)
            return Problems.NotFound();
        var found = await db.NoticesThatCount().AsNoTracking().Where(one => one.AskedAt != null && one.FromFamilyId == id)
            .NewestFirst(page, one => one.AskedAt!.Value, one => one.Id, one => one, ct, top: one => one.AnsweredAt == null);
        return TypedResults.Ok(await lists.OfFamily(
            found, grant, one => (one.FromFamilyId, one.FromPersonId), one => (one.FamilyId, one.PersonId), InformationRequest.Of, ct));
    }
}
