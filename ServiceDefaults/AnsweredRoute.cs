using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;

namespace Geborgen.ServiceDefaults;

/// <summary>
/// The route of a service that answered, as the description of its API names it. The service says it in its answer, so
/// that the gateway in front of it, which knows no routes, can name its span by it; the gateway takes it out again.
/// </summary>
/// <param name="Route">For instance <c>/{municipality}/intake/v1/contacts/{id}</c>; never an id.</param>
public sealed partial record AnsweredRoute(string Route) : IRouteDiagnosticsMetadata
{
    /// <summary>The header in which a service says it.</summary>
    public const string Header = "Answered-Route";

    /// <summary>The route of a pattern, without its constraints.</summary>
    internal static AnsweredRoute Of(string pattern) => new(Constraint().Replace(pattern, "}"));

    [GeneratedRegex(":[^}]*}")]
    private static partial Regex Constraint();
}

/// <summary>Keeps which route answers.</summary>
static class AnsweredRoutes
{
    /// <summary>Where no route answers, nothing is said: such a path can hold anything.</summary>
    internal static void UseAnsweredRoutes(this WebApplication app) => app.Use((context, next) =>
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<AnsweredRoute>() is { } route)
        {
            context.Features.Set(route);
            context.Response.OnStarting(static state =>
            {
                var (headers, route) = ((IHeaderDictionary, string))state;
                headers[AnsweredRoute.Header] = route;
                return Task.CompletedTask;
            }, (context.Response.Headers, route.Route));
        }
        return next(context);
    });
}
