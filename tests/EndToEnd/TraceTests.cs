using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Geborgen.EndToEnd.Tests;

[Collection<OnOnePlatform>]
public sealed class TraceTests(Platform platform)
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_dashboard_shows_one_trace_from_the_call_to_the_projection()
    {
        await platform.WaitUntilReadyAsync();
        using var dashboard = new HttpClient { BaseAddress = new($"http://localhost:{platform.FirstPort + 2}") };
        dashboard.DefaultRequestHeaders.Add("x-api-key", platform.Application.Services.GetRequiredService<IConfiguration>()["AppHost:DashboardApiKey"]);

        var trace = ActivityTraceId.CreateRandom();
        using var created = await new CaseSystem(platform, "gm0344").PostAsync(
            CaseSystem.Concern("Melding met een spoor."), CaseSystem.NewKey(), Ct, ("traceparent", $"00-{trace}-{ActivitySpanId.CreateRandom()}-01"));
        Assert.Equal(HttpStatusCode.Created, created.StatusCode);

        await Eventually.IsTrueAsync("the trace holds the call, the publishing and the projection", TimeSpan.FromMinutes(1), async ct =>
        {
            var spans = await SpansAsync(dashboard, trace, ct);
            return spans.Contains(("gateway", "POST /{municipality}/intake/v1/contacts"))
                && spans.Any(span => span.Resource == "intake-gm0344" && span.Name!.StartsWith("publish contact-registered", StringComparison.Ordinal))
                && spans.Any(span => span.Resource == "family-view" && span.Name!.StartsWith("skeleton contact-registered", StringComparison.Ordinal));
        });
    }

    /// <summary>The spans of a trace that have arrived, each with the resource that it comes from.</summary>
    static async Task<HashSet<(string? Resource, string? Name)>> SpansAsync(HttpClient dashboard, ActivityTraceId trace, CancellationToken ct)
    {
        using var answer = await dashboard.GetAsync(new Uri($"/api/telemetry/traces/{trace}", UriKind.Relative), ct);
        if (answer.StatusCode == HttpStatusCode.NotFound)
            return [];
        answer.EnsureSuccessStatusCode();
        var found = await answer.Content.ReadFromJsonAsync<JsonElement>(ct);
        return [.. from resource in found.GetProperty("data").GetProperty("resourceSpans").EnumerateArray()
                   let name = resource.GetProperty("resource").GetProperty("attributes").EnumerateArray()
                       .First(attribute => attribute.GetProperty("key").GetString() == "service.name").GetProperty("value").GetProperty("stringValue").GetString()
                   from scope in resource.GetProperty("scopeSpans").EnumerateArray()
                   from span in scope.GetProperty("spans").EnumerateArray()
                   select (name, span.GetProperty("name").GetString())];
    }
}
