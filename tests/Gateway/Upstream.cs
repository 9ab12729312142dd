using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Geborgen.Gateway.Tests;

/// <summary>A service behind the gateway that says which one it is and what reached it.</summary>
public sealed class Upstream : IAsyncDisposable
{
    /// <summary>What the service says of itself, which gets its form by what the caller takes.</summary>
    public static readonly byte[] Description = [1, 2, 3];

    public const string DescriptionTag = "\"description\"";

    static readonly string[] BesideTheTrace = ["tracestate", "baggage", "Correlation-Context", "Request-Id"];

    readonly WebApplication app;
    readonly TaskCompletionSource entered = new();
    readonly TaskCompletionSource released = new();

    Upstream(string name)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.MapGet("/health/ready", () => Results.Json(new { status = Status, checks = new { }, reasons = Reasons }, statusCode: Status == "unhealthy" ? 503 : 200));
        app.MapGet("/{**path}", (HttpRequest request) => Results.Json(new Seen(name, request.Path + request.QueryString,
            request.Headers.Authorization, request.Headers["Processing-Activity"], request.Headers["X-Forwarded-For"], request.Headers.TraceParent, request.Headers.UserAgent,
            string.Concat(BesideTheTrace.Select(header => $"{request.Headers[header]}")))));
        app.MapGet("/gm0344/intake/v1/held", async () =>
        {
            entered.SetResult();
            await released.Task;
            return Results.Text(name);
        });
        app.MapPost("/{**path}", async (HttpRequest request) =>
        {
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body);
            return Results.Text($"{body.Length}");
        });
        app.MapGet("/gm0344/intake/v1/own-headers", (HttpResponse response) =>
        {
            response.Headers["API-Version"] = "9.9.9";
            response.Headers.CacheControl = "no-store";
            response.Headers.ETag = "\"7\"";
            response.Headers.ContentSecurityPolicy = "default-src 'none'";
            return Results.Json(new { }, statusCode: 409, contentType: "application/problem+json");
        });
        app.MapMethods("/gm0344/intake/v1/openapi.json", ["GET", "HEAD"], (HttpRequest request, HttpResponse response) =>
        {
            response.Headers.CacheControl = "public, no-cache";
            response.Headers.ContentEncoding = request.Headers.AcceptEncoding;
            return Results.Bytes(Description, "application/json", entityTag: new(DescriptionTag));
        });
        app.MapMethods("/gm0344/intake/v1/contacts/{id}/answers/{status:int}", ["GET", "POST"], (HttpResponse response, int status) =>
        {
            response.Headers["Answered-Route"] = "/{municipality}/intake/v1/contacts/{id}/answers/{status}";
            return Results.StatusCode(status);
        });
        app.MapGet("/gm0344/intake/v1/broken", (HttpContext context) => context.Abort());
    }

    public string Status { get; set; } = "healthy";
    public Dictionary<string, string> Reasons { get; } = [];
    public string Address => app.Urls.Single();
    public Task Entered => entered.Task;

    public static async Task<Upstream> StartAsync(string name)
    {
        var upstream = new Upstream(name);
        await upstream.app.StartAsync();
        return upstream;
    }

    public void Release() => released.TrySetResult();

    public async ValueTask DisposeAsync()
    {
        Release();
        await app.DisposeAsync();
    }
}

public sealed record Seen(string Name, string Path, string? Authorization, string? ProcessingActivity, string? ForwardedFor, string? TraceParent, string? UserAgent, string BesideTheTrace);
