using System.Net;
using System.Text.RegularExpressions;

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

    [Theory]
    [InlineData("gzip, br", "gzip")]
    [InlineData("", "")]
    public async Task The_script_comes_as_the_browser_can_read_it(string accepted, string encoding)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, SampleService.Api + "/docs/scalar.js");
        request.Headers.TryAddWithoutValidation("Accept-Encoding", accepted);
        var script = await sample.Client.SendAsync(request, Stop);
        Assert.Equal("text/javascript", script.Content.Headers.ContentType?.MediaType);
        Assert.Equal(encoding, string.Join(",", script.Content.Headers.ContentEncoding));
        if (encoding.Length == 0)
            Assert.Contains("api-reference", await script.Content.ReadAsStringAsync(Stop), StringComparison.Ordinal);
    }

    [GeneratedRegex("(?:src|href)=\"(?<at>[^\"]*)\"")]
    private static partial Regex Asset();
}
