using System.Text.Json;
using System.Text.Json.Nodes;
using Geborgen.Support;
using Json.Schema;

namespace Geborgen.Fuzz.Tests;

/// <summary>What an OpenAPI document says of an answer.</summary>
sealed class Verdict(ApiDocument api, JsonObject document)
{
    const string Components = "#/components/schemas/";
    const string Definitions = "#/$defs/";
    const string Json = "application/json";
    const string ProblemJson = "application/problem+json";

    static readonly EvaluationOptions Options = new() { RequireFormatValidation = true, OutputFormat = OutputFormat.List };

    static readonly string[] Always = ["API-Version", "Cache-Control", "X-Content-Type-Options", "X-Frame-Options", "Strict-Transport-Security", "Content-Security-Policy"];

    readonly JsonObject closed = Closed(document);
    readonly Dictionary<string, JsonSchema> schemas = [];

    /// <summary>What is wrong with an answer; null when it is as described.</summary>
    public string? Of(Sent sent, string path, HttpResponseMessage answer, string text)
    {
        var status = (int)answer.StatusCode;
        var media = answer.Content.Headers.ContentType?.MediaType;
        if (status >= 500)
            return "a fault";
        if (Always.FirstOrDefault(name => !answer.Headers.Contains(name)) is { } missing)
            return $"no {missing}";
        var isHead = sent.Method == "HEAD";
        if (isHead && text.Length > 0)
            return "HEAD has a body";
        var asked = api.Operation(isHead ? HttpMethod.Get : new HttpMethod(sent.Method), path);
        return status >= 300 ? Problem(sent, path, status, media, text, isHead) : Success(sent, asked, answer, status, media, text, isHead);
    }

    string? Problem(Sent sent, string path, int status, string? media, string text, bool isHead)
    {
        if (media != ProblemJson)
            return $"a problem as {media ?? "nothing"}";
        if (isHead)
            return null;
        var problem = JsonNode.Parse(text)!.AsObject();
        if ((int?)problem["status"] != status)
            return "another status in the problem";
        if (Wrong(new JsonObject { ["$ref"] = Components + "ProblemDetails" }, text) is { } wrong)
            return wrong;
        if (!api.Documents(new HttpMethod(sent.Method), path, status, (string)problem["type"]!))
            return $"{status} {problem["type"]} is not described";
        // Messages are about the field, in the words of this API.
        var said = problem["errors"]?.AsObject().SelectMany(one => one.Value!.AsArray()).Select(one => (string)one!) ?? [];
        return said.FirstOrDefault(one => one.Length == 0 || one.Contains(" field ", StringComparison.Ordinal) || one.Contains("Attribute", StringComparison.Ordinal) || one.Contains("System.", StringComparison.Ordinal)) is { } odd ? $"a message of the framework: {odd}" : null;
    }

    string? Success(Sent sent, JsonObject? asked, HttpResponseMessage answer, int status, string? media, string text, bool isHead)
    {
        if (sent.Foreign)
            return "a cursor of another list is taken";
        if (asked is null)
            return $"{status} of something that is not described";
        if (ApiDocument.Response(asked, $"{status}", document) is not { } described)
            return $"{status} is not described";
        if ((described["headers"]?.AsObject() ?? []).FirstOrDefault(one => !answer.Headers.Contains(one.Key)) is { Key: { } absent })
            return $"no {absent}";
        if (described["content"]?[Json]?["schema"] is not { } schema)
            return text.Length > 0 ? "a body that is not described" : null;
        if (media != Json)
            return $"an answer as {media ?? "nothing"}";
        return isHead ? null : Wrong(schema, text);
    }

    string? Wrong(JsonNode schema, string text)
    {
        var key = schema.ToJsonString().Replace(Components, Definitions, StringComparison.Ordinal);
        if (!schemas.TryGetValue(key, out var known))
        {
            var whole = JsonNode.Parse(key)!.AsObject();
            whole["$defs"] = new JsonObject(Reached(key).Select(name => KeyValuePair.Create(name, closed[name]?.DeepClone())));
            schemas[key] = known = JsonSchema.FromText(whole.ToJsonString());
        }
        var found = known.Evaluate(JsonElement.Parse(text), Options);
        return found.IsValid ? null : string.Join("; ",
            from detail in found.Details ?? []
            from error in detail.Errors ?? new Dictionary<string, string>()
            select $"{detail.InstanceLocation}: {error.Value}");
    }

    /// <summary>The components to which a schema refers, directly or by others.</summary>
    HashSet<string> Reached(string schema)
    {
        var reached = new HashSet<string>();
        var open = new Stack<string>([schema]);
        while (open.TryPop(out var at))
            foreach (var name in closed.Select(one => one.Key).Where(name => at.Contains($"{Definitions}{name}\"", StringComparison.Ordinal) && reached.Add(name)))
                open.Push(closed[name]!.ToJsonString());
        return reached;
    }

    /// <summary>An answer may have more members one day; those of today have those of today.</summary>
    static JsonObject Closed(JsonObject document)
    {
        var closed = JsonNode.Parse(document["components"]!["schemas"]!.ToJsonString().Replace(Components, Definitions, StringComparison.Ordinal))!.AsObject();
        foreach (var (_, one) in closed.Where(one => one.Value!["properties"] is not null))
            one!["additionalProperties"] = false;
        return closed;
    }
}
