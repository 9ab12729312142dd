using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Geborgen.Intake.Tests;

/// <summary>What stands at the address of the regional team's Investigation: it takes emergencies as a test says, and has no events in its feed.</summary>
public sealed class RegionalTeam : IAsyncDisposable
{
    readonly WebApplication app;

    public RegionalTeam()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.MapGet("/{municipality}/investigation/v1/events", (string? after) =>
            Results.Json(new { items = Array.Empty<object>(), next = after ?? "1.0.0" }));
        app.MapPost("/{municipality}/investigation/v1/emergencies", (string municipality, JsonObject body, HttpContext context) =>
        {
            var brought = new Brought(municipality, body, AuthenticationHeaderValue.Parse(context.Request.Headers.Authorization.ToString()));
            var emergency = body["emergencyId"]!.GetValue<Guid>();
            Taken.Enqueue((emergency, brought));
            return Results.StatusCode(Answers.TryGetValue(emergency, out var answer) ? answer(Of(emergency).Count) : StatusCodes.Status503ServiceUnavailable);
        });
    }

    public string Address => app.Urls.Single();

    /// <summary>Per emergency the status that is answered the so many-th time; 503 where nothing was said.</summary>
    public ConcurrentDictionary<Guid, Func<int, int>> Answers { get; } = new();

    ConcurrentQueue<(Guid Emergency, Brought Brought)> Taken { get; } = new();

    public IReadOnlyList<Brought> Of(Guid emergency) => [.. Taken.Where(one => one.Emergency == emergency).Select(one => one.Brought)];

    public Task StartAsync() => app.StartAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();
}

/// <summary>An emergency as it was brought.</summary>
public sealed record Brought(string Municipality, JsonObject Body, AuthenticationHeaderValue Token);
