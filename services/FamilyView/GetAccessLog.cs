using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Geborgen.FamilyView;

/// <summary>
/// Lists who read or changed what about a family, over all organisations, the last first. Each organisation's own log
/// is read there with the caller's token; reading is itself logged, here and there.
/// </summary>
static class GetAccessLog
{
    /// <summary>A page of the merged log.</summary>
    /// <param name="Items">The rows, the last first.</param>
    /// <param name="Sources">Per service whether its log could be read. Rows of one that could not are missing, not absent.</param>
    /// <param name="Next">Cursor for the next page; null on the last.</param>
    public sealed record Response(IReadOnlyList<Item> Items, IReadOnlyList<Source> Sources, string? Next);

    /// <summary>A row of one service's log.</summary>
    /// <param name="Service">The service.</param>
    /// <param name="Row">What it logged.</param>
    public sealed record Item(string Service, AccessLogRow Row);

    /// <summary>A service that keeps a log about the family.</summary>
    /// <param name="Service">The service.</param>
    /// <param name="Status">Whether its log could be read.</param>
    public sealed record Source(string Service, SourceStatus Status);

    /// <param name="Before">Per service the place in its log before which the page starts; absent for its newest row.</param>
    readonly record struct Place(Dictionary<string, long> Before);

    public static void Map(RouteGroupBuilder api) => api.MapGet("/families/{id:guid}/access-log", Handle)
        .RequireAccess("family.access-log")
        .WithName(nameof(GetAccessLog)).WithSummary("List who read or changed what about a family, over all organisations");

    static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        Guid id, [AsParameters] PageQuery page, FamilyViewDb db, FamilyAccess access, AccessPolicy policy, Sources sources,
        ServiceDescription service, CancellationToken ct)
    {
        var (size, before) = (page.Size, page.After<Place>()?.Before ?? []);
        if (await access.To(id, ct) is not { } grant || await db.MunicipalityOf(id, ct) is not { } municipality)
            return Problems.NotFound();

        var own = await db.ReadAccessLog(policy, id, before.GetValueOrDefault(service.Name, long.MaxValue), size, ct);
        var read = await Task.WhenAll(sources.Of(municipality).Select(async name => (
            Service: name, Answer: await sources.ReadList<AccessLogRow>(name, municipality, PathOf(id, size, before, name), ct))));
        var logs = read.Prepend((service.Name, new(SourceStatus.Read, own.Items, own.Next))).ToList();
        var items = Merge(logs, size);
        foreach (var item in items)
            before[item.Service] = item.Row.Seq;

        await access.Log(grant, items.Select(item => item.Row.SubjectId).OfType<Guid>(), ct);
        return TypedResults.Ok(new Response(
            items, [.. logs.Select(log => new Source(log.Service, log.Answer.Status))],
            items.Count < logs.Sum(log => log.Answer.Items?.Count ?? 0) || logs.Any(log => log.Answer.Next is not null)
                ? Cursor.Encode(new Place(before))
                : null));
    }

    /// <summary>
    /// The last of all logs first, and each log in its own order: clocks differ, and a page that went on by time would
    /// lose the row that a log holds before a later one.
    /// </summary>
    static List<Item> Merge(IEnumerable<(string Service, SourceAnswer<AccessLogRow> Answer)> logs, int size)
    {
        var waiting = logs.Select(log => new Queue<Item>((log.Answer.Items ?? []).Select(row => new Item(log.Service, row)))).ToList();
        var merged = new List<Item>();
        while (merged.Count < size && waiting.Where(log => log.Count > 0).MaxBy(log => log.Peek().Row.At) is { } last)
            merged.Add(last.Dequeue());
        return merged;
    }

    static string PathOf(Guid id, int size, Dictionary<string, long> before, string service) =>
        $"families/{id}/access-log?limit={size}" + (before.TryGetValue(service, out var place) ? $"&cursor={Cursor.Encode(place)}" : "");
}
