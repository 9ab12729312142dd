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
    public async Task A_person_over_the_own_limit_takes_nobody_elses_turn()
    {
        await using var region = await Region.StartAsync(
            "--Gateway:RateLimits:Clients:portal:Person:Burst=3", "--Gateway:RateLimits:Clients:portal:Person:PerSecond=1",
            "--Gateway:RateLimits:Clients:portal:Burst=6", "--Gateway:RateLimits:Clients:portal:PerSecond=1");
        var (fatima, lotte) = (At("fatima"), At("lotte"));
        for (var i = 0; i < 3; i++)
            Assert.Equal(HttpStatusCode.OK, (await region.Get(Contacts, fatima)).StatusCode);
        for (var i = 0; i < 20; i++)
            await Region.Problem(await region.Get(Contacts, fatima), 429, "too-many-requests");
        for (var i = 0; i < 3; i++)
            Assert.Equal(HttpStatusCode.OK, (await region.Get(Contacts, lotte)).StatusCode);

        string At(string person) => region.Issuer.Token(claims => (claims["azp"], claims["sub"]) = ("portal", person));
    }

    [Theory]
    [InlineData(Contacts, "emergency-response")]
    [InlineData("/gm0344/intake/v1/emergencies", null)]
    [InlineData("/family-view/v1/families/0197a5a0-0000-7000-8000-000000000001/emergency-access", null)]
    public async Task An_emergency_does_not_wait_behind_other_work(string path, string? activity)
    {
        await using var region = await Region.StartAsync(
            "--Gateway:RateLimits:Clients:busy:Burst=1", "--Gateway:RateLimits:Clients:busy:PerSecond=1");
        var busy = region.Issuer.Token(claims => claims["azp"] = "busy");
        for (var i = 0; i < 5; i++)
            await region.Get(Contacts, busy);
        await Region.Problem(await region.Get(Contacts, busy), 429, "too-many-requests");
        Assert.Equal(HttpStatusCode.OK, (await region.Get(path, busy, activity)).StatusCode);
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
