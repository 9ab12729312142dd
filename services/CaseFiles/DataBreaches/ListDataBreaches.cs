using Geborgen.Access;
using Geborgen.Casework;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.CaseFiles;

/// <summary>A data breach in a list; its words are read one by one.</summary>
/// <param name="Id">The data breach.</param>
/// <param name="FamilyId">The family.</param>
/// <param name="Subject">What was taken out.</param>
/// <param name="DiscoveredAt">When somebody found out.</param>
/// <param name="RecordedAt">When it was recorded.</param>
/// <param name="ToTell">How many recipients were not told yet.</param>
/// <param name="Notified">Whether the authority was told; null while that was not decided.</param>
public sealed record DataBreachItem(
    Guid Id, Guid FamilyId, BreachSubject Subject, DateTimeOffset DiscoveredAt, DateTimeOffset RecordedAt, int ToTell, bool? Notified);

/// <summary>The data breaches of the families in the caller's reach, newest first; for a privacy officer those of the organisation's families.</summary>
static class ListDataBreaches
{
    internal static void Map(RouteGroupBuilder api) => api.MapGet("/data-breaches", Handle)
        .RequireAccess("data-breach.list")
        .WithName(nameof(ListDataBreaches)).WithSummary("List the data breaches in your reach, newest first");

    static async Task<Ok<Page<DataBreachItem>>> Handle(
        Municipality municipality, [AsParameters] PageQuery page, CaseFileDb db, FamilyAccess access, CancellationToken ct)
    {
        var reach = access.FamiliesInReach();
        var found = await db.Set<DataBreach>().AsNoTracking().Where(one => one.Municipality == municipality && reach.Contains(one.FamilyId))
            .NewestFirst(page, one => one.RecordedAt, one => one.Id, one => one, ct);
        return TypedResults.Ok(await access.ShowEach(found, one => one.FamilyId, one => one.Concerned, one => new DataBreachItem(
            one.Id, one.FamilyId, one.Subject, one.DiscoveredAt, one.RecordedAt,
            one.Recipients.Count(recipient => recipient.ToldAt is null), one.Assessment?.Notified), ct));
    }
}
