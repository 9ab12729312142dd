using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Geborgen.ServiceDefaults;

/// <summary>
/// <c>/health/live</c>: the process answers. <c>/health/ready</c>: the checks tagged <see cref="Ready"/>;
/// degraded (bus, lag) is still 200, so that a broker outage takes nobody out of rotation.
/// </summary>
public static class Health
{
    /// <summary>Tag of the checks that <c>/health/ready</c> asks.</summary>
    public const string Ready = "ready";

    /// <summary>Maps <c>/health/live</c>.</summary>
    public static void MapLiveness(this IEndpointRouteBuilder app) =>
        app.MapHealthChecks("/health/live", Options(_ => false)).AllowAnonymous().DisableRateLimiting();

    /// <summary>A state as it stands in an answer: <c>healthy</c>, <c>degraded</c> or <c>unhealthy</c>.</summary>
    public static string Name(HealthStatus status) => JsonNamingPolicy.CamelCase.ConvertName(status.ToString());

    /// <summary>Maps <c>/health/live</c> and <c>/health/ready</c>.</summary>
    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapLiveness();
        app.MapHealthChecks("/health/ready", Options(check => check.Tags.Contains(Ready))).AllowAnonymous();
    }

    static HealthCheckOptions Options(Func<HealthCheckRegistration, bool> which) => new() { Predicate = which, ResponseWriter = Write };

    /// <summary>States, and the reasons of our own checks: another's text, or an exception, can hold a connection string.</summary>
    static Task Write(HttpContext context, HealthReport report) => context.Response.WriteAsJsonAsync(new
    {
        status = Name(report.Status),
        checks = report.Entries.ToDictionary(entry => entry.Key, entry => Name(entry.Value.Status)),
        reasons = report.Reasons(),
    });
}
