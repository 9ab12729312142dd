using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Geborgen.ServiceDefaults.Tests;

public sealed class ConventionTests(SampleService sample)
{
    const string Notes = SampleService.Api + "/notes";
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Notes, 200)]
    [InlineData(Notes + "/2", 404)]
    [InlineData(SampleService.Api + "/fault", 500)]
    [InlineData(SampleService.Api + "/review", 403)]
    [InlineData("/health/live", 200)]
    public async Task Every_answer_has_the_standard_headers(string path, int status)
    {
        var response = await sample.Send(HttpMethod.Get, path);
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal("1.2.3", response.Headers.GetValues("API-Version").Single());
        Assert.Equal("no-store", response.Headers.CacheControl?.ToString());
        Assert.Equal("frame-ancestors 'none'", response.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("DENY", response.Headers.GetValues("X-Frame-Options").Single());
        Assert.StartsWith("max-age=", response.Headers.GetValues("Strict-Transport-Security").Single());
        Assert.False(response.Headers.Contains("Server"));
        Assert.False(response.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task A_resource_says_its_version() =>
        Assert.Equal("\"3\"", (await sample.Send(HttpMethod.Get, Notes + "/1")).Headers.ETag?.ToString());

    [Theory]
    [InlineData(null, 428)]
    [InlineData("\"2\"", 412)]
    [InlineData("3", 400)]
    [InlineData("*", 400)]
    [InlineData("W/\"3\"", 400)]
    [InlineData("\"x\"", 400)]
    [InlineData("\"2\", \"3\"", 400)]
    public async Task A_change_without_the_version_that_was_read_is_refused(string? ifMatch, int status) =>
        await SampleService.Problem(await Change(ifMatch), status);

    [Fact]
    public async Task A_change_with_the_version_that_was_read_is_accepted()
    {
        var response = await Change("\"3\"");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("\"4\"", response.Headers.ETag?.ToString());
    }

    Task<HttpResponseMessage> Change(string? ifMatch) =>
        sample.Send(HttpMethod.Put, Notes + "/1", "{\"kind\":\"question\",\"text\":\"a\"}", change: request =>
        {
            if (ifMatch is not null)
                request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        });

    [Fact]
    public async Task Pages_follow_each_other()
    {
        var first = await Page(Notes + "?limit=2");
        var second = await Page(Notes + "?limit=2&cursor=" + first.Next);
        Assert.Equal([1, 2, 3, 4], first.Items.Concat(second.Items));
        Assert.Equal(25, (await Page(Notes)).Items.Count);

        async Task<Page<int>> Page(string path) => (await (await sample.Send(HttpMethod.Get, path)).Content.ReadFromJsonAsync<Page<int>>(Stop))!;
    }

    [Fact]
    public async Task The_api_is_described_without_login_for_pages_of_any_origin()
    {
        var request = new HttpRequestMessage(HttpMethod.Get, SampleService.Api + "/openapi.json") { Headers = { { "Origin", "https://elsewhere.example" } } };
        var response = await sample.Client.SendAsync(request, Stop);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("*", response.Headers.GetValues("Access-Control-Allow-Origin").Single());
        var api = JsonElement.Parse(await response.Content.ReadAsStringAsync(Stop));
        Assert.StartsWith("3.1.", api.GetProperty("openapi").GetString());
        Assert.Equal("1.2.3", api.GetProperty("info").GetProperty("version").GetString());
        Assert.NotEmpty(api.GetProperty("info").GetProperty("contact").GetProperty("email").GetString()!);
        Assert.Equal("bearer", api.GetProperty("components").GetProperty("securitySchemes").GetProperty("bearer").GetProperty("scheme").GetString());
        var notes = api.GetProperty("paths").GetProperty("/{municipality}/sample/v1/notes");
        Assert.Equal("Takes a note in.", notes.GetProperty("post").GetProperty("summary").GetString());
        Assert.True(notes.GetProperty("post").GetProperty("responses").TryGetProperty("default", out _));
        Assert.Contains(notes.GetProperty("get").GetProperty("parameters").EnumerateArray(),
            parameter => parameter.TryGetProperty("name", out var name) && name.GetString() == "cursor");
        Assert.Contains(api.GetProperty("paths").GetProperty("/{municipality}/sample/v1/notes/{id}").GetProperty("put").GetProperty("parameters").EnumerateArray(),
            parameter => parameter.TryGetProperty("name", out var name) && name.GetString() == "If-Match");
    }

    [Fact]
    public async Task A_degraded_bus_takes_nobody_out_of_rotation()
    {
        await using var own = new Own();
        await own.Sample.InitializeAsync();
        Assert.Equal("""{"status":"healthy","checks":{"signing-keys":"healthy","bus":"healthy"},"reasons":{}}""", await Ready(HttpStatusCode.OK));
        own.Sample.Bus = HealthStatus.Degraded;
        Assert.Equal("""{"status":"degraded","checks":{"signing-keys":"healthy","bus":"degraded"},"reasons":{}}""", await Ready(HttpStatusCode.OK));
        own.Sample.Bus = HealthStatus.Unhealthy;
        Assert.Contains("\"bus\":\"unhealthy\"", await Ready(HttpStatusCode.ServiceUnavailable), StringComparison.Ordinal);

        async Task<string> Ready(HttpStatusCode status)
        {
            var response = await own.Sample.Client.GetAsync("/health/ready", Stop);
            Assert.Equal(status, response.StatusCode);
            return await response.Content.ReadAsStringAsync(Stop);
        }
    }

    [Fact]
    public async Task Without_signing_keys_a_service_lives_but_is_not_ready()
    {
        await using var app = SampleService.Build("http://127.0.0.1:1", sample);
        await app.StartAsync(Stop);
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/health/live", Stop)).StatusCode);
        var ready = await client.GetAsync("/health/ready", Stop);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        Assert.Equal("""{"signing-keys":"The identity server does not give its keys for tokens."}""",
            JsonElement.Parse(await ready.Content.ReadAsStringAsync(Stop)).GetProperty("reasons").GetRawText());
        client.DefaultRequestHeaders.Authorization = new("Bearer", sample.Issuer.Token());
        await SampleService.Problem(await client.GetAsync(Notes, Stop), 401);
    }

    sealed class Own : IAsyncDisposable
    {
        public SampleService Sample { get; } = new();
        public ValueTask DisposeAsync() => Sample.DisposeAsync();
    }
}
