using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Geborgen.Access;

/// <summary>Says of each operation in the OpenAPI document for whom it is, and for which processing activities, as the access matrix has it.</summary>
sealed class DescribedAccess(AccessPolicy policy) : IOpenApiOperationTransformer
{
    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var rules = context.Description.ActionDescriptor.EndpointMetadata.OfType<AccessRequirement>()
            .SelectMany(required => required.Resources).SelectMany(key => policy.Resources[key].Allow).ToList();
        var extensions = operation.Extensions ??= new Dictionary<string, IOpenApiExtension>();
        extensions["x-roles"] = Named(rules.SelectMany(rule => rule.Roles));
        extensions["x-activities"] = Named(rules.Select(rule => rule.Activity));
        return Task.CompletedTask;
    }

    static JsonNodeExtension Named(IEnumerable<string> names) =>
        new(new JsonArray([.. names.Distinct().Order(StringComparer.Ordinal).Select(name => (JsonNode)name)]));
}
