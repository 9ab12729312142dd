using System.Net;

namespace Geborgen.Gateway.Tests;

public sealed class LimitTests
{
    const string Contacts = "/gm0344/intake/v1/contacts";

    [Fact]
    public async Task A_client_over_its_limit_waits_and_no_other_does()
    {
        await using var region = await Region.StartAsync(
            "--Gateway:RateLimits:Clients:busy:Burst=3", "--Gateway:RateLimits:Clients:busy:PerSecond=1");
        var busy = region.Issuer.Token(claims => claims["azp"] = "busy");
        for (var i = 0; i < 3; i++)
            Assert.Equal(HttpStatusCode.OK, (await region.Get(Contacts, busy)).StatusCode);
        var refused = await region.Get(Contacts, busy);
        await Region.Problem(refused, 429, "too-many-requests");
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.True(refused.Headers.Contains("API-Version"));
        Assert.Equal(HttpStatusCode.OK, (await region.Get(Contacts, region.Issuer.Token())).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await region.Get("/health/live", busy)).StatusCode);
    }

    [Fact]
    public async Task Who_only_says_to_be_a_client_does_not_use_up_its_limit()
    {
        await using var region = await Region.StartAsync(
            "--Gateway:RateLimits:Clients:busy:Burst=1", "--Gateway:RateLimits:Clients:busy:PerSecond=1");
        for (var i = 0; i < 5; i++)
            await region.Get(Contacts, region.Issuer.Token(claims => claims["azp"] = "busy", algorithm: "HS256"));
        Assert.Equal(HttpStatusCode.OK, (await region.Get(Contacts, region.Issuer.Token(claims => claims["azp"] = "busy"))).StatusCode);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_body_over_256_KB_is_413(bool chunked)
    {
        await using var region = await Region.StartAsync();
        const int limit = 256 * 1024;
        // The server counts the frames of chunks too.
        Assert.Equal(HttpStatusCode.OK, (await Post(chunked ? limit - 1024 : limit)).StatusCode);
        await Region.Problem(await Post(limit + 1), 413, "content-too-large");

        async Task<HttpResponseMessage> Post(int bytes)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, Contacts) { Content = new ByteArrayContent(new byte[bytes]) };
            request.Headers.TransferEncodingChunked = chunked;
            return await region.Client.SendAsync(request, Region.Stop);
        }
    }
}
