using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Intake.Families;

/// <summary>Notes that somebody who works with a family saw that something came in elsewhere.</summary>
static class SeeNotice
{
    public static void Map(RouteGroupBuilder api) => api.MapPost("/families/{id:guid}/notices/{noticeId:guid}/seen", Handle)
        .RequireAccess("notice.act").RequireIfMatch().Idempotent().WithETag()
        .WithName(nameof(SeeNotice)).WithSummary("Note that it was seen that something came in elsewhere");

    static Task<Results<Ok<FamilyResponse>, ProblemHttpResult>> Handle(
        Guid id, Guid noticeId, IntakeDb db, Change<Family> change, CancellationToken ct) =>
        change.Apply(id, async (_, by) =>
        {
            if (await db.NoticesThatCount().SingleOrDefaultAsync(one => one.Id == noticeId && one.FamilyId == id, ct) is not { } notice)
                return NoticeRefusals.NoSuchNotice;
            notice.See(by);
            return null;
        }, ct).Answer(FamilyResponse.Of);
}
