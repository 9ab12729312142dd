using System.Net;
using System.Net.Http.Json;
using System.Text;

namespace Geborgen.Gateway.Tests;

public sealed class RoutingTests
{
    [Fact]
    public async Task Each_municipality_reaches_its_own_instance_and_all_share_the_family_view()
    {
        await using var region = await Region.StartAsync();
        Assert.Equal("utrecht", (await Seen(region, "/gm0344/intake/v1/contacts?limit=2")).Name);
        Assert.Equal("/gm0344/intake/v1/contacts?limit=2", (await Seen(region, "/gm0344/intake/v1/contacts?limit=2")).Path);
        Assert.Equal("zeist", (await Seen(region, "/gm0355/intake/v1/contacts")).Name);
        Assert.Equal("family-view", (await Seen(region, "/family-view/v1/families/1")).Name);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/gm9999/intake/v1/contacts")]
    [InlineData("/gm0344/review/v1/reviews")]
    [InlineData("/gm0344/intake/v2/contacts")]
    [InlineData("/gm0344/family-view/v1/families/1")]
    [InlineData("/intake/v1/contacts")]
    public async Task What_nobody_serves_is_404(string path)
    {
        await using var region = await Region.StartAsync();
        await Region.Problem(await region.Get(path, region.Issuer.Token()), 404, "not-found");
    }

    [Fact]
    public async Task The_caller_goes_along()
    {
        await using var region = await Region.StartAsync();
        var token = region.Issuer.Token();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/gm0344/intake/v1/contacts");
        request.Headers.Add("Authorization", "Bearer " + token);
        request.Headers.Add("Processing-Activity", "emergency-response");
        request.Headers.Add("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
        var seen = (await (await region.Client.SendAsync(request, Region.Stop)).Content.ReadFromJsonAsync<Seen>(Region.Stop))!;
        Assert.Equal("Bearer " + token, seen.Authorization);
        Assert.Equal("emergency-response", seen.ProcessingActivity);
        Assert.Equal("127.0.0.1", seen.ForwardedFor);
        Assert.StartsWith("00-0af7651916cd43dd8448eb211c80319c-", seen.TraceParent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_header_in_another_alphabet_goes_along_as_it_came()
    {
        await using var region = await Region.StartAsync();
        using var client = new HttpClient(new SocketsHttpHandler { RequestHeaderEncodingSelector = (_, _) => Encoding.UTF8 }) { BaseAddress = region.Client.BaseAddress };
        using var request = new HttpRequestMessage(HttpMethod.Get, "/gm0344/intake/v1/contacts");
        request.Headers.Add("Authorization", "Bearer " + region.Issuer.Token());
        request.Headers.TryAddWithoutValidation("User-Agent", "Zaaksysteem Súdwest-Fryslân");

        using var answer = await client.SendAsync(request, Region.Stop);

        Assert.Equal("Zaaksysteem Súdwest-Fryslân", (await answer.Content.ReadFromJsonAsync<Seen>(Region.Stop))!.UserAgent);
    }

    [Fact]
    public async Task What_is_open_to_everybody_comes_through_as_the_service_gives_it()
    {
        await using var region = await Region.StartAsync();
        using var whole = await Open(HttpMethod.Get);
        Assert.Equal(Upstream.Description, await whole.Content.ReadAsByteArrayAsync(Region.Stop));
        Assert.Equal("br", whole.Content.Headers.ContentEncoding.Single());
        Assert.Equal("public, no-cache", whole.Headers.GetValues("Cache-Control").Single());
        using var head = await Open(HttpMethod.Head);
        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.Equal((Upstream.Description.Length, Upstream.DescriptionTag), (head.Content.Headers.ContentLength, head.Headers.ETag?.Tag));
        using var again = await Open(HttpMethod.Get, whole.Headers.ETag!.Tag);
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Equal("public, no-cache", again.Headers.GetValues("Cache-Control").Single());

        async Task<HttpResponseMessage> Open(HttpMethod method, string? known = null)
        {
            using var request = new HttpRequestMessage(method, "/gm0344/intake/v1/openapi.json") { Headers = { { "Accept-Encoding", "br" } } };
            if (known is not null)
                request.Headers.Add("If-None-Match", known);
            return await region.Client.SendAsync(request, Region.Stop);
        }
    }

    [Fact]
    public async Task A_service_speaks_for_itself_and_the_gateway_adds_what_it_left_out()
    {
        await using var region = await Region.StartAsync();
        var own = await region.Get("/gm0344/intake/v1/own-headers");
        Assert.Equal(HttpStatusCode.Conflict, own.StatusCode);
        Assert.Equal("9.9.9", own.Headers.GetValues("API-Version").Single());
        Assert.Equal("\"7\"", own.Headers.ETag?.Tag);
        Assert.Equal("no-store", own.Headers.GetValues("Cache-Control").Single());
        Assert.Equal("default-src 'none'", own.Headers.GetValues("Content-Security-Policy").Single());
        var bare = await region.Get("/gm0344/intake/v1/contacts");
        Assert.Equal("nosniff", bare.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.False(bare.Headers.Contains("Server"));
    }

    [Fact]
    public async Task A_changed_registry_counts_at_once_and_drops_no_request()
    {
        await using var region = await Region.StartAsync();
        var held = region.Get("/gm0344/intake/v1/held");
        await region.Utrecht.Entered.WaitAsync(Region.Stop);

        await region.ReplaceRegistry((await region.ReadRegistry()).Replace("http://intake-gm0344", region.Zeist.Address, StringComparison.Ordinal));
        await Region.Until(async () => (await Seen(region, "/gm0344/intake/v1/contacts")).Name == "zeist");

        region.Utrecht.Release();
        Assert.Equal("utrecht", await (await held).Content.ReadAsStringAsync(Region.Stop));
    }

    [Theory]
    [InlineData("{ \"municipalities\": [")]
    [InlineData("{ \"municipalities\": [], \"parties\": [], \"mandates\": [], \"surprise\": 1 }")]
    [InlineData("{ \"municipalities\": [{ \"code\": \"gm0344\", \"name\": \"Utrecht\", \"dutyTeam\": \"nobody\" }], \"parties\": [], \"mandates\": [] }")]
    public async Task A_change_that_cannot_be_used_is_reported_and_the_last_good_registry_stays(string registry)
    {
        await using var region = await Region.StartAsync();
        var good = await region.ReadRegistry();
        await region.ReplaceRegistry(registry);
        await Region.Until(() => Task.FromResult(region.Logged.Any(line => line.Contains("the last good one stays", StringComparison.Ordinal))));
        Assert.Equal("utrecht", (await Seen(region, "/gm0344/intake/v1/contacts")).Name);

        await region.ReplaceRegistry(good.Replace("http://intake-gm0344", region.Zeist.Address, StringComparison.Ordinal));
        await Region.Until(async () => (await Seen(region, "/gm0344/intake/v1/contacts")).Name == "zeist");
    }

    static async Task<Seen> Seen(Region region, string path) =>
        (await (await region.Get(path, region.Issuer.Token())).Content.ReadFromJsonAsync<Seen>(Region.Stop))!;
}
