using System.Globalization;
using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Geborgen.Casework;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace Geborgen.ServiceDefaults;

/// <summary>What an operation's description takes from the service itself: the refusals of its rules, and a request that is accepted.</summary>
static partial class OpenApiOperations
{
    /// <summary>The component with the problem types that any operation can answer.</summary>
    public const string GeneralProblemType = nameof(GeneralProblemType);

    const string Problem = "application/problem+json";

    /// <summary>The Monday of the week in which the examples play: the past lies before it, the future beyond its Sunday.</summary>
    static readonly DateOnly Written = new(2026, 11, 23);

    /// <summary>The problem types that any operation can answer, in one place.</summary>
    public static OpenApiSchema GeneralProblems() => new()
    {
        Type = JsonSchemaType.String,
        Description = "What any operation can answer.\n" + string.Join('\n', Problems.General.Select(problem =>
            $"- {problem.Status} `{problem.Type![Problems.TypePrefix.Length..]}`: {problem.Detail}")),
        Enum = [.. Problems.General.Select(problem => (JsonNode)problem.Type!).DistinctBy(type => type.ToString())],
    };

    /// <summary>Says per status which rules can refuse the request: in words, and as the values of <c>type</c>.</summary>
    public static void Refuse(OpenApiResponses responses, IEnumerable<Refusal> refusals, OpenApiSchemaReference problem)
    {
        // One of something that is not there loses its code on the way out.
        foreach (var same in refusals.Where(one => one.Kind != RefusalKind.NotFound).GroupBy(one => Problems.StatusOf(one.Kind)))
        {
            var status = same.Key.ToString(CultureInfo.InvariantCulture);
            var before = responses.TryGetValue(status, out var response) ? response.Description : null;
            responses[status] = new OpenApiResponse
            {
                Description = string.Join('\n', same.Select(one => $"- `{one.Code}`: {one.Title}").Prepend(before + "\n").SkipWhile(string.IsNullOrWhiteSpace)),
                Content = new Dictionary<string, OpenApiMediaType> { [Problem] = new() { Schema = Typed(same, same.Key, problem) } },
            };
        }
    }

    /// <summary>
    /// Shows the request of <c>Examples/{operationId}.json</c> in the handler's assembly. Its dates are those of the week of
    /// <see cref="Written"/>, and move along with the calendar by whole weeks: what is a plan in it is always still to come.
    /// </summary>
    public static void ShowExample(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        if (operation.RequestBody?.Content is not { } bodies
            || context.Description.ActionDescriptor.EndpointMetadata.OfType<MethodInfo>().FirstOrDefault() is not { } handler)
            return;
        using var file = handler.DeclaringType!.Assembly.GetManifestResourceStream($"Examples/{operation.OperationId}.json");
        if (file is null)
            return;
        var today = WorkingDays.DateOf(context.ApplicationServices.GetRequiredService<TimeProvider>().GetUtcNow());
        var example = AsOf(JsonNode.Parse(file)!, today);
        foreach (var body in bodies.Values)
            body.Example = example.DeepClone();
    }

    /// <summary>An example with its dates moved to the week of a day; words and numbers stay as they are.</summary>
    public static JsonNode AsOf(JsonNode example, DateOnly today) =>
        Moved(example, 7 * (int)Math.Floor((today.DayNumber - Written.DayNumber) / 7.0));

    static JsonNode Moved(JsonNode at, int days) => at switch
    {
        JsonObject members => new JsonObject(members.Select(one => KeyValuePair.Create(one.Key, one.Value is { } value ? Moved(value, days) : null))),
        JsonArray items => new JsonArray([.. items.Select(one => one is null ? null : Moved(one, days))]),
        JsonValue value when value.TryGetValue<string>(out var text) && Date().Match(text) is { Success: true } date =>
            DateOnly.Parse(date.Value, CultureInfo.InvariantCulture).AddDays(days).ToString("O", CultureInfo.InvariantCulture) + text[date.Length..],
        _ => at.DeepClone(),
    };

    static OpenApiSchema Typed(IEnumerable<Refusal> refusals, int status, OpenApiSchemaReference problem) => new()
    {
        AllOf =
        [
            problem,
            new OpenApiSchema
            {
                Type = JsonSchemaType.Object,
                Properties = new Dictionary<string, IOpenApiSchema>
                {
                    ["type"] = new OpenApiSchema
                    {
                        Type = JsonSchemaType.String,
                        Enum =
                        [
                            .. refusals.Select(refusal => (JsonNode)(Problems.TypePrefix + refusal.Code)),
                            .. Problems.General.Where(general => general.Status == status).Select(general => (JsonNode)general.Type!),
                        ],
                    },
                },
            },
        ],
    };

    [GeneratedRegex("^[0-9]{4}-[0-9]{2}-[0-9]{2}(?=T|$)")]
    private static partial Regex Date();
}
