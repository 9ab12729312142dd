using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Geborgen.Support;

/// <summary>Reads lists to their end: what a test looks for can stand behind what other tests left there.</summary>
public static class ListReading
{
    /// <summary>All items of a list, page after page.</summary>
    public static async Task<List<JsonNode>> ReadAll(this HttpClient client, string list)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(list);
        var (items, page) = (new List<JsonNode>(), $"{list}{(list.Contains('?', StringComparison.Ordinal) ? '&' : '?')}limit=100");
        for (var path = page; path is not null;)
        {
            var read = (await client.GetFromJsonAsync<JsonObject>(new Uri(path, UriKind.Relative)))!;
            items.AddRange(read["items"]!.AsArray().Select(one => one!));
            path = (string?)read["next"] is { } next ? $"{page}&cursor={next}" : null;
        }
        return items;
    }
}
