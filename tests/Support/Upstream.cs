using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Geborgen.Support;

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
        app.MapPost("/{municipality}/intake/v1/texts/_toets", (Checked asked, HttpContext context) =>
            Answers.TryGetValue(asked.FamilyId, out var answer) ? answer(context) : Results.Json(new
            {
                items = asked.Texts.Select(one => new
                {
                    givesReporterAway = Told(ReporterNames, asked, one),
                    givesSecretAway = Told(Addresses, asked, one),
                }),
                untold = (asked.Readers ?? []).Where(reader => Untold.TryGetValue(asked.FamilyId, out var untold) && untold == reader),
            }));
        app.MapGet("/{municipality}/intake/v1/contacts/{contact:guid}", (Guid contact, HttpContext context) =>
            Answers.TryGetValue(contact, out var answer) ? answer(context) : Results.NotFound());
    }

    /// <summary>Per family the name of a reporter that Intake keeps.</summary>
    public ConcurrentDictionary<Guid, string> ReporterNames { get; } = new();

    /// <summary>Per family an address that Intake keeps.</summary>
    public ConcurrentDictionary<Guid, string> Addresses { get; } = new();

    /// <summary>Per family a member who was not told of a report.</summary>
    public ConcurrentDictionary<Guid, Guid> Untold { get; } = new();

    /// <summary>The address.</summary>
    public string Address => app.Urls.Single();

    /// <summary>Per request or contact what is answered; 404 where nothing was said.</summary>
    public ConcurrentDictionary<Guid, Func<HttpContext, IResult>> Answers { get; } = new();

    /// <summary>Starts it.</summary>
    public static async Task<Upstream> StartAsync()
    {
        var upstream = new Upstream();
        await upstream.app.StartAsync();
        return upstream;
    }

    static bool Told(ConcurrentDictionary<Guid, string> secrets, Checked asked, CheckedText one) =>
        secrets.TryGetValue(asked.FamilyId, out var secret) && one.Content.Contains(secret, StringComparison.Ordinal);

    sealed record Checked(Guid FamilyId, IReadOnlyList<CheckedText> Texts, IReadOnlyList<Guid>? Readers);

    sealed record CheckedText(string Content, Guid? Reader);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => app.DisposeAsync();
}
