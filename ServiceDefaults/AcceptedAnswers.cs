using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace Geborgen.ServiceDefaults;

/// <summary>Who can't read JSON is told so before anything is done. A problem is one whatever Accept says.</summary>
static class AcceptedAnswers
{
    static readonly MediaTypeHeaderValue Json = new("application/json");

    internal static void UseAcceptedAnswers(this WebApplication app) => app.Use((context, next) =>
        context.GetEndpoint() is RouteEndpoint route && route.Metadata.GetMetadata<IExcludeFromDescriptionMetadata>() is null && !TakesJson(context.Request)
            ? ProblemAnswers.Answer(context, Problems.ForStatus(StatusCodes.Status406NotAcceptable))
            : next(context));

    /// <summary>The range that is nearest to JSON counts; what is no list of ranges asks for nothing.</summary>
    static bool TakesJson(HttpRequest request) =>
        !MediaTypeHeaderValue.TryParseList(request.Headers.Accept, out var ranges)
        || ranges.Where(Holds).OrderBy(range => (range.MatchesAllTypes, range.MatchesAllSubTypes)).FirstOrDefault() is { } nearest && nearest.Quality != 0;

    static bool Holds(MediaTypeHeaderValue range) =>
        range.MatchesAllTypes || range.Type.Equals(Json.Type, StringComparison.OrdinalIgnoreCase)
        && (range.MatchesAllSubTypes || range.SubType.Equals(Json.SubType, StringComparison.OrdinalIgnoreCase));
}
