using System.Net;

namespace Geborgen.Gateway.Tests;

public sealed class OutageTests
{
    [Fact]
    public async Task A_service_that_is_down_is_503_and_the_others_go_on()
    {
        await using var region = await Region.StartAsync();
        await region.Utrecht.DisposeAsync();
        var response = await region.Get("/gm0344/intake/v1/contacts", region.Issuer.Token());
        await Region.Problem(response, 503, "unavailable");
        Assert.NotNull(response.Headers.RetryAfter);
        Assert.Equal(HttpStatusCode.OK, (await region.Get("/gm0355/intake/v1/contacts", region.Issuer.Token())).StatusCode);
    }

    [Fact]
    public async Task A_service_that_breaks_off_is_503()
    {
        await using var region = await Region.StartAsync();
        await Region.Problem(await region.Get("/gm0344/intake/v1/broken", region.Issuer.Token()), 503, "unavailable");
    }

    [Fact]
    public async Task Ready_means_everything_behind_it_is()
    {
        await using var region = await Region.StartAsync();
        await Region.Until(async () => (await region.Get("/health/ready")).StatusCode == HttpStatusCode.OK);
        var ready = await Region.Json(await region.Get("/health/ready"));
        Assert.Equal("ready", ready.GetProperty("status").GetString());
        foreach (var name in new[] { "intake-gm0344", "intake-gm0355", "investigation", "planning-gm0344", "planning-gm0355", "family-view", "signing-keys" })
            Assert.Equal("healthy", ready.GetProperty("checks").GetProperty(name).GetString());

        region.FamilyView.Status = "degraded";
        region.FamilyView.Reasons["bus"] = "The broker is away.";
        Assert.Equal("degraded", await NotReady("family-view"));
        Assert.Equal("The broker is away.", (await Region.Json(await region.Get("/health/ready"))).GetProperty("reasons").GetProperty("family-view").GetString());
        region.FamilyView.Status = "unhealthy";
        Assert.Equal("unhealthy", await NotReady("family-view"));
        region.FamilyView.Status = "healthy";
        await region.Zeist.DisposeAsync();
        Assert.Equal("unreachable", await NotReady("intake-gm0355"));
        Assert.Equal(HttpStatusCode.OK, (await region.Get("/health/live")).StatusCode);

        async Task<string?> NotReady(string name)
        {
            var response = await region.Get("/health/ready");
            Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
            var answer = await Region.Json(response);
            Assert.Equal("notReady", answer.GetProperty("status").GetString());
            return answer.GetProperty("checks").GetProperty(name).GetString();
        }
    }
}
