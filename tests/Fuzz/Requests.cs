using System.Text.Json.Nodes;
using Geborgen.Architecture.Tests.Access;
using Geborgen.Support;

namespace Geborgen.Fuzz.Tests;

/// <summary>Requests for the operations of a document: each in most as it should be, and odd somewhere.</summary>
sealed class Requests(JsonObject document, Known known)
{
    static readonly string[] Methods = ["HEAD", "OPTIONS", "PATCH", "PUT", "DELETE", "TRACE", "POST", "GET", "BREW"];

    static readonly string[] Chosen = ["emergency-response", "consultation"];

    readonly List<(string Path, string Method, JsonObject Operation)> operations = [.. ApiDocument.Operations(document)];
    readonly Bodies bodies = new(document, known);
    readonly List<string> keys = ["one", "two"];

    /// <summary>The operations.</summary>
    public IReadOnlyList<string> Names => [.. operations.Select(one => Name(one.Operation))];

    /// <summary>A request for one operation, as it should be.</summary>
    public IEnumerable<Sent> Reads(string account, Dice dice) =>
        from one in operations
        where one.Method == "get" && RolesOf(one.Operation).Overlaps(Account.Of(account).Roles)
        select new Sent(Name(one.Operation), "GET", Path(one.Path, dice, odd: false).Path, account, [], null);

    /// <summary>
    /// An operation that did not succeed yet, as it should be, after a reading of what it is about: what was done before may be what it
    /// waited for.
    /// </summary>
    public IEnumerable<Sent> Tried(IReadOnlySet<string> succeeded, Dice dice)
    {
        if (operations.Where(one => !succeeded.Contains(Name(one.Operation))).ToList() is not { Count: > 0 } open)
            yield break;
        var (template, method, operation) = dice.One(open);
        var (path, resource, root) = Path(template, dice, odd: false);
        var roles = RolesOf(operation);
        var account = dice.One(Account.All.Where(one => roles.Overlaps(one.Roles)).DefaultIfEmpty(Account.All[0]).ToList()).Name;
        var read = root.Length > 0 && method != "get" ? Name(operations.Find(one => one.Method == "get" && IsTemplateOf(one.Path, resource)).Operation ?? operation) : "";
        if (read.Length > 0 && read != Name(operation))
            yield return new(read, "GET", resource, account, [], null);
        var headers = new List<(string, string)>();
        if (operation["requestBody"] is not null)
            headers.Add(("Content-Type", "application/json"));
        if (known.Tag(resource) is { } tag && ApiDocument.Parameters(operation, document).Any(one => (string?)one["name"] == "If-Match"))
            headers.Add(("If-Match", tag));
        var activities = operation["x-activities"]!.AsArray().Select(activity => (string)activity!).ToList();
        if (activities.TrueForAll(Chosen.Contains))
            headers.Add(("Processing-Activity", dice.One(activities)));
        yield return new(Name(operation), method.ToUpperInvariant(), path, account, headers, operation["requestBody"] is null ? null : bodies.Right(operation, dice, root));
    }

    static bool IsTemplateOf(string template, string path)
    {
        var (parts, said) = (template.Split('/'), path.Split('/'));
        return parts.Length == said.Length && parts.Zip(said).All(one => one.First.StartsWith('{') || one.First == one.Second);
    }

    public Sent Next(Dice dice)
    {
        var (template, method, operation) = dice.One(operations);
        var (path, resource, root) = Path(template, dice, odd: true);
        var foreign = dice.Percent(5);
        var query = Query(operation, foreign, dice);
        var sent = dice.Percent(3) ? dice.One(Methods) : method.ToUpperInvariant();
        var takesBody = operation["requestBody"] is not null;
        return new(
            Name(operation), sent, path + query, Who(operation, dice), [.. Headers(operation, resource, takesBody, dice)],
            takesBody || dice.Percent(2) ? takesBody && dice.Percent(98) ? bodies.Of(operation, dice, root) : dice.One(Odd.Bodies) : null,
            foreign && query.Contains("cursor=", StringComparison.Ordinal));
    }

    /// <summary>The path with ids that are known, its resource up to the first id, and that id.</summary>
    (string Path, string Resource, string Root) Path(string template, Dice dice, bool odd)
    {
        var parts = template.Split('/');
        var (root, resource) = ("", "");
        for (var at = 1; at < parts.Length; at++)
        {
            if (parts[at] == "{municipality}")
                parts[at] = odd && dice.Percent(3) ? dice.One(["gm0355", "gm9999", "GM0344", .. Odd.Parts]) : "gm0344";
            else if (parts[at].StartsWith('{'))
            {
                var name = parts[at].Trim('{', '}');
                var kind = name == "id" || !name.EndsWith("Id", StringComparison.Ordinal) || root.Length > 0 && parts[at - 1] is not "members" ? parts[at - 1] : Known.KindOf(name);
                parts[at] = odd && dice.Percent(6) ? dice.One(Odd.Parts) : odd && dice.Percent(5) || known.Find(dice, kind, root) is not { } id ? $"{dice.NewId()}" : dice.Percent(97) ? id : id.ToUpperInvariant();
                if (root.Length == 0)
                    (root, resource) = (parts[at], string.Join('/', parts[..(at + 1)]));
            }
            else if (odd && dice.Percent(1))
                parts[at] = dice.One([parts[at].ToUpperInvariant(), $"{parts[at]}x", "", $"{parts[at]}%20", parts[at].Replace("e", "%65", StringComparison.Ordinal)]);
        }
        var path = string.Join('/', parts);
        return (odd && dice.Percent(1) ? path + dice.One(["/", "//", "/..", "%3F", ".json"]) : path, resource, root);
    }

    string Query(JsonObject operation, bool foreign, Dice dice)
    {
        var asked = new List<string>();
        foreach (var one in ApiDocument.Parameters(operation, document).Where(one => (string?)one["in"] == "query"))
            if (dice.Percent(40) || (bool?)one["required"] == true)
            {
                var name = (string)one["name"]!;
                var value = name == "cursor" && !dice.Percent(25) ? known.Cursor(dice, Name(operation), foreign) : dice.Percent(25) ? dice.One(Odd.Queries) : Value(name, one["schema"]!, dice);
                asked.Add($"{(dice.Percent(4) ? name.ToUpperInvariant() : name)}={value}");
                if (dice.Percent(3))
                    asked.Add($"{name}={value}");
            }
        if (dice.Percent(3))
            asked.Add(dice.One(["unknown=1", "=", "a[]=1", "%00=1", "municipality=gm0355", "x", "&&"]));
        return asked.Count > 0 ? $"?{string.Join('&', asked)}" : "";
    }

    string Value(string name, JsonNode schema, Dice dice)
    {
        schema = ApiDocument.Resolve(schema, document);
        return schema["enum"] is JsonArray names ? $"{dice.One(names.ToList())}"
            : schema["items"]?["enum"] is JsonArray several ? $"{dice.One(several.ToList())}"
            : name switch
            {
                "limit" => $"{dice.One([1, 2, 25, 100])}",
                "municipality" => "gm0344",
                _ when (string?)schema["format"] == "date-time" => $"{TestDay.Now.AddDays(-dice.Below(40)):yyyy-MM-ddTHH:mm:ssZ}",
                _ when (string?)schema["type"] == "boolean" => dice.One(["true", "false"]),
                _ => dice.One(["own", "duty", "team", "mine", "members", "contacts", "keyWorker", "1.0.0", "gm0344"]),
            };
    }

    IEnumerable<(string, string)> Headers(JsonObject operation, string resource, bool takesBody, Dice dice)
    {
        if (takesBody)
            yield return ("Content-Type", dice.Percent(95) ? "application/json" : dice.One(Odd.MediaTypes));
        var names = ApiDocument.Parameters(operation, document).Where(one => (string?)one["in"] == "header").Select(one => (string)one["name"]!).ToList();
        if (names.Contains("If-Match") && !dice.Percent(3))
            yield return ("If-Match", dice.Percent(95) && known.Tag(resource) is { } tag ? tag : dice.Percent(50) ? "\"1\"" : dice.One(Odd.Headers));
        if (names.Contains("Idempotency-Key") && dice.Percent(25))
        {
            var key = dice.Percent(60) ? $"{dice.NewId()}" : dice.Percent(60) ? dice.One(keys) : dice.One(Odd.Headers);
            keys.Add(key);
            yield return ("Idempotency-Key", key);
        }
        var activities = operation["x-activities"]!.AsArray().Select(activity => (string)activity!).ToList();
        if (activities.TrueForAll(Chosen.Contains) || dice.Percent(4))
            yield return ("Processing-Activity", dice.Percent(80) ? dice.One(activities) : dice.One(Odd.Headers));
        if (dice.Percent(15))
            yield return ("Accept", dice.One(Odd.Accepts));
        if (dice.Percent(4))
            yield return (dice.One(["Accept-Language", "Accept-Encoding", "User-Agent", "traceparent", "tracestate", "baggage", "Range", "If-None-Match", "If-Modified-Since", "Content-Encoding", "X-Forwarded-For", "X-HTTP-Method-Override", "Origin", "Cookie", "Prefer", "Forwarded"]),
                dice.One([.. Odd.Headers, "gzip", "identity", "bytes=0-1", "00-00000000000000000000000000000000-0000000000000000-00", "127.0.0.1", "DELETE"]));
    }

    static string? Who(JsonObject operation, Dice dice)
    {
        if (dice.Percent(1))
            return null;
        var roles = RolesOf(operation);
        var fitting = Account.All.Where(account => roles.Overlaps(account.Roles)).ToList();
        return (dice.Percent(88) && fitting.Count > 0 ? dice.One(fitting) : dice.One(Account.All)).Name;
    }

    static HashSet<string> RolesOf(JsonObject operation) => [.. operation["x-roles"]!.AsArray().Select(role => (string)role!)];

    static string Name(JsonObject operation) => (string)operation["operationId"]!;
}
