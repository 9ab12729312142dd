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
    readonly record struct Position(DateTimeOffset RecordedAt, Guid Id);

    internal static void Map(RouteGroupBuilder api) => api.MapGet("/data-breaches", Handle)
        .RequireAccess("data-breach.list")
        .WithName(nameof(ListDataBreaches)).WithSummary("List the data breaches in your reach, newest first");

    static async Task<Ok<Page<DataBreachItem>>> Handle(
        Municipality municipality, [AsParameters] PageQuery page, CaseFileDb db, FamilyAccess access, CancellationToken ct)
    {
        var reach = access.FamiliesInReach();
        var breaches = db.Set<DataBreach>().AsNoTracking().Where(one => one.Municipality == municipality && reach.Contains(one.FamilyId));
        if (page.After<Position>() is { } after)
            breaches = breaches.Where(one => one.RecordedAt < after.RecordedAt || (one.RecordedAt == after.RecordedAt && one.Id < after.Id));
        var found = await breaches.OrderByDescending(one => one.RecordedAt).ThenByDescending(one => one.Id)
            .Take(page.Size + 1).ToListAsync(ct);
        var onPage = found.Take(page.Size).ToList();
        var grants = await access.ToEach([.. onPage.Select(one => one.FamilyId)], ct);
        var shown = onPage.Where(one => grants.ContainsKey(one.FamilyId)).ToList();
        await access.LogEach(shown.Select(one => (grants[one.FamilyId], one.Concerned.AsEnumerable())), ct);
        return TypedResults.Ok(new Page<DataBreachItem>(
            [.. shown.Select(one => new DataBreachItem(
                one.Id, one.FamilyId, one.Subject, one.DiscoveredAt, one.RecordedAt,
                one.Recipients.Count(recipient => recipient.ToldAt is null), one.Assessment?.Notified))],
            found.Count > page.Size ? Cursor.Encode(new Position(onPage[^1].RecordedAt, onPage[^1].Id)) : null));
    }
}
