using System.Globalization;
using System.Reflection;
using System.Text.Json.Nodes;
using Geborgen.Casework;

namespace Geborgen.Support;

/// <summary>
/// The OpenAPI document that a service serves. Clients that go through its <see cref="Watch"/> fail on every problem that
/// the document does not promise: of that very operation, under that very status.
/// </summary>
public sealed class ApiDocument(string path)
{
    const string TypePrefix = "urn:geborgen:problem:";
    const string Problem = "application/problem+json";

    JsonObject? document;

    string Path { get; } = path;

    /// <summary>A handler that holds every answer against the document.</summary>
    public DelegatingHandler Watch() => new Watching(this);

    /// <summary>The document.</summary>
    public async Task<JsonObject> Read(HttpClient client, CancellationToken ct) =>
        document ??= JsonNode.Parse(await client.GetStringAsync(Path, ct))!.AsObject();

    /// <summary>Every operation of a document, with its path and method.</summary>
    public static IEnumerable<(string Path, string Method, JsonObject Operation)> Operations(JsonObject document) =>
        from path in document["paths"]!.AsObject()
        from operation in path.Value!.AsObject()
        select (path.Key, operation.Key, operation.Value!.AsObject());

    /// <summary>What stands at a place of a document, which may say where it stands.</summary>
    public static JsonNode Resolve(JsonNode at, JsonObject document) =>
        (string?)at["$ref"] is { } reference ? reference.Split('/')[1..].Aggregate((JsonNode)document, (node, name) => node[name]!) : at;

    /// <summary>Every parameter of an operation.</summary>
    public static IEnumerable<JsonNode> Parameters(JsonObject operation, JsonObject document) =>
        (operation["parameters"]?.AsArray() ?? []).Select(one => Resolve(one!, document));

    /// <summary>What an operation answers with a status; null when it does not say so.</summary>
    public static JsonNode? Response(JsonObject operation, string status, JsonObject document) =>
        operation["responses"]![status] is { } response ? Resolve(response, document) : null;

    /// <summary>The statuses and codes with which rules can refuse an operation, for what it does or for what stands in its headers.</summary>
    public static IEnumerable<(int Status, string Code, string Title)> Refusals(JsonObject operation, JsonObject document) =>
        from code in Parameters(operation, document).Append(operation).SelectMany(one => one["x-refusals"]?.AsArray() ?? [])
        let meaning = (string)document["components"]!["x-refusals"]![(string)code!]!
        select (int.Parse(meaning[..3], CultureInfo.InvariantCulture), (string)code!, meaning[4..]);

    /// <summary>Every problem type with which a document's operations name a refusal.</summary>
    public static IReadOnlySet<string> Problems(JsonObject document) => Operations(document)
        .SelectMany(one => Refusals(one.Operation, document)).Select(one => TypePrefix + one.Code).ToHashSet(StringComparer.Ordinal);

    /// <summary>The problem types of all that an assembly's own rules refuse. One of something that is not there is answered as not found.</summary>
    public static IReadOnlySet<string> RefusalsOf(Assembly service) => service.GetTypes()
        .SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.Static))
        .Where(property => property.PropertyType == typeof(Refusal)).Select(property => (Refusal)property.GetValue(null)!)
        .Where(refusal => refusal.Kind != RefusalKind.NotFound).Select(refusal => TypePrefix + refusal.Code)
        .ToHashSet(StringComparer.Ordinal);

    static bool Fits(string template, string path)
    {
        var (names, values) = (template.Split('/'), path.Split('/'));
        return names.Length == values.Length
            && names.Zip(values).All(pair => pair.First.StartsWith('{') || string.Equals(pair.First, Uri.UnescapeDataString(pair.Second), StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The operation that answers a method and a path; null for one that is not described.</summary>
    public JsonObject? Operation(HttpMethod method, string at) => Operations(document!)
        .Where(one => string.Equals(one.Method, method.Method, StringComparison.OrdinalIgnoreCase) && Fits(one.Path, at))
        .OrderBy(one => one.Path.Count(sign => sign == '{')).FirstOrDefault().Operation;

    /// <summary>Whether the document, once it was read, promises a problem of an operation under a status.</summary>
    public bool Documents(HttpMethod method, string at, int status, string type)
    {
        var told = (string)document!["components"]!["responses"]!["default"]!["description"]!;
        var general = told.Split(';')[0].Split([": ", ", "], StringSplitOptions.None).Contains($"{status} {type[TypePrefix.Length..]}");
        if (Operation(method, at) is not { } asked)
            return general;
        return Refusals(asked, document).Any(refusal => refusal.Status == status && TypePrefix + refusal.Code == type) || general && Can(asked, status);
    }

    /// <summary>Whether an operation can answer with a status whatever its rules: about a body only where it takes one, about a version likewise.</summary>
    bool Can(JsonObject operation, int status) => status switch
    {
        412 => IfMatch(operation) is not null,
        413 or 415 => operation["requestBody"] is not null,
        428 => (bool?)IfMatch(operation)?["required"] == true,
        _ => true,
    };

    JsonNode? IfMatch(JsonObject operation) => Parameters(operation, document!).FirstOrDefault(one => (string?)one["name"] == "If-Match");

    sealed class Watching(ApiDocument api) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var answer = await base.SendAsync(request, cancellationToken);
            if (answer.Content.Headers.ContentType?.MediaType != Problem)
                return answer;
            await answer.Content.LoadIntoBufferAsync(cancellationToken);
            var type = (string?)JsonNode.Parse(await answer.Content.ReadAsStringAsync(cancellationToken))!["type"] ?? "";
            if (api.document is null)
            {
                using var asked = new HttpRequestMessage(HttpMethod.Get, new Uri(request.RequestUri!, api.Path));
                using var served = await base.SendAsync(asked, cancellationToken);
                api.document = JsonNode.Parse(await served.Content.ReadAsStringAsync(cancellationToken))!.AsObject();
            }
            var at = request.RequestUri!.AbsolutePath;
            if (!type.StartsWith(TypePrefix, StringComparison.Ordinal) || !api.Documents(request.Method, at, (int)answer.StatusCode, type))
                throw new InvalidOperationException(
                    $"{request.Method} {at} answers {(int)answer.StatusCode} {type}, which its OpenAPI document does not say.");
            return answer;
        }
    }
}
