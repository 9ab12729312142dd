using System.Net;
using System.Net.Http.Headers;
using System.Reflection;
using System.Text;
using System.Text.Json.Nodes;

namespace Geborgen.Support;

/// <summary>
/// Sends the requests that an OpenAPI document shows, as they stand there, to the service itself. Only ids are replaced by
/// those of the story.
/// </summary>
public sealed class ExampleStory(JsonObject document, HttpClient reader)
{
    const string Folder = "Examples/";
    const int Attempts = 5;

    readonly HashSet<string> played = [];

    /// <summary>Every operation that takes a body.</summary>
    public IReadOnlySet<string> WithBody { get; } = ApiDocument.Operations(document)
        .Where(one => one.Operation["requestBody"] is not null).Select(one => (string)one.Operation["operationId"]!).ToHashSet();

    /// <summary>Every operation with a body that the document shows an example for.</summary>
    public IReadOnlySet<string> Shown { get; } = ApiDocument.Operations(document)
        .Where(one => Example(one.Operation) is not null).Select(one => (string)one.Operation["operationId"]!).ToHashSet();

    /// <summary>Every operation that was played.</summary>
    public IReadOnlySet<string> Played => played;

    /// <summary>What there is an example file of, other than an answer.</summary>
    public IReadOnlySet<string> FilesOf(params Assembly[] assemblies) => assemblies.SelectMany(one => one.GetManifestResourceNames())
        .Where(name => name.StartsWith(Folder, StringComparison.Ordinal)).Select(name => Path.GetFileNameWithoutExtension(name[Folder.Length..]))
        .Where(name => document["components"]!["schemas"]![name]?["examples"] is null).ToHashSet();

    /// <summary>Sends the example of an operation, and answers with what came of it.</summary>
    public async Task<JsonObject> Play(
        HttpClient client, string operationId, object[] ids, params (string Pointer, object Id)[] replaced)
    {
        var (template, method, operation) = ApiDocument.Operations(document).Single(one => (string?)one.Operation["operationId"] == operationId);
        played.Add(operationId);
        var path = Fill(template, ids);
        var example = Example(operation)?.DeepClone();
        if (example is not null)
            Fit(example, operation["requestBody"]!["content"]!["application/json"]!["schema"]!, operationId);
        foreach (var (pointer, id) in replaced)
            Replace(example!, pointer.Split('/')[1..], $"{id}");
        // A term that runs out meanwhile makes another version: whoever did not read it reads again.
        for (var attempt = 1; ; attempt++)
        {
            using var request = new HttpRequestMessage(new HttpMethod(method.ToUpperInvariant()), path);
            if (example is not null)
                request.Content = new StringContent(example.ToJsonString(), Encoding.UTF8, MediaTypeHeaderValue.Parse("application/json"));
            if (ApiDocument.Parameters(operation, document).Any(parameter => (string?)parameter["name"] == "If-Match"))
                request.Headers.IfMatch.Add(
                    await Tag(client, Resource(template, path)) ?? await Tag(reader, Resource(template, path))
                    // Who only gives a family to somebody reads its version where that is done.
                    ?? await Tag(client, $"{Resource(template, path)}/key-worker")
                    ?? throw new InvalidOperationException($"Nobody can read what {operationId} changes."));
            using var answer = await client.SendAsync(request);
            if (answer.StatusCode == HttpStatusCode.PreconditionFailed && attempt < Attempts)
                continue;
            var text = await answer.Content.ReadAsStringAsync();
            if (!answer.IsSuccessStatusCode)
                throw new InvalidOperationException($"The example of {operationId} is answered {(int)answer.StatusCode}: {text}");
            return JsonNode.Parse(text)!.AsObject();
        }
    }

    static JsonNode? Example(JsonObject operation) => operation["requestBody"]?["content"]?["application/json"]?["example"];

    /// <summary>An example has the members that its schema requires, and no others than it knows.</summary>
    void Fit(JsonNode? at, JsonNode schema, string where)
    {
        schema = ApiDocument.Resolve(schema, document);
        if (at is JsonArray items && schema["items"] is { } each)
            foreach (var item in items)
                Fit(item, each, $"{where}[]");
        // A member that may be null has the shapes of both.
        if ((schema["oneOf"] ?? schema["anyOf"])?.AsArray().FirstOrDefault(one => one!["$ref"] is not null) is { } filled)
            Fit(at, filled, where);
        if (at is not JsonObject members || schema["properties"] is not JsonObject known)
            return;
        var wrong = members.Where(member => !known.ContainsKey(member.Key)).Select(member => member.Key)
            .Concat((schema["required"]?.AsArray() ?? []).Select(name => (string)name!).Where(name => !members.ContainsKey(name))).ToList();
        if (wrong.Count > 0)
            throw new InvalidOperationException($"The example of {where} and its schema differ in {string.Join(", ", wrong)}.");
        foreach (var (name, value) in members)
            Fit(value, known[name]!, $"{where}.{name}");
    }

    static string Fill(string template, object[] ids)
    {
        var next = 0;
        return string.Join('/', template.Split('/').Select(part =>
            part == "{municipality}" ? "gm0344" : part.StartsWith('{') ? $"{ids[next++]}" : part));
    }

    /// <summary>The resource of which the operation changes a part: up to the first id.</summary>
    static string Resource(string template, string path) =>
        string.Join('/', path.Split('/').Take(template.Split('/').ToList().IndexOf("{id}") + 1));

    static async Task<EntityTagHeaderValue?> Tag(HttpClient client, string resource)
    {
        using var read = await client.GetAsync(new Uri(resource, UriKind.Relative));
        return read.Headers.ETag;
    }

    static void Replace(JsonNode at, string[] pointer, string id)
    {
        foreach (var name in pointer[..^1])
            at = at is JsonArray items ? items[int.Parse(name, System.Globalization.CultureInfo.InvariantCulture)]! : at[name]!;
        if (at is JsonArray list)
            list[int.Parse(pointer[^1], System.Globalization.CultureInfo.InvariantCulture)] = id;
        else
            at.AsObject()[pointer[^1]] = id;
    }
}
