using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Geborgen.Support;

namespace Geborgen.Gateway.Tests;

/// <summary>What a dashboard is told of a request.</summary>
public sealed class SpanTests
{
    const string Route = "/{municipality}/intake/v1/contacts/{id}/answers/{status}";
    static readonly string[] Written = ["User-Agent", "tracestate", "baggage", "Correlation-Context", "Request-Id", "X-Milan", "Referer"];

    const string Contact = "/gm0344/intake/v1/contacts/01a22677-ef91-7e1d-a265-dda2c539c1b9";

    [Fact]
    public async Task A_span_carries_the_route_behind_the_gateway()
    {
        var seen = await Send(HttpMethod.Post, $"{Contact}/answers/201?name=Milan");
        Assert.Equal($"POST {Route}", seen.Request!.DisplayName);
        Assert.Equal(Route, seen.Request.GetTagItem("http.route"));
        Assert.False(seen.Answer.Headers.Contains("Answered-Route"));
    }

    [Fact]
    public async Task The_call_of_the_service_carries_its_route()
    {
        var seen = await Send(HttpMethod.Post, $"{Contact}/answers/201?name=Milan");
        Assert.Equal($"POST {Route}", seen.Call!.DisplayName);
        Assert.Equal(Route, seen.Call.GetTagItem("url.template"));
    }

    [Theory]
    [InlineData("/gm0344/intake/v1/persons/Milan-de-Groot?name=Milan", "GET /gm0344/intake/v1/{**rest}")]
    [InlineData("/Milan-de-Groot?name=Milan", "GET")]
    public async Task A_path_that_no_service_knows_is_not_repeated(string path, string name)
    {
        var seen = await Send(HttpMethod.Get, path);
        Assert.Equal(name, seen.Request!.DisplayName);
        Assert.All(seen.Gateways, span =>
        {
            Assert.DoesNotContain("Milan", span.DisplayName, StringComparison.Ordinal);
            Assert.DoesNotContain(span.TagObjects, tag => tag.Value?.ToString()?.Contains("Milan", StringComparison.Ordinal) == true);
        });
    }

    [Fact]
    public async Task Nothing_that_a_caller_writes_stands_in_a_span_or_a_metric()
    {
        var measured = new ConcurrentQueue<string>();
        using var meters = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                // What the test's own client measures of its own call is not ours.
                if (instrument.Meter.Name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal) || instrument.Meter.Name.StartsWith("Geborgen", StringComparison.Ordinal))
                    listener.EnableMeasurementEvents(instrument);
            },
        };
        meters.SetMeasurementEventCallback<double>((_, _, tags, _) => Keep(tags));
        meters.SetMeasurementEventCallback<long>((_, _, tags, _) => Keep(tags));
        meters.Start();

        var seen = await Send(new("MILAN"), $"{Contact}/echo/Milan?name=Milan", request =>
        {
            foreach (var name in Written)
                request.Headers.TryAddWithoutValidation(name, "milan=Milan");
            request.Headers.Host = "milan.example";
        });

        Assert.NotNull(seen.Request);
        Assert.NotEmpty(measured);
        Assert.All(seen.Trace.Where(span => span.Source.Name != "Test" && span != seen.Sent), span => Assert.DoesNotContain("milan", Said(span), StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(measured, tags => tags.Contains("milan", StringComparison.OrdinalIgnoreCase));

        void Keep(ReadOnlySpan<KeyValuePair<string, object?>> tags) => measured.Enqueue(string.Join(' ', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}")));
    }

    [Fact]
    public async Task What_a_caller_says_beside_the_trace_is_not_passed_on()
    {
        await using var region = await Region.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/gm0344/intake/v1/anything");
        foreach (var name in Written)
            request.Headers.TryAddWithoutValidation(name, "milan=Milan");
        using var answer = await region.Client.SendAsync(request, Region.Stop);

        Assert.Equal("", (await Region.Json(answer)).GetProperty("besideTheTrace").GetString());
    }

    static string Said(Activity span) => string.Join(' ', [
        span.DisplayName, span.StatusDescription, span.TraceStateString, .. span.Baggage.Select(one => $"{one.Key}={one.Value}"),
        .. span.TagObjects.Select(tag => $"{tag.Key}={tag.Value}"), .. span.Events.SelectMany(one => one.Tags).Select(tag => $"{tag.Value}")]);

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(409)]
    [InlineData(412)]
    [InlineData(428)]
    [InlineData(429)]
    public async Task A_refusal_is_no_error(int status)
    {
        var seen = await Send(HttpMethod.Get, $"{Contact}/answers/{status}");
        Assert.All([seen.Request, seen.Call], span =>
        {
            Assert.Equal(ActivityStatusCode.Unset, span!.Status);
            Assert.Null(span.GetTagItem("error.type"));
            Assert.Equal(status, span.GetTagItem("http.response.status_code"));
        });
    }

    [Theory]
    [InlineData($"{Contact}/answers/500")]
    [InlineData("/gm0344/intake/v1/broken")]
    public async Task A_fault_is_an_error_of_the_request_and_of_the_call(string path)
    {
        var seen = await Send(HttpMethod.Get, path);
        Assert.Equal(ActivityStatusCode.Error, seen.Request!.Status);
        Assert.Equal(ActivityStatusCode.Error, seen.Call!.Status);
    }

    [Fact]
    public async Task Whoever_asks_about_health_is_not_traced() => Assert.Null((await Send(HttpMethod.Get, "/health/live")).Request);

    /// <summary>An answer with the gateway's spans: of the request, and of its call of a service.</summary>
    sealed record Seen(HttpResponseMessage Answer, Activity? Sent, Activity? Request, Activity? Call, IReadOnlyList<Activity> Trace)
    {
        public IEnumerable<Activity> Gateways => new[] { Request, Call }.OfType<Activity>();
    }

    static async Task<Seen> Send(HttpMethod method, string path, Action<HttpRequestMessage>? more = null)
    {
        using var spans = new Spans();
        await using var region = await Region.StartAsync($"--OTEL_EXPORTER_OTLP_ENDPOINT={Spans.Exporter}");
        using var test = spans.Start();
        using var request = new HttpRequestMessage(method, path);
        more?.Invoke(request);
        var answer = await region.Client.SendAsync(request, Region.Stop);
        // What is under way ends first.
        await region.StopAsync();
        var own = Below(test);
        var gateways = Below(own);
        return new Seen(answer, own, gateways, Below(gateways), [.. spans.Of(test.TraceId)]);

        Activity? Below(Activity? span) => spans.Of(test.TraceId).SingleOrDefault(one => one.ParentSpanId == span?.SpanId);
    }
}
