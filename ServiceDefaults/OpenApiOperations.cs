using System.Globalization;
using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Geborgen.ServiceDefaults;

/// <summary>What an operation's description takes from the service itself: its path, its headers, its answers, and a request that is accepted.</summary>
static partial class OpenApiOperations
{
    const string Json = "application/json";

    /// <summary>The Monday of the week in which the examples play: the past lies before it, the future beyond its Sunday.</summary>
    public static readonly DateOnly Written = new(2026, 11, 23);

    /// <summary>Declares the parts of the path that no handler asks for, such as the municipality.</summary>
    public static void DeclarePath(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        var parameters = operation.Parameters ??= [];
        foreach (Match part in PathPart().Matches(context.Description.RelativePath ?? ""))
            if (part.Groups["name"].Value is var name && parameters.All(known => known.Name != name))
                parameters.Insert(0, new OpenApiParameter { Name = name, In = ParameterLocation.Path, Required = true, Schema = Text() });
        foreach (var municipality in parameters.OfType<OpenApiParameter>().Where(one => one.Name == "municipality"))
        {
            municipality.Description = "CBS code of the municipality where the file was opened, such as gm0344; who is responsible for a child now stands in the file.";
            municipality.Schema = new OpenApiSchema { Type = JsonSchemaType.String, Pattern = "^gm[0-9]{4}$" };
        }
        foreach (var header in context.Description.ActionDescriptor.EndpointMetadata.OfType<RequestHeader>())
            parameters.Add(new OpenApiParameter
            {
                Name = header.Name,
                In = ParameterLocation.Header,
                Required = header.Required,
                Description = header.Description,
                Schema = Text(),
                Extensions = header.Refusals.Count == 0 ? null : new Dictionary<string, IOpenApiExtension>
                {
                    [OpenApiProblems.Refusals] = OpenApiProblems.Explain(header.Refusals, context.Document!),
                },
            });
    }

    /// <summary>Shows every shape of an answer where it depends on the reader which one is given.</summary>
    public static async Task ShowEveryShape(
        OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var shapes = context.Description.ActionDescriptor.EndpointMetadata.OfType<IProducesResponseTypeMetadata>()
            .Where(one => one.StatusCode < 300 && one.Type is not null && one.Type != typeof(void))
            .DistinctBy(one => (one.StatusCode, one.Type)).ToLookup(one => $"{one.StatusCode}", one => one.Type!);
        foreach (var shape in shapes.Where(one => one.Count() > 1))
        {
            var any = new OpenApiSchema { AnyOf = [] };
            foreach (var type in shape)
                any.AnyOf.Add(await OpenApiSchemas.Refer(type, context, cancellationToken));
            if (operation.Responses?[shape.Key].Content is { } content)
                content[Json] = new OpenApiMediaType { Schema = any };
        }
    }

    /// <summary>Which headers an answer that succeeds has.</summary>
    public static void DeclareHeaders(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        var headers = context.Description.ActionDescriptor.EndpointMetadata.OfType<AnswerHeader>().Select(one => one.Name).ToList();
        foreach (var (status, response) in operation.Responses!)
        {
            if (response is not OpenApiResponse answer)
                continue;
            answer.Headers ??= new Dictionary<string, IOpenApiHeader>();
            foreach (var name in headers.Prepend(OpenApiHeaders.Version).Concat(status == "201" ? [OpenApiHeaders.Location] : []))
                answer.Headers[name] = new OpenApiHeaderReference(name, context.Document);
        }
    }

    /// <summary>
    /// Shows the request of <c>Examples/{operationId}.json</c> in the handler's assembly, with the dates of the week of
    /// <see cref="Written"/>.
    /// </summary>
    public static void ShowExample(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        if (operation.RequestBody?.Content is not { } bodies
            || context.Description.ActionDescriptor.EndpointMetadata.OfType<MethodInfo>().FirstOrDefault() is not { } handler)
            return;
        using var file = handler.DeclaringType!.Assembly.GetManifestResourceStream($"Examples/{operation.OperationId}.json");
        if (file is null)
            return;
        var example = JsonNode.Parse(file)!;
        foreach (var body in bodies.Values)
            body.Example = example.DeepClone();
    }

    /// <summary>
    /// An example with its dates moved to the week of a day; words and numbers stay as they are. They move by whole weeks, so
    /// that what is a plan in it is always still to come.
    /// </summary>
    public static JsonNode AsOf(JsonNode example, DateOnly today) => Moved(example, 7 * WeeksTo(today));

    /// <summary>The Monday of the week to which the dates of examples move on a day.</summary>
    public static DateOnly WeekOf(DateOnly today) => Written.AddDays(7 * WeeksTo(today));

    static int WeeksTo(DateOnly today) => (int)Math.Floor((today.DayNumber - Written.DayNumber) / 7.0);

    static JsonNode Moved(JsonNode at, int days) => at switch
    {
        JsonObject members => new JsonObject(members.Select(one => KeyValuePair.Create(one.Key, one.Value is { } value ? Moved(value, days) : null))),
        JsonArray items => new JsonArray([.. items.Select(one => one is null ? null : Moved(one, days))]),
        JsonValue value when value.TryGetValue<string>(out var text) && Date().Match(text) is { Success: true } date =>
            DateOnly.Parse(date.Value, CultureInfo.InvariantCulture).AddDays(days).ToString("O", CultureInfo.InvariantCulture) + text[date.Length..],
        _ => at.DeepClone(),
    };

    static OpenApiSchema Text() => new() { Type = JsonSchemaType.String };

    [GeneratedRegex("^[0-9]{4}-[0-9]{2}-[0-9]{2}(?=T|$)")]
    private static partial Regex Date();

    [GeneratedRegex(@"\{(?<name>\w+)")]
    private static partial Regex PathPart();
}
