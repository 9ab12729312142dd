using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace Geborgen.Support;

/// <summary>
/// Bodies that can't be right, made from what an OpenAPI document says of each operation: its example with one fault in it. A route that
/// is added is asked by itself.
/// </summary>
public sealed class InvalidBodies(JsonObject document)
{
    /// <summary>Longer than any text may be.</summary>
    const int TooLong = 20_001;

    /// <summary>Nobody who lives was born then, and no term or plan goes so far.</summary>
    static readonly int[] Implausible = [1889, 2101];

    const string Problem = "urn:geborgen:problem:invalid-input";

    static readonly string[] Chosen = ["emergency-response", "consultation"];

    /// <summary>One fault in one body, and the field that is to be named for it.</summary>
    /// <param name="Fault">What is wrong, for people.</param>
    /// <param name="Field">The field that the answer names; the whole body where it is none.</param>
    /// <param name="Body">What is sent; null for nothing at all.</param>
    sealed record Faulty(string Fault, string Field, string? Body);

    /// <summary>Sends every body that can't be right and tells of each that is not answered 400 with its field named.</summary>
    /// <param name="of">A client for one of some roles.</param>
    /// <param name="ct">Ends it.</param>
    /// <returns>How many were sent, and what was not refused as it should be.</returns>
    public async Task<(int Sent, IReadOnlyList<string> Accepted)> Send(Func<IReadOnlyList<string>, Task<HttpClient>> of, CancellationToken ct)
    {
        var (sent, accepted) = (0, new List<string>());
        foreach (var (template, method, operation) in ApiDocument.Operations(document).Where(one => one.Operation["requestBody"] is not null))
        {
            using var client = await of([.. operation["x-roles"]!.AsArray().Select(role => (string)role!)]);
            foreach (var faulty in Of(operation["requestBody"]!))
            {
                sent++;
                using var request = Request(template, method, operation, faulty.Body);
                using var answer = await client.SendAsync(request, ct);
                var text = await answer.Content.ReadAsStringAsync(ct);
                if (answer.StatusCode != HttpStatusCode.BadRequest || !Names(JsonNode.Parse(text)!, faulty.Field))
                    accepted.Add($"{operation["operationId"]}, {faulty.Fault}: {(int)answer.StatusCode} {text[..Math.Min(text.Length, 300)]}");
            }
        }
        return (sent, accepted);
    }

    static bool Names(JsonNode problem, string field) =>
        (string?)problem["type"] == Problem && problem["errors"] is JsonObject errors && (field.Length == 0 ? errors.Count > 0 : errors.ContainsKey(field));

    HttpRequestMessage Request(string template, string method, JsonObject operation, string? body)
    {
        var path = string.Join('/', template.Split('/').Select(part => part == "{municipality}" ? "gm0344" : part.StartsWith('{') ? $"{Guid.CreateVersion7()}" : part));
        var request = new HttpRequestMessage(new HttpMethod(method.ToUpperInvariant()), path);
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        if (ApiDocument.Parameters(operation, document).Any(one => (string?)one["name"] == "If-Match"))
            request.Headers.TryAddWithoutValidation("If-Match", "\"1\"");
        // Only where there is no other activity must it be named.
        var activities = operation["x-activities"]!.AsArray().Select(activity => (string)activity!).ToList();
        if (activities.TrueForAll(Chosen.Contains))
            request.Headers.Add("Processing-Activity", activities[0]);
        return request;
    }

    IEnumerable<Faulty> Of(JsonNode requestBody)
    {
        var content = requestBody["content"]!["application/json"]!;
        var example = content["example"]!;
        if ((bool?)requestBody["required"] == true)
        {
            yield return new("no body", "", null);
            yield return new("null", "", "null");
        }
        yield return new("a list", "", "[]");
        yield return new("no JSON", "", "{");
        foreach (var (fault, field, change) in In(example, content["schema"]!, "", []))
        {
            var body = example.DeepClone();
            change(body);
            yield return new($"{fault} {field}", field, body.ToJsonString());
        }
    }

    /// <summary>Every fault that one member can have, of the members of its members too.</summary>
    IEnumerable<(string Fault, string Field, Action<JsonNode> Change)> In(JsonNode? example, JsonNode schema, string path, object[] pointer)
    {
        schema = Filled(schema);
        if (example is JsonArray { Count: > 0 } items && schema["items"] is { } each)
            foreach (var fault in In(items[0], each, $"{path}[0]", [.. pointer, 0]))
                yield return fault;
        if (schema["properties"] is not JsonObject members || example is not JsonObject present)
            yield break;
        yield return ("unknown", Join("unknownMember"), body => At(body)["unknownMember"] = 1);
        foreach (var required in schema["required"]?.AsArray().Select(name => (string)name!) ?? [])
            yield return ("missing", Join(required), body => At(body).Remove(required));
        foreach (var (name, member) in members)
        {
            var types = TypesOf(Filled(member!));
            yield return ("wrong type of", Join(name), body => At(body)[name] = types.Overlaps(["integer", "number", "boolean"]) ? "x" : 1);
            if (types.Contains("string") && Filled(member!) is { } text && text["format"] is null && text["enum"] is null)
                yield return ("too long", Join(name), body => At(body)[name] = new string('x', TooLong));
            if ((string?)Filled(member!)["format"] is "date" or "date-time")
                foreach (var year in Implausible)
                    yield return ($"year {year} of", Join(name), body => At(body)[name] = (string?)Filled(member!)["format"] == "date" ? $"{year}-06-15" : $"{year}-06-15T12:00:00Z");
            if (present[name] is { } value)
                foreach (var fault in In(value, member!, Join(name), [.. pointer, name]))
                    yield return fault;
        }

        string Join(string name) => path.Length == 0 ? name : $"{path}.{name}";

        JsonObject At(JsonNode body) => pointer.Aggregate(body, (at, step) => step is int place ? at[place]! : at[(string)step]!).AsObject();
    }

    /// <summary>What a schema refers to; of one that may be null what it is otherwise.</summary>
    JsonNode Filled(JsonNode schema)
    {
        var resolved = ApiDocument.Resolve(schema, document);
        return (resolved["oneOf"] ?? resolved["anyOf"])?.AsArray().FirstOrDefault(one => one!["$ref"] is not null) is { } filled ? ApiDocument.Resolve(filled, document) : resolved;
    }

    static HashSet<string> TypesOf(JsonNode schema) => schema["type"] switch
    {
        JsonArray several => [.. several.Select(type => (string)type!)],
        { } one => [(string)one!],
        _ => [],
    };
}
