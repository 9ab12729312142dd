using System.IO.Compression;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
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

    static readonly Lazy<OpenFile> Scalar = new(() =>
    {
        // The package holds it compressed.
        using var script = new GZipStream(typeof(ScalarOptions).Assembly.GetManifestResourceStream(Script)!, CompressionMode.Decompress);
        using var content = new MemoryStream();
        script.CopyTo(content);
        return new OpenFile(content.ToArray(), "text/javascript", "public, max-age=86400", CompressionLevel.Optimal);
    });

    internal static void MapReference(this RouteGroupBuilder api, ServiceDescription service)
    {
        var page = new OpenFile(Encoding.UTF8.GetBytes(Page(HtmlEncoder.Default.Encode(service.Title))), "text/html; charset=utf-8");
        api.MapMethods("/docs", Api.Reading, (HttpContext context) =>
        {
            context.Response.Headers.ContentSecurityPolicy = ContentPolicy;
            return page.Answer(context);
        }).AllowAnonymous().ExcludeFromDescription();
        api.MapMethods("/docs/scalar.js", Api.Reading, (HttpContext context) => Scalar.Value.Answer(context)).AllowAnonymous().ExcludeFromDescription();
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
