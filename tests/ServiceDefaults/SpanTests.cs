using System.Diagnostics;
using Geborgen.Support;

namespace Geborgen.ServiceDefaults.Tests;

/// <summary>What a dashboard is told of a request.</summary>
public sealed class SpanTests(SampleService sample)
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/notes/7", 404, "GET /{municipality}/sample/v1/notes/{id}")]
    [InlineData("/notes?limit=many", 400, "GET /{municipality}/sample/v1/notes")]
    [InlineData("/refusal/Conflict", 409, "GET /{municipality}/sample/v1/refusal/{kind}")]
    [InlineData("/review", 403, "GET /{municipality}/sample/v1/review")]
    [InlineData("/stale", 412, "GET /{municipality}/sample/v1/stale")]
    public async Task A_refusal_is_no_error_and_says_its_route(string path, int status, string name)
    {
        var (answer, span) = await Traced(SampleService.Api + path, sample.Issuer.Token());
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal(ActivityStatusCode.Unset, span.Status);
        Assert.Null(span.GetTagItem("error.type"));
        Assert.Empty(span.Events);
        Assert.Equal(name, span.DisplayName);
        Assert.Equal(name, "GET " + answer.Headers.GetValues(AnsweredRoute.Header).Single());
    }

    [Theory]
    [InlineData("/fault", 500)]
    [InlineData("/away", 503)]
    public async Task A_fault_is_an_error_without_its_words(string path, int status)
    {
        var (answer, span) = await Traced(SampleService.Api + path, sample.Issuer.Token());
        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal(ActivityStatusCode.Error, span.Status);
        Assert.Equal("GET /{municipality}/sample/v1" + path, span.DisplayName);
        Assert.DoesNotContain("999990019", span.StatusDescription + string.Concat(span.TagObjects.Concat(span.Events.SelectMany(one => one.Tags))
            .Select(tag => tag.Value)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_path_that_no_route_matches_is_not_repeated()
    {
        var (answer, span) = await Traced(SampleService.Api + "/persons/Milan?name=Milan", sample.Issuer.Token());
        Assert.False(answer.Headers.Contains(AnsweredRoute.Header));
        Assert.Equal("GET", span.DisplayName);
        Assert.DoesNotContain(span.TagObjects, tag => tag.Value?.ToString()?.Contains("Milan", StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task A_call_that_belongs_to_nothing_is_not_traced()
    {
        using var spans = new Spans();
        Assert.Null(Activity.Current);
        using var request = new HttpRequestMessage(HttpMethod.Get, SampleService.Api + "/notes/4711");
        await sample.Client.SendAsync(request, Stop);
        Assert.DoesNotContain(spans.All, span => span.Kind == ActivityKind.Client && span.Parent is null);
    }

    [Fact]
    public async Task What_an_untraced_call_asks_for_is_not_traced_either()
    {
        using var spans = new Spans();
        var trace = ActivityTraceId.CreateRandom();
        using var request = new HttpRequestMessage(HttpMethod.Get, SampleService.Api + "/notes/4711");
        request.Headers.TryAddWithoutValidation("traceparent", $"00-{trace}-{ActivitySpanId.CreateRandom()}-00");
        await sample.Client.SendAsync(request, Stop);
        Assert.Empty(spans.Of(trace));
    }

    [Theory]
    [InlineData("/notes/7?name=Milan")]
    [InlineData("/fault")]
    public async Task A_span_says_nothing_but_route_method_and_status(string path)
    {
        var (_, span) = await Traced(SampleService.Api + path, sample.Issuer.Token());
        string[] told = ["error.type", "http.request.method", "http.response.status_code", "http.route", "network.protocol.version", "server.port", "url.scheme"];
        Assert.Empty(span.TagObjects.Select(tag => tag.Key).Except(told));
        Assert.Null(span.TraceStateString);
    }

    async Task<(HttpResponseMessage Answer, Activity Span)> Traced(string path, string token)
    {
        using var spans = new Spans();
        using var test = spans.Start();
        using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { Authorization = new("Bearer", token) } };
        var answer = await sample.Client.SendAsync(request, Stop);
        Activity? span = null;
        // Whoever calls first lets the service ask the issuer for its keys, which answers in this process too.
        await Eventually(() => (span = spans.Of(test.TraceId).SingleOrDefault(
            one => one.Kind == ActivityKind.Server && one.GetTagItem("server.port") as int? == sample.Client.BaseAddress!.Port)) is not null);
        return (answer, span!);
    }

    /// <summary>A span ends a moment after its answer.</summary>
    static async Task Eventually(Func<bool> holds)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        limit.CancelAfter(TimeSpan.FromSeconds(20));
        while (!holds())
            await Task.Delay(10, limit.Token);
    }
}
