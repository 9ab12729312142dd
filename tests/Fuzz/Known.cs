using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Geborgen.Fuzz.Tests;

/// <summary>What answers told, so that later requests are about something that is there: ids by where they stood, and versions.</summary>
sealed partial class Known
{
    static readonly Dictionary<string, string> Same = new()
    {
        ["own-statements"] = "statements",
        ["shared-statements"] = "statements",
        ["submissions"] = "contacts",
        ["own-contacts"] = "contacts",
        ["own-families"] = "families",
        ["own-investigations"] = "investigations",
        ["wishes"] = "key-worker-wishes",
        ["stand-ins"] = "assignments",
        ["concerned"] = "members",
        ["persons"] = "members",
        ["children"] = "members",
        ["parents"] = "members",
        ["known-persons"] = "members",
        ["other-families"] = "families",
        ["investigation-requests"] = "requests",
        ["support-requests"] = "supports",
        ["support-offers"] = "offers",
    };

    readonly Dictionary<(string Root, string Kind), List<string>> ids = [];
    readonly Dictionary<string, string> families = [];
    readonly Dictionary<string, string> tags = [];
    readonly Dictionary<string, string> cursors = [];

    /// <summary>Remembers an id of a kind, below a resource or anywhere.</summary>
    public void Add(string kind, string id, string root = "")
    {
        kind = Kind(kind);
        foreach (var place in new[] { (root, kind), (root, ""), ("", kind) })
        {
            if (!ids.TryGetValue(place, out var known))
                ids[place] = known = [];
            if (!known.Contains(id))
                known.Add(id);
        }
    }

    /// <summary>An id that may stand in a place: of that kind below that resource or its family, else of that kind anywhere.</summary>
    public string? Find(Dice dice, string kind, string root)
    {
        kind = Kind(kind);
        foreach (var place in new[] { (root, kind), (families.GetValueOrDefault(root, root), kind), ("", kind), (root, "") })
            if (ids.TryGetValue(place, out var known))
                return dice.One(known);
        return null;
    }

    /// <summary>The version of a resource that was read last.</summary>
    public string? Tag(string resource) => tags.GetValueOrDefault(resource);

    /// <summary>Where a list goes on, or where another one does.</summary>
    public string Cursor(Dice dice, string list, bool foreign) =>
        cursors.Where(one => one.Key == list != foreign).Select(one => one.Value).ToList() is { Count: > 0 } fitting ? dice.One(fitting) : "none";

    /// <summary>Remembers where a list goes on.</summary>
    public void GoesOn(string list, string cursor) => cursors[list] = cursor;

    /// <summary>Takes in an answer.</summary>
    /// <param name="resource">The path of the resource up to its first id.</param>
    /// <param name="root">That id; empty where the path has none.</param>
    /// <param name="kind">What the path names last.</param>
    /// <param name="tag">The version.</param>
    /// <param name="body">The answer.</param>
    public void Learn(string resource, string root, string kind, string? tag, JsonNode body)
    {
        if (root.Length == 0 && body is JsonObject made && Id(made["id"]) is { } id)
            (root, resource) = (id, $"{resource}/{id}");
        if (tag is not null)
            tags[resource] = tag;
        if (body is JsonObject whole && Id(whole["familyId"]) is { } family && root.Length > 0)
            families[root] = family;
        Learn(body, root, kind);
    }

    void Learn(JsonNode? at, string root, string kind)
    {
        if (at is JsonArray items)
            foreach (var item in items)
                if (Id(item) is { } listed)
                    Add(kind, listed, root);
                else
                    Learn(item, root, kind);
        if (at is not JsonObject members)
            return;
        // An item of a list of resources is a resource itself.
        if (Id(members["id"]) is { } id)
        {
            Add(kind, id, root);
            if (root.Length == 0)
                root = id;
            if (Id(members["familyId"]) is { } family)
                families.TryAdd(root, family);
        }
        foreach (var (name, value) in members)
            if (name.EndsWith("Id", StringComparison.Ordinal) && Id(value) is { } other)
                Add(KindOf(name), other, root);
            else
                Learn(value, root, name == "items" ? kind : Hyphened(name));
    }

    /// <summary>The kind that a member's or a parameter's name tells: <c>familyId</c> is of families.</summary>
    public static string KindOf(string name) => Hyphened(name[..^2]) switch
    {
        "person" or "child" or "parent" or "known-person" or "young-person" => "members",
        "family" or "other-family" => "families",
        "not-knowing" => "not-known",
        "" => "",
        var one => $"{one}s",
    };

    static string Kind(string kind) => Same.GetValueOrDefault(kind, kind);

    static string? Id(JsonNode? at) => at is JsonValue value && value.TryGetValue<string>(out var text) && Guid.TryParseExact(text, "D", out _) ? text : null;

    static string Hyphened(string name) => Humps().Replace(name, one => $"-{one.Value}").ToLowerInvariant();

    [GeneratedRegex("(?<!^)[A-Z]")]
    private static partial Regex Humps();
}
