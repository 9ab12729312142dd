using System.IO.Compression;
using System.Net;
using System.Text.RegularExpressions;
using Geborgen.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Geborgen.ServiceDefaults.Tests;

public sealed partial class ApiReferenceTests(SampleService sample)
{
    static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_api_is_shown_without_login_from_its_own_description_and_the_services_own_files()
    {
        var page = await sample.Client.GetAsync(SampleService.Api + "/docs", Stop);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Equal("text/html", page.Content.Headers.ContentType?.MediaType);
        var html = await page.Content.ReadAsStringAsync(Stop);
        Assert.Contains("<title>Sample: API reference</title>", html, StringComparison.Ordinal);
        Assert.Contains("\"url\": \"openapi.json\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("://", html, StringComparison.Ordinal);
        var assets = Asset().Matches(html).Select(match => match.Groups["at"].Value).Where(at => !at.StartsWith("data:", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(assets);
        foreach (var asset in assets.Append("openapi.json"))
            Assert.Equal(HttpStatusCode.OK, (await sample.Client.GetAsync(new Uri(page.RequestMessage!.RequestUri!, asset), Stop)).StatusCode);
    }

    [Fact]
    public async Task The_page_may_load_nothing_from_elsewhere()
    {
        var page = await sample.Client.GetAsync(SampleService.Api + "/docs", Stop);
        var policy = page.Headers.GetValues("Content-Security-Policy").Single();
        Assert.StartsWith("default-src 'none';", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("://", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("*", policy, StringComparison.Ordinal);
    }

    public static TheoryData<string> Open => ["/openapi.json", "/docs", "/docs/scalar.js"];

    static readonly string[] Encodings = ["", "gzip", "br"];

    [Theory]
    [MemberData(nameof(Open))]
    public async Task What_is_open_comes_compressed_as_the_client_takes_it(string path)
    {
        foreach (var (accepted, encoding) in new[]
        {
            ("gzip, br", "br"), ("gzip", "gzip"), ("br;q=0, gzip", "gzip"), ("gzip;q=0", ""), ("gzip;q=0, br;q=0.0", ""),
            ("*", "br"), ("*;q=0", ""), ("identity", ""), ("", ""), ("deflate", ""),
        })
        {
            using var answer = await Ask(HttpMethod.Get, path, ("Accept-Encoding", accepted));
            Assert.Equal((accepted, encoding), (accepted, string.Join(",", answer.Content.Headers.ContentEncoding)));
            Assert.Contains("Accept-Encoding", answer.Headers.Vary);
        }
    }

    [Theory]
    [MemberData(nameof(Open))]
    public async Task Each_form_of_what_is_open_holds_the_same(string path)
    {
        var texts = new List<string>();
        foreach (var encoding in Encodings)
        {
            using var answer = await Ask(HttpMethod.Get, path, ("Accept-Encoding", encoding));
            await using var bytes = await answer.Content.ReadAsStreamAsync(Stop);
            using var text = new StreamReader(encoding switch
            {
                "gzip" => new GZipStream(bytes, CompressionMode.Decompress),
                "br" => new BrotliStream(bytes, CompressionMode.Decompress),
                _ => bytes,
            });
            texts.Add(await text.ReadToEndAsync(Stop));
        }
        Assert.NotEmpty(Assert.Single(texts.Distinct()));
    }

    [Theory]
    [MemberData(nameof(Open))]
    public async Task Who_has_what_is_open_already_gets_nothing_again(string path)
    {
        var tags = new List<string>();
        foreach (var encoding in Encodings)
        {
            using var first = await Ask(HttpMethod.Get, path, ("Accept-Encoding", encoding));
            var tag = first.Headers.ETag!;
            Assert.False(tag.IsWeak);
            tags.Add(tag.Tag);
            using var again = await Ask(HttpMethod.Get, path, ("Accept-Encoding", encoding), ("If-None-Match", tag.Tag));
            Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
            Assert.Empty(await again.Content.ReadAsByteArrayAsync(Stop));
            Assert.Equal(tag, again.Headers.ETag);
            Assert.Equal(first.Headers.CacheControl, again.Headers.CacheControl);
            using var other = await Ask(HttpMethod.Get, path, ("Accept-Encoding", encoding), ("If-None-Match", "\"another\""));
            Assert.Equal(HttpStatusCode.OK, other.StatusCode);
        }
        Assert.Equal(Encodings.Length, tags.Distinct().Count());
    }

    [Theory]
    [InlineData("/openapi.json", "public, no-cache")]
    [InlineData("/docs", "public, no-cache")]
    [InlineData("/docs/scalar.js", "public, max-age=86400")]
    public async Task A_client_may_keep_what_is_open(string path, string cacheControl)
    {
        using var answer = await Ask(HttpMethod.Get, path);
        Assert.Equal(cacheControl, answer.Headers.GetValues("Cache-Control").Single());
    }

    [Theory]
    [MemberData(nameof(Open))]
    public async Task Without_its_content_what_is_open_says_the_same_of_itself(string path)
    {
        using var head = await Ask(HttpMethod.Head, path, ("Accept-Encoding", "gzip"));
        using var get = await Ask(HttpMethod.Get, path, ("Accept-Encoding", "gzip"));
        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.Equal(get.Headers.ETag, head.Headers.ETag);
        Assert.Equal((await get.Content.ReadAsByteArrayAsync(Stop)).Length, head.Content.Headers.ContentLength);
        Assert.Equal(get.Content.Headers.ContentType, head.Content.Headers.ContentType);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync(Stop));
    }

    [Fact]
    public async Task The_description_is_made_once()
    {
        var description = sample.Services.GetRequiredService<ApiDescription>();
        var first = await description.Today();
        Assert.Same(first, await description.Today());
    }

    [Fact]
    public async Task A_new_week_moves_the_dates_of_the_examples()
    {
        var clock = new TestClock(new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero));
        var description = new ApiDescription(sample.Services, clock);
        var first = await description.Today();
        clock.Advance(TimeSpan.FromDays(3));
        Assert.Same(first, await description.Today());
        clock.Advance(TimeSpan.FromDays(3));
        Assert.NotSame(first, await description.Today());
    }

    async Task<HttpResponseMessage> Ask(HttpMethod method, string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, SampleService.Api + path);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return await sample.Client.SendAsync(request, Stop);
    }

    [GeneratedRegex("(?:src|href)=\"(?<at>[^\"]*)\"")]
    private static partial Regex Asset();
}
