using System.Globalization;
using System.Text.Json.Nodes;
using Geborgen.Casework;
using Microsoft.OpenApi;

namespace Geborgen.ServiceDefaults;

/// <summary>
/// How a document tells what can go wrong. Each status has one component, which all operations share. For which reasons of
/// the service's own rules an operation refuses stands with the operation, as their codes; what each means, once in the document.
/// </summary>
static class OpenApiProblems
{
    /// <summary>
    /// Of an operation and of a header: the codes of the rules that can refuse it. Of the components: each code with its status and title.
    /// </summary>
    public const string Refusals = "x-refusals";

    /// <summary>The component with the problem types that any operation can answer.</summary>
    public const string GeneralProblemType = nameof(GeneralProblemType);

    const string Content = "application/problem+json";
    const string Invalid = "ValidationProblem";
    const string Problem = "ProblemDetails";

    /// <summary>The name under which a document has every status that it does not name.</summary>
    const string Other = "default";

    static readonly Dictionary<string, string> Answers = new()
    {
        ["400"] = "Invalid input, or refused by a rule that x-refusals names.",
        ["401"] = "No valid access token.",
        ["403"] = "Not for this role, or refused by a rule that x-refusals names.",
        ["404"] = "Unknown here, or not for this caller.",
        ["409"] = "Refused by a rule that x-refusals names: it does not fit the state. Retry-After is given while the same request is still carried out.",
        ["412"] = "It changed since it was read.",
        ["413"] = "The body is larger than is accepted.",
        ["415"] = "The body is not application/json.",
        ["428"] = "If-Match is missing.",
        [Other] = "What any operation can answer: 429 too many requests, 500 a fault, 503 not reachable now, 504 no answer in time. Retry-After is given with 429, 503 and 504.",
    };

    static readonly string[] GiveRetryAfter = ["409", Other];

    /// <summary>Names, for an operation, all that can go wrong, in place of what the framework knows of it.</summary>
    public static void Describe(OpenApiOperation operation, OpenApiDocument document, IEnumerable<int> statuses, IReadOnlyList<Refusal> refusals)
    {
        var responses = new OpenApiResponses();
        foreach (var (status, answer) in operation.Responses!.Where(one => one.Key[0] == '2'))
            responses[status] = answer;
        // One of something that is not there loses its code on the way out.
        var told = refusals.Where(one => one.Kind != RefusalKind.NotFound).ToList();
        foreach (var status in statuses.Concat(told.Select(one => Problems.StatusOf(one.Kind))).Order().Select(Name).Distinct())
        {
            document.AddComponent(status, Answer(status, document));
            responses[status] = new OpenApiResponseReference(status, document);
        }
        operation.Responses = responses;
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

    /// <summary>The two shapes of a problem, and the types that any operation can answer.</summary>
    public static void AddShapes(OpenApiDocument document)
    {
        var schemas = document.Components!.Schemas ??= new Dictionary<string, IOpenApiSchema>();
        schemas[Problem] = new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Description = $"What went wrong (RFC 9457). type is {Problems.TypePrefix} and a code: one that {Refusals} names for the operation or for a header of it, or one of {GeneralProblemType}.",
            Required = new HashSet<string> { "type", "title", "status", "detail" },
            Properties = new Dictionary<string, IOpenApiSchema>
            {
                ["type"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "Which problem it is; callers may rely on it." },
                ["title"] = new OpenApiSchema { Type = JsonSchemaType.String },
                ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int32" },
                ["detail"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "What it means and what can be done." },
                ["traceId"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "Of a fault: by which it is found again." },
            },
        };
        schemas[GeneralProblemType] = new OpenApiSchema
        {
            Type = JsonSchemaType.String,
            Description = "What any operation can answer.",
            Enum = [.. Problems.General.Select(problem => problem.Type!).Distinct().Select(type => (JsonNode)type)],
        };
        schemas[Invalid] = new OpenApiSchema
        {
            AllOf = [new OpenApiSchemaReference(Problem, document)],
            Type = JsonSchemaType.Object,
            Description = "A problem with the input. errors is there when certain fields are wrong.",
            Properties = new Dictionary<string, IOpenApiSchema>
            {
                ["errors"] = new OpenApiSchema
                {
                    Type = JsonSchemaType.Object,
                    Description = "For each field, by its path, what is wrong with it.",
                    AdditionalProperties = new OpenApiSchema { Type = JsonSchemaType.Array, Items = new OpenApiSchema { Type = JsonSchemaType.String } },
                },
            },
        };
    }

    static OpenApiResponse Answer(string status, OpenApiDocument document) => new()
    {
        Description = Answers[status],
        Headers = new Dictionary<string, IOpenApiHeader>(
            (GiveRetryAfter.Contains(status) ? [OpenApiHeaders.Version, OpenApiHeaders.RetryAfter] : new[] { OpenApiHeaders.Version })
                .Select(name => KeyValuePair.Create<string, IOpenApiHeader>(name, new OpenApiHeaderReference(name, document)))),
        Content = new Dictionary<string, OpenApiMediaType>
        {
            [Content] = new() { Schema = new OpenApiSchemaReference(status == "400" ? Invalid : Problem, document) },
        },
    };

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

    static string Name(int status) => status.ToString(CultureInfo.InvariantCulture) is var name && Answers.ContainsKey(name) ? name : Other;
}
