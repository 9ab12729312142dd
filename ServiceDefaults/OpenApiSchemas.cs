using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Geborgen.ServiceDefaults;

/// <summary>What the framework leaves out of a description, or would mix up in it.</summary>
static partial class OpenApiSchemas
{
    const string Json = "application/json";

    /// <summary>
    /// The name of a type's component. Each use case has a Request and often a Response or Item of its own: without the
    /// use case's name before it, all would be one component.
    /// </summary>
    public static string? NameOf(JsonTypeInfo type) =>
        OpenApiOptions.CreateDefaultSchemaReferenceId(type) is null ? null : NameOf(type.Type);

    /// <summary>Declares the parts of the path that no handler asks for, such as the municipality.</summary>
    public static void DeclarePath(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        operation.Parameters ??= [];
        foreach (Match part in PathPart().Matches(context.Description.RelativePath ?? ""))
            if (part.Groups["name"].Value is var name && operation.Parameters.All(known => known.Name != name))
                operation.Parameters.Insert(0, new OpenApiParameter
                {
                    Name = name,
                    In = ParameterLocation.Path,
                    Required = true,
                    Schema = new OpenApiSchema { Type = JsonSchemaType.String },
                });
        foreach (var municipality in operation.Parameters.OfType<OpenApiParameter>().Where(one => one.Name == "municipality"))
        {
            municipality.Description = "CBS code of the municipality that is responsible, such as gm0344.";
            municipality.Schema = new OpenApiSchema { Type = JsonSchemaType.String, Pattern = "^gm[0-9]{4}$" };
        }
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
            {
                context.Document!.AddComponent(NameOf(type), await context.GetOrCreateSchemaAsync(type, null, cancellationToken));
                any.AnyOf.Add(new OpenApiSchemaReference(NameOf(type), context.Document));
            }
            if (operation.Responses?[shape.Key].Content is { } content)
                content[Json] = new OpenApiMediaType { Schema = any };
        }
    }

    static string NameOf(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        var own = type.Name.Split('`')[0];
        return (type.DeclaringType?.Name ?? "") + own
            + (type.IsGenericType ? "Of" + string.Concat(type.GetGenericArguments().Select(NameOf)) : "");
    }

    [GeneratedRegex(@"\{(?<name>\w+)")]
    private static partial Regex PathPart();
}
