using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;

namespace Geborgen.ServiceDefaults;

/// <summary>
/// Headers that NL GOV REST API Design Rules ask of every answer (<c>/core/version-header</c>, <c>/core/transport/security-headers</c>).
/// Set when the answer starts, so that an error has them too. A service behind the gateway keeps its own API version,
/// and a page its own, stricter content policy.
/// </summary>
static class StandardHeaders
{
    internal static void UseStandardHeaders(this WebApplication app)
    {
        var version = app.Services.GetRequiredService<ServiceDescription>().Version;
        app.Use((context, next) =>
        {
            context.Response.OnStarting(static state =>
            {
                var (response, version) = ((HttpResponse, string))state;
                var headers = response.Headers;
                headers.Remove("Server");
                headers.TryAdd("API-Version", version);
                // Only what is open to everybody may be kept, and says so itself.
                if (!headers.CacheControl.ToString().StartsWith("public", StringComparison.Ordinal))
                    headers.CacheControl = "no-store";
                headers.TryAdd(HeaderNames.ContentSecurityPolicy, "frame-ancestors 'none'");
                headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
                headers.XContentTypeOptions = "nosniff";
                headers.XFrameOptions = "DENY";
                return Task.CompletedTask;
            }, (context.Response, version));
            return next(context);
        });
    }
}
