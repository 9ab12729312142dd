using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.Options;
using Microsoft.OpenApi;

namespace Geborgen.ServiceDefaults;

/// <summary>What every OpenAPI document says alike: contact, bearer tokens, version header, problem answers.</summary>
sealed class OpenApiConventions(ServiceDescription service) : IConfigureNamedOptions<OpenApiOptions>
{
    const string Bearer = "bearer";

    public void Configure(OpenApiOptions options) => Configure(Options.DefaultName, options);

    public void Configure(string? name, OpenApiOptions options)
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.CreateSchemaReferenceId = OpenApiSchemas.NameOf;
        options.AddDocumentTransformer(Document);
        options.AddOperationTransformer(Operation);
        options.AddSchemaTransformer(Schema);
    }

    Task Document(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info = new OpenApiInfo
        {
            Title = service.Title,
            Description = service.Description,
            Version = service.Version,
            Contact = new OpenApiContact { Name = "Geborgen", Email = "beheer@geborgen.example", Url = new Uri("https://geborgen.example") },
        };
        document.ExternalDocs = new OpenApiExternalDocs
        {
            Description = "The Dutch and the English of every term, with its meaning: deploy/glossary.md in the source.",
            Url = new Uri("https://geborgen.example/glossary"),
        };
        document.Servers = [new OpenApiServer { Url = "/" }];
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
        document.Components.SecuritySchemes[Bearer] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = Bearer,
            BearerFormat = "JWT",
            Description = "Access token with audience " + Tokens.Audience + ", valid for at most five minutes.",
        };
        document.AddComponent(OpenApiOperations.GeneralProblemType, OpenApiOperations.GeneralProblems());
        document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Bearer, document)] = [] }];
        return Task.CompletedTask;
    }

    static async Task Operation(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        operation.Responses ??= [];
        OpenApiSchemas.DeclarePath(operation, context);
        await OpenApiSchemas.ShowEveryShape(operation, context, cancellationToken);
        var problem = await context.GetOrCreateSchemaAsync(typeof(ProblemDetails), null, cancellationToken);
        context.Document!.AddComponent(nameof(ProblemDetails), problem);
        var reference = new OpenApiSchemaReference(nameof(ProblemDetails), context.Document);
        foreach (var (status, description) in ProblemsOf(metadata))
            operation.Responses.TryAdd(status, new OpenApiResponse
            {
                Description = description,
                Content = new Dictionary<string, OpenApiMediaType>
                {
                    ["application/problem+json"] = new() { Schema = reference },
                },
            });
        OpenApiOperations.Refuse(operation.Responses, RouteRefusals.Of(metadata), reference);
        OpenApiOperations.ShowExample(operation, context);
        foreach (var response in operation.Responses.Values.OfType<OpenApiResponse>())
        {
            response.Headers ??= new Dictionary<string, IOpenApiHeader>();
            response.Headers["API-Version"] = new OpenApiHeader { Description = "Full version of this API.", Schema = Text() };
        }
        foreach (var header in metadata.OfType<RequestHeader>())
            (operation.Parameters ??= []).Add(new OpenApiParameter
            {
                Name = header.Name,
                In = ParameterLocation.Header,
                Required = header.Required,
                Description = header.Description,
                Schema = Text(),
            });
    }

    static Task Schema(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        var type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
        if (type.IsEnum)
        {
            schema.Type = JsonSchemaType.String;
            schema.Enum = [.. ExactEnums.Names(type).Select(name => JsonValue.Create(name))];
        }
        else if (type == typeof(DateTimeOffset) || type == typeof(DateOnly) || type == typeof(string))
        {
            schema.Type = JsonSchemaType.String | (context.JsonPropertyInfo?.IsGetNullable == true ? JsonSchemaType.Null : default);
            schema.Format ??= type == typeof(string) ? null : type == typeof(DateOnly) ? "date" : "date-time";
        }
        return Task.CompletedTask;
    }

    static IEnumerable<(string Status, string Description)> ProblemsOf(IList<object> metadata)
    {
        yield return ("400", "Invalid input");
        if (!metadata.OfType<IAllowAnonymous>().Any())
            yield return ("401", "No valid access token");
        yield return ("404", "Unknown here, or not for this caller");
        yield return ("429", "Too many requests");
        yield return ("500", "Fault");
        yield return ("503", "Not reachable now");
    }

    static OpenApiSchema Text() => new() { Type = JsonSchemaType.String };
}
