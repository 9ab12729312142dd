using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Geborgen.ServiceDefaults;

/// <summary>The shape of a service's API.</summary>
public static class Api
{
    const string ServedConstraint = "served";
    const string OpenApiCors = "openapi";

    /// <summary>The methods by which a file that is open to everybody is read.</summary>
    internal static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>
    /// The group that a service maps its routes on. Every route needs a token; the OpenAPI document at
    /// <c>{prefix}/openapi.json</c> is open to everyone and to pages of any origin, and people read it at <c>{prefix}/docs</c>.
    /// With <c>{municipality}</c> in the prefix, a municipality that the instance does not serve is answered 404.
    /// </summary>
    public static RouteGroupBuilder MapApi(this WebApplication app, string prefix)
    {
        var api = app.MapGroup(prefix.Replace("{municipality}", "{municipality:" + ServedConstraint + "}", StringComparison.Ordinal));
        ((IEndpointConventionBuilder)api).Finally(endpoint =>
        {
            if (endpoint is not RouteEndpointBuilder { RoutePattern.RawText: { } path })
                return;
            endpoint.Metadata.Add(AnsweredRoute.Of(path));
            // A description is read by resource, not by use case.
            if (!endpoint.Metadata.OfType<ITagsMetadata>().Any())
                endpoint.Metadata.Add(new TagsAttribute(path.Split('/')[prefix.Split('/').Length]));
        });
        api.MapMethods("/openapi.json", Reading, (ApiDescription description, HttpContext context) => description.Answer(context))
            .AllowAnonymous().RequireCors(OpenApiCors).ExcludeFromDescription();
        api.MapReference(app.Services.GetRequiredService<ServiceDescription>());
        return api;
    }

    /// <summary>The municipality that a request is about: of its path, or of its query where a route of a service that is shared takes one there.</summary>
    public static string? NamedMunicipality(this HttpContext request) =>
        request.Request.RouteValues["municipality"] as string
        ?? (QueryParameters.Takes(request, "municipality") ? request.Request.Query["municipality"] : default(string?));

    internal static void AddApiConventions(this IServiceCollection services)
    {
        services.AddCors(cors => cors.AddPolicy(OpenApiCors, policy => policy.AllowAnyOrigin().WithMethods(Reading)));
        services.Configure<RouteOptions>(routes => routes.SetParameterPolicy<ServedMunicipality>(ServedConstraint));
        services.ConfigureOptions<OpenApiConventions>();
        services.AddSingleton<ApiDescription>();
    }

    /// <summary>What routing would forgive and the API design rules do not: a trailing slash is another, unknown path.</summary>
    internal static void UseConventionalPaths(this WebApplication app) => app.Use((context, next) =>
    {
        var request = context.Request;
        if (request.Path.Value is { Length: > 1 } path && path[^1] == '/')
            return ProblemAnswers.Answer(context, Problems.ForStatus(StatusCodes.Status404NotFound));
        if (request.QueryString.Value?.Contains("%00", StringComparison.Ordinal) == true)
            return ProblemAnswers.Answer(context, Problems.InvalidDetails("query", "Must not contain a NUL character."));
        return next(context);
    });

    sealed class ServedMunicipality(IOptions<InstanceOptions> instance) : IRouteConstraint
    {
        readonly HashSet<string> served = new(instance.Value.Municipalities, StringComparer.Ordinal);

        public bool Match(HttpContext? httpContext, IRouter? route, string routeKey, RouteValueDictionary values, RouteDirection routeDirection) =>
            values[routeKey] is string municipality && served.Contains(municipality);
    }
}
