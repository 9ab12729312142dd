using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Geborgen.Access;

/// <summary>One row of the access log as those read it who may.</summary>
/// <param name="Seq">Place in the service's log.</param>
/// <param name="At">When.</param>
/// <param name="SubjectId">The person whose data it was; null where none was known.</param>
/// <param name="Account">The account that did it.</param>
/// <param name="Client">The client through which it was done.</param>
/// <param name="Organisation">The organisation of the account.</param>
/// <param name="Role">The role that counted; null where access was refused.</param>
/// <param name="Relation">The relation that counted, after the service that gives it, such as <c>intake.keyWorker</c>; null where access was refused.</param>
/// <param name="Resource">What was asked for, as the access matrix names it.</param>
/// <param name="Action">What was done.</param>
/// <param name="Reason">Why access was refused, or which rule refused what was tried, as a code; null when it was done.</param>
/// <param name="Activity">Key of the processing activity; null when it was refused before one could be told.</param>
/// <param name="LegalBasis">Its legal basis in full, in Dutch; null where there is no activity.</param>
public sealed record AccessLogRow(
    long Seq, DateTimeOffset At, Guid? SubjectId, string? Account, string? Client, string? Organisation, string? Role,
    string? Relation, string? Resource, AccessAction Action, string? Reason, string? Activity, string? LegalBasis);

/// <summary>Who read or changed what about a family in this service, newest first; reading it is logged as well.</summary>
static class GetAccessLog
{
    internal static void Map(RouteGroupBuilder api) => api
        .MapGet("/families/{familyId:guid}/access-log", Handle)
        .RequireAccess("family.access-log")
        .WithName("GetAccessLog")
        .WithSummary("Who read or changed what about this family in this service");

    static async Task<Results<Ok<Page<AccessLogRow>>, ProblemHttpResult>> Handle(
        Guid familyId, [AsParameters] PageQuery page, AccessDb db, FamilyAccess access, AccessPolicy policy, CancellationToken ct)
    {
        if (await access.To(familyId, ct) is not { } grant)
            return Problems.NotFound();
        var shown = await db.ReadAccessLog(policy, familyId, page.After<long>() ?? long.MaxValue, page.Size, ct);
        await access.Log(grant, shown.Items.Where(row => row.SubjectId is not null).Select(row => row.SubjectId!.Value), ct);
        return TypedResults.Ok(shown);
    }
}
