using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Primitives;

namespace Geborgen.ServiceDefaults;

/// <summary>
/// A route takes the query parameters that its handler asks for and no other: one that is mistyped would silently give
/// another answer than was meant. As unknown members of a body are, it is refused with its name.
/// </summary>
public static class QueryParameters
{
    /// <summary>Of a route that refuses what it does not know itself, once it has granted access: before that it tells nothing.</summary>
    public sealed record RefusedOnceGranted;

    /// <summary>The refusal of the first parameter of a request that its route does not know; null when it knows all.</summary>
    public static BadInputException? Refusal(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Request.Query.Count > 0 && context.GetEndpoint() is RouteEndpoint route
            && context.Request.Query.Keys.FirstOrDefault(key => !Of(route).Contains(key, StringComparer.Ordinal)) is { } unknown
            ? new BadInputException(unknown, BodyFaults.Unknown) : null;
    }

    /// <summary>Whether the route of a request takes a parameter.</summary>
    internal static bool Takes(HttpContext context, string name) =>
        context.GetEndpoint() is RouteEndpoint route && Of(route).Contains(name, StringComparer.Ordinal);

    /// <summary>Refuses on every other route.</summary>
    internal static void UseKnownQueries(this WebApplication app) => app.Use((context, next) =>
        context.GetEndpoint()?.Metadata.GetMetadata<RefusedOnceGranted>() is null && Refusal(context) is { } refusal ? throw refusal : next(context));

    static IEnumerable<string> Of(RouteEndpoint route) => route.Metadata.GetOrderedMetadata<IParameterBindingMetadata>()
        .Where(parameter => IsOfQuery(parameter, route)).Select(NameOf);

    /// <summary>A text, a value that is read from a text, or several of them come from the query where nothing says otherwise.</summary>
    static bool IsOfQuery(IParameterBindingMetadata parameter, RouteEndpoint route)
    {
        var attributes = parameter.ParameterInfo.GetCustomAttributes(inherit: false);
        if (attributes.OfType<IFromQueryMetadata>().Any())
            return true;
        var type = parameter.ParameterInfo.ParameterType;
        return (parameter.HasTryParse || type == typeof(string) || type == typeof(StringValues) || type.IsArray)
            && route.RoutePattern.GetParameter(parameter.Name) is null
            && !attributes.Any(one => one is IFromRouteMetadata or IFromHeaderMetadata or IFromBodyMetadata or IFromFormMetadata or IFromServiceMetadata);
    }

    static string NameOf(IParameterBindingMetadata parameter) =>
        parameter.ParameterInfo.GetCustomAttributes(inherit: false).OfType<IFromQueryMetadata>().FirstOrDefault()?.Name ?? parameter.Name;
}
