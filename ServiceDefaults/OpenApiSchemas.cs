using System.ComponentModel.DataAnnotations;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Geborgen.Casework;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Geborgen.ServiceDefaults;

/// <summary>What the framework leaves out of a schema, or would mix up in it.</summary>
static class OpenApiSchemas
{
    /// <summary>Under which the framework keeps the component's name of a schema that it has not put among the components yet.</summary>
    const string ComponentOf = "x-schema-id";

    /// <summary>Under which it keeps that a member of a component's type may be null.</summary>
    const string MayBeNull = "x-is-nullable-property";

    /// <summary>What is written as a text, by converters that the framework can't see into, with the format by which tools know it.</summary>
    static readonly Dictionary<Type, string?> Formats = new()
    {
        [typeof(string)] = null,
        [typeof(ForFamily)] = null,
        [typeof(DateOnly)] = "date",
        [typeof(DateTimeOffset)] = "date-time",
        [typeof(Guid)] = "uuid",
    };

    /// <summary>
    /// The name of a type's component. Each use case has a Request and often a Response or Item of its own: without the
    /// use case's name before it, all would be one component. An enum that may be null is the same enum.
    /// </summary>
    public static string? NameOf(JsonTypeInfo type) =>
        type.Type == typeof(ForFamily) ? null : IsEnum(type.Type) || OpenApiOptions.CreateDefaultSchemaReferenceId(type) is not null ? NameOf(type.Type) : null;

    /// <summary>The name of a type's component.</summary>
    public static string NameOf(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        var own = type.Name.Split('`')[0];
        return (type.DeclaringType?.Name ?? "") + own
            + (type.IsGenericType ? "Of" + string.Concat(type.GetGenericArguments().Select(NameOf)) : "");
    }

    /// <summary>
    /// Tells of a schema what its type and its member's attributes say. An answer, or an item of one that is a list, shows
    /// <c>Examples/{component}.json</c> of its assembly.
    /// </summary>
    public static async Task Complete(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        var type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
        if (type.IsEnum)
        {
            schema.Type = JsonSchemaType.String;
            schema.Enum = [.. ExactEnums.Names(type).Select(name => JsonValue.Create(name))];
            // Where a member has a default, the framework forgets both.
            var metadata = schema.Metadata ??= new Dictionary<string, object>();
            metadata.TryAdd(ComponentOf, NameOf(type));
            if (context.JsonPropertyInfo is { } member && Nullable.GetUnderlyingType(member.PropertyType) is not null)
                metadata.TryAdd(MayBeNull, true);
        }
        else if (Formats.TryGetValue(type, out var format))
        {
            schema.Type = JsonSchemaType.String | (context.JsonPropertyInfo?.IsGetNullable == true ? JsonSchemaType.Null : default);
            schema.Format ??= format;
        }
        // Where the same list stood earlier in the same schema, the framework refers to that place and then loses it.
        if (context.JsonTypeInfo is { Kind: JsonTypeInfoKind.Enumerable, ElementType: { } element } && schema is { Items: null, Type: not null })
            schema.Items = await context.GetOrCreateSchemaAsync(element, null, cancellationToken);
        using var example = type.Assembly.GetManifestResourceStream($"Examples/{NameOf(type)}.json");
        if (example is not null)
            schema.Examples = [JsonNode.Parse(example)!];
        var said = context.JsonPropertyInfo?.AttributeProvider?.GetCustomAttributes(inherit: true) ?? [];
        if (type == typeof(string) && said.OfType<RequiredAttribute>().Any())
            schema.MinLength = Math.Max(1, schema.MinLength ?? 0);
        else if (schema.MinLength == 0)
            schema.MinLength = null;
        // Of a text that may be null, the framework forgets what its attributes say.
        schema.MaxLength ??= said.OfType<StringLengthAttribute>().FirstOrDefault()?.MaximumLength;
        if (said.OfType<EachLengthAttribute>().FirstOrDefault() is { } each && schema.Items is OpenApiSchema item)
            item.MaxLength = each.Most;
        schema.Pattern ??= said.OfType<RegularExpressionAttribute>().FirstOrDefault()?.Pattern;
    }

    /// <summary>A reference to the component of a type; it and what it refers to are put among the components.</summary>
    public static async Task<OpenApiSchemaReference> Refer(Type type, OpenApiOperationTransformerContext context, CancellationToken cancellationToken) =>
        (OpenApiSchemaReference)Componentise(await context.GetOrCreateSchemaAsync(type, null, cancellationToken), context.Document!, NameOf(type));

    /// <summary>A request with members that are not known is refused; answers may have more members one day.</summary>
    public static void LetAnswersGrow(OpenApiDocument document)
    {
        var asked = new HashSet<string>();
        var open = new Stack<IOpenApiSchema>(document.Paths.Values.SelectMany(path => path.Operations?.Values ?? (IEnumerable<OpenApiOperation>)[])
            .SelectMany(one => one.RequestBody?.Content?.Values ?? []).Select(body => body.Schema!));
        while (open.TryPop(out var schema))
            if (schema is not OpenApiSchemaReference { Reference.Id: { } name } || asked.Add(name))
                foreach (var part in (schema.Properties?.Values ?? []).Concat(schema.OneOf ?? []).Concat(schema.Items is { } items ? [items] : []))
                    open.Push(part);
        foreach (var (_, answer) in document.Components!.Schemas!.Where(one => !asked.Contains(one.Key)))
            ((OpenApiSchema)answer).AdditionalPropertiesAllowed = true;
    }

    static IOpenApiSchema Componentise(IOpenApiSchema at, OpenApiDocument document, string? name = null)
    {
        if (at is not OpenApiSchema schema)
            return at;
        foreach (var (member, value) in schema.Properties?.ToList() ?? [])
            schema.Properties![member] = Componentise(value, document);
        if (schema.Items is { } items)
            schema.Items = Componentise(items, document);
        name ??= schema.Metadata?.TryGetValue(ComponentOf, out var id) == true ? id as string : null;
        if (string.IsNullOrEmpty(name))
            return schema;
        document.AddComponent(name, schema);
        var reference = new OpenApiSchemaReference(name, document);
        return schema.Metadata?.TryGetValue(MayBeNull, out var nullable) == true && nullable is true
            ? new OpenApiSchema { OneOf = [new OpenApiSchema { Type = JsonSchemaType.Null }, reference] }
            : reference;
    }

    static bool IsEnum(Type type) => (Nullable.GetUnderlyingType(type) ?? type).IsEnum;
}
