using System.IO.Compression;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;
using Scalar.AspNetCore;

namespace Geborgen.ServiceDefaults;

/// <summary>
/// The API reference for people: Scalar's page over the service's own OpenAPI document, open to everyone as that is. The
/// browser gets all of it from the service. Scalar's own endpoint would send its reader on to a path with a trailing
/// slash, which is none here, and needs a script in the page; its script alone does the same.
/// </summary>
static class ApiReference
{
    const string Script = "ScalarStaticAssets.scalar.js";

    /// <summary>Scripts and data from here, styles that the script makes, and nothing from anywhere else.</summary>
    const string ContentPolicy =
        "default-src 'none'; script-src 'self'; style-src 'unsafe-inline'; img-src data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    internal static void MapReference(this RouteGroupBuilder api)
    {
        api.MapGet("/docs", (ServiceDescription service, HttpResponse response) =>
        {
            response.Headers.ContentSecurityPolicy = ContentPolicy;
            return TypedResults.Content(Page(HtmlEncoder.Default.Encode(service.Title)), "text/html; charset=utf-8");
        }).AllowAnonymous().ExcludeFromDescription();
        api.MapGet("/docs/scalar.js", (HttpRequest request, HttpResponse response) =>
        {
            // The package holds it compressed.
            var script = typeof(ScalarOptions).Assembly.GetManifestResourceStream(Script)!;
            response.Headers.Vary = HeaderNames.AcceptEncoding;
            if (!request.Headers.AcceptEncoding.ToString().Contains("gzip", StringComparison.Ordinal))
                return TypedResults.Stream(new GZipStream(script, CompressionMode.Decompress), "text/javascript");
            response.Headers.ContentEncoding = "gzip";
            return TypedResults.Stream(script, "text/javascript");
        }).AllowAnonymous().ExcludeFromDescription();
    }

    static string Page(string title) => $$"""
        <!doctype html>
        <html lang="en">
        <head>
          <meta charset="utf-8">
          <meta name="viewport" content="width=device-width, initial-scale=1">
          <title>{{title}}: API reference</title>
          <link rel="icon" href="data:,">
        </head>
        <body>
          <script id="api-reference" data-configuration='{
            "url": "openapi.json",
            "withDefaultFonts": false,
            "telemetry": false,
            "agent": { "disabled": true },
            "mcp": { "disabled": true },
            "showDeveloperTools": "never",
            "hideClientButton": true
          }'></script>
          <script src="docs/scalar.js"></script>
        </body>
        </html>
        """;
}
