using System.Diagnostics;
using Geborgen.Support;

namespace Geborgen.Gateway.Tests;

/// <summary>What a dashboard is told of a request.</summary>
public sealed class SpanTests
{
    const string Route = "/{municipality}/intake/v1/contacts/{id}/answers/{status}";
    const string Contact = "/gm0344/intake/v1/contacts/01a22677-ef91-7e1d-a265-dda2c539c1b9";

    [Fact]
    public async Task A_span_carries_the_route_behind_the_gateway()
    {
        var seen = await Send(HttpMethod.Post, $"{Contact}/answers/201?name=Milan");
        Assert.Equal($"POST {Route}", seen.Request!.DisplayName);
        Assert.Equal(Route, seen.Request.GetTagItem("http.route"));
        Assert.Equal($"{Contact}/answers/201", seen.Request.GetTagItem("url.path"));
        Assert.False(seen.Answer.Headers.Contains("Answered-Route"));
    }

    [Fact]
    public async Task The_call_of_the_service_carries_its_route()
    {
        var seen = await Send(HttpMethod.Post, $"{Contact}/answers/201?name=Milan");
        Assert.Equal($"POST {Route}", seen.Call!.DisplayName);
        Assert.EndsWith($"{Contact}/answers/201", (string)seen.Call.GetTagItem("url.full")!, StringComparison.Ordinal);
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
    sealed record Seen(HttpResponseMessage Answer, Activity? Request, Activity? Call)
    {
        public IEnumerable<Activity> Gateways => new[] { Request, Call }.OfType<Activity>();
    }

    static async Task<Seen> Send(HttpMethod method, string path)
    {
        using var spans = new Spans();
        await using var region = await Region.StartAsync($"--OTEL_EXPORTER_OTLP_ENDPOINT={Spans.Exporter}");
        using var test = spans.Start();
        using var request = new HttpRequestMessage(method, path);
        var answer = await region.Client.SendAsync(request, Region.Stop);
        // What is under way ends first.
        await region.StopAsync();
        var own = Below(test);
        var gateways = Below(own);
        return new Seen(answer, gateways, Below(gateways));

        Activity? Below(Activity? span) => spans.Of(test.TraceId).SingleOrDefault(one => one.ParentSpanId == span?.SpanId);
    }
}
