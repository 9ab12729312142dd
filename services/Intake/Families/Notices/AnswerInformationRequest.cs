using System.ComponentModel.DataAnnotations;
using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Intake.Families;

/// <summary>
/// Answers what another file asks about a member of this one: what may be told, or why nothing is. Particulars and a residence are shared by
/// sharing the member instead. It stands in the access logs of both files.
/// </summary>
public static class AnswerInformationRequest
{
    /// <summary>The answer.</summary>
    /// <param name="Text">What may be told, in words for who works with the other file.</param>
    public sealed record Request([property: Required, StringLength(5000)] string Text);

    internal static void Map(RouteGroupBuilder api) => api.MapPost("/families/{id:guid}/information-requests/{noticeId:guid}/answer", Handle)
        .RequireAccess("notice.act").RequireIfMatch().Idempotent().WithETag()
        .WithName(nameof(AnswerInformationRequest)).WithSummary("Answer what another file asks about a family");

    static Task<Results<Ok<FamilyResponse>, ProblemHttpResult>> Handle(
        Guid id, Guid noticeId, Request request, IntakeDb db, FamilyAccess access, Change<Family> change, CancellationToken ct) =>
        change.Apply(id, async (_, by) =>
        {
            if (await db.NoticesThatCount().SingleOrDefaultAsync(one => one.Id == noticeId && one.FromFamilyId == id, ct) is not { } notice)
                return NoticeRefusals.NothingAsked;
            if (notice.Reply(request.Text, by) is { } refusal)
                return refusal;
            await access.LogElsewhere([(notice.FamilyId, notice.PersonId)], ct);
            return null;
        }, ct).Answer(FamilyResponse.Of);
}
