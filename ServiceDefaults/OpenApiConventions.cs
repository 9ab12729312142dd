using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.Options;
using Microsoft.OpenApi;

namespace Geborgen.ServiceDefaults;

/// <summary>What every OpenAPI document says alike: contact, bearer tokens, headers, problem answers; and that it says it once.</summary>
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
        options.AddSchemaTransformer(OpenApiSchemas.Complete);
    }

    async Task Document(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info = new OpenApiInfo
        {
            Title = service.Title,
            Description = service.Description
                + " x-refusals names the rules that can refuse an operation; the components explain them."
                + " x-roles and x-activities say for whom it is, often only in a certain relation to the family.",
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
        document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(Bearer, document)] = [] }];
        OpenApiHeaders.Add(document);
        OpenApiProblems.AddShared(document);
        OpenApiSchemas.LetAnswersGrow(document);
        await OpenApiParts.Share(document, cancellationToken);
    }

    static async Task Operation(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        operation.Responses ??= [];
        OpenApiOperations.DeclarePath(operation, context);
        await OpenApiOperations.ShowEveryShape(operation, context, cancellationToken);
        OpenApiOperations.DeclareHeaders(operation, context);
        OpenApiOperations.ShowExample(operation, context);
        OpenApiProblems.Describe(operation, context.Document!, RouteRefusals.Of(context.Description.ActionDescriptor.EndpointMetadata));
    }
}
