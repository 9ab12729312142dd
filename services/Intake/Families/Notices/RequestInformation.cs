using System.ComponentModel.DataAnnotations;
using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Intake.Families;

/// <summary>
/// Asks the file in which something came in about a member for what there is. Who works with that file reads the reason, and answers or shares
/// what may be told. It stands in the access logs of both.
/// </summary>
public static class RequestInformation
{
    /// <summary>What is asked.</summary>
    /// <param name="Reason">What it is needed for, in words for who works with the other file.</param>
    public sealed record Request([property: StringLength(2000)] string? Reason = null);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/families/{id:guid}/notices/{noticeId:guid}/request", Handle)
        .RequireAccess("notice.act").RequireIfMatch().Idempotent().WithETag()
        .WithName(nameof(RequestInformation)).WithSummary("Ask another file for what came in there");

    static Task<Results<Ok<FamilyResponse>, ProblemHttpResult>> Handle(
        Guid id, Guid noticeId, Request request, IntakeDb db, FamilyAccess access, Change<Family> change, CancellationToken ct) =>
        change.Apply(id, async (_, by) =>
        {
            if (await db.NoticesThatCount().SingleOrDefaultAsync(one => one.Id == noticeId && one.FamilyId == id, ct) is not { } notice)
                return NoticeRefusals.NoSuchNotice;
            if (notice.Ask(request.Reason, by) is { } refusal)
                return refusal;
            await access.LogElsewhere([(notice.FromFamilyId, notice.FromPersonId)], ct);
            return null;
        }, ct).Answer(FamilyResponse.Of);
}
