using System.Text.Json.Nodes;
using Geborgen.Casework;
using Microsoft.OpenApi;

namespace Geborgen.ServiceDefaults;

/// <summary>
/// How a document tells what can go wrong: whatever does not succeed is answered with the one problem that all operations share. For
/// which reasons of the service's own rules an operation refuses stands with the operation, as their codes; what each means, once in the
/// document.
/// </summary>
static class OpenApiProblems
{
    /// <summary>
    /// Of an operation and of a header: the codes of the rules that can refuse it. Of the components: each code with its status and title.
    /// </summary>
    public const string Refusals = "x-refusals";

    const string Content = "application/problem+json";
    const string Problem = "ProblemDetails";

    /// <summary>The name under which a document has every status that it does not name.</summary>
    const string Other = "default";

    /// <summary>Names, for an operation, what can go wrong, in place of what the framework knows of it.</summary>
    public static void Describe(OpenApiOperation operation, OpenApiDocument document, IEnumerable<Refusal> refusals)
    {
        foreach (var status in operation.Responses!.Keys.Where(status => status[0] != '2').ToList())
            operation.Responses.Remove(status);
        operation.Responses[Other] = new OpenApiResponseReference(Other, document);
        // One of something that is not there loses its code on the way out.
        var told = refusals.Where(one => one.Kind != RefusalKind.NotFound).ToList();
        if (told.Count > 0)
            (operation.Extensions ??= new Dictionary<string, IOpenApiExtension>())[Refusals] = Explain(told, document);
    }

    /// <summary>The codes of refusals; the components say what each means.</summary>
    public static JsonNodeExtension Explain(IReadOnlyList<Refusal> refusals, OpenApiDocument document)
    {
        var meanings = Meanings(document);
        foreach (var one in refusals)
            meanings.TryAdd(one.Code, $"{Problems.StatusOf(one.Kind)} {one.Title}");
        return new(new JsonArray([.. refusals.Select(one => (JsonNode)one.Code)]));
    }

    /// <summary>The answer to whatever does not succeed, which says what any operation can answer, and its shape.</summary>
    public static void AddShared(OpenApiDocument document)
    {
        document.AddComponent(Other, new OpenApiResponse
        {
            // The code says it in short, and the answer itself in full.
            Description = "A problem: "
                + string.Join(", ", Problems.General.Select(one => $"{one.Status} {one.Type![Problems.TypePrefix.Length..]}"))
                + $"; or the status and code of a rule that {Refusals} names. Retry-After is given with 429, 503 and 504, and with 409 while the same request is still carried out.",
            Headers = new[] { OpenApiHeaders.Version, OpenApiHeaders.RetryAfter }.ToDictionary(
                name => name, IOpenApiHeader (name) => new OpenApiHeaderReference(name, document)),
            Content = new Dictionary<string, OpenApiMediaType> { [Content] = new() { Schema = new OpenApiSchemaReference(Problem, document) } },
        });
        document.AddComponent(Problem, new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Description = $"What went wrong (RFC 9457). type is {Problems.TypePrefix} and a code: one that {Refusals} names for the operation or for a header of it, or one that any operation can answer.",
            Required = new HashSet<string> { "type", "title", "status", "detail" },
            Properties = new Dictionary<string, IOpenApiSchema>
            {
                ["type"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "Which problem it is; callers may rely on it." },
                ["title"] = new OpenApiSchema { Type = JsonSchemaType.String },
                ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int32" },
                ["detail"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "What it means and what can be done." },
                ["errors"] = new OpenApiSchema
                {
                    Type = JsonSchemaType.Object,
                    Description = "Of input of which certain fields are wrong: for each, by its path, what is wrong with it.",
                    AdditionalProperties = new OpenApiSchema { Type = JsonSchemaType.Array, Items = new OpenApiSchema { Type = JsonSchemaType.String } },
                },
                ["traceId"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "Of a fault: by which it is found again." },
            },
        });
    }

    static JsonObject Meanings(OpenApiDocument document)
    {
        document.Components ??= new OpenApiComponents();
        var extensions = document.Components.Extensions ??= new Dictionary<string, IOpenApiExtension>();
        if (extensions.TryGetValue(Refusals, out var known))
            return ((JsonNodeExtension)known).Node.AsObject();
        var meanings = new JsonObject();
        extensions[Refusals] = new JsonNodeExtension(meanings);
        return meanings;
    }
}
