using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Geborgen.Investigation.Tests;

/// <summary>What stands at Intake's network address: it answers about each request as a test says, and has no events in its feed.</summary>
public sealed class Upstream : IAsyncDisposable
{
    readonly WebApplication app;

    Upstream()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.MapGet("/{municipality}/intake/v1/events", (string? after) => Results.Json(new { items = Array.Empty<object>(), next = after ?? "1.0.0" }));
        app.MapGet("/{municipality}/intake/v1/investigation-requests/{request:guid}", (Guid request, HttpContext context) =>
            Answers.TryGetValue(request, out var answer) ? answer(context) : Results.NotFound());
        app.MapGet("/{municipality}/intake/v1/contacts/{contact:guid}", (Guid contact, HttpContext context) =>
            Answers.TryGetValue(contact, out var answer) ? answer(context) : Results.NotFound());
    }

    public string Address => app.Urls.Single();

    /// <summary>Per request or contact what is answered; 404 where nothing was said.</summary>
    public ConcurrentDictionary<Guid, Func<HttpContext, IResult>> Answers { get; } = new();

    public static async Task<Upstream> StartAsync()
    {
        var upstream = new Upstream();
        await upstream.app.StartAsync();
        return upstream;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
