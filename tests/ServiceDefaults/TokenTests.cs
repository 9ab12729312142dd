using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Geborgen.Support;

namespace Geborgen.ServiceDefaults.Tests;

public sealed class TokenTests(SampleService sample)
{
    const string Me = SampleService.Api + "/me";
    static long Now => TestDay.Now.ToUnixTimeSeconds();

    public static TheoryData<string, Action<JsonObject>> Wrong => new()
    {
        { "expired", claims => (claims["iat"], claims["exp"]) = (Now - 120, Now - 11) },
        { "not yet valid", claims => claims["nbf"] = Now + 60 },
        { "without end", claims => claims.Remove("exp") },
        { "living too long", claims => claims["exp"] = Now + 3600 },
        { "without time of issue", claims => claims.Remove("iat") },
        { "of another issuer", claims => claims["iss"] = "https://elsewhere.example/realms/geborgen" },
        { "for another audience", claims => claims["aud"] = "account" },
        { "without audience", claims => claims.Remove("aud") },
        { "of nobody", claims => claims.Remove("sub") },
    };

    [Theory]
    [MemberData(nameof(Wrong), DisableDiscoveryEnumeration = true)]
    public async Task A_wrong_token_is_401(string what, Action<JsonObject> change)
    {
        var problem = await SampleService.Problem(await sample.Send(HttpMethod.Get, Me, token: sample.Issuer.Token(change)), 401);
        Assert.True(problem.GetProperty("type").GetString() == "urn:geborgen:problem:unauthenticated", what);
    }

    [Fact]
    public async Task A_token_that_was_good_is_401_when_it_ends()
    {
        var clock = new TestClock(TestDay.Now);
        await using var app = SampleService.Build(sample.Issuer.Address, sample, clock);
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        client.DefaultRequestHeaders.Authorization = new("Bearer", sample.Issuer.Token());
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(Me, TestContext.Current.CancellationToken)).StatusCode);
        // Its life and the allowed difference between clocks.
        clock.Advance(TimeSpan.FromSeconds(311));
        await SampleService.Problem(await client.GetAsync(Me, TestContext.Current.CancellationToken), 401);
    }

    [Theory]
    [InlineData("none")]
    [InlineData("HS256")]
    [InlineData("RS512")]
    public async Task A_token_with_another_algorithm_is_401(string algorithm) =>
        await SampleService.Problem(await sample.Send(HttpMethod.Get, Me, token: sample.Issuer.Token(algorithm: algorithm)), 401);

    [Theory]
    [InlineData("nonsense")]
    [InlineData("a.b.c")]
    [InlineData("")]
    public async Task What_is_no_token_is_401(string token) =>
        await SampleService.Problem(await sample.Send(HttpMethod.Get, Me, token: token), 401);

    [Fact]
    public async Task A_token_that_another_server_signed_with_our_issuer_is_401()
    {
        await using var foreign = await TokenIssuer.StartAsync();
        var token = foreign.Token(claims => claims["iss"] = sample.Issuer.Issuer);
        await SampleService.Problem(await sample.Send(HttpMethod.Get, Me, token: token), 401);
    }

    [Fact]
    public async Task A_changed_token_is_401()
    {
        var parts = sample.Issuer.TokenFor(Roles.LocalTeam).Split('.');
        var other = sample.Issuer.TokenFor(Roles.PrivacyOfficer).Split('.');
        await SampleService.Problem(await sample.Send(HttpMethod.Get, Me, token: $"{parts[0]}.{other[1]}.{parts[2]}"), 401);
    }

    [Theory]
    [InlineData(Me)]
    [InlineData(SampleService.Api + "/nothing")]
    [InlineData("/gm0355/sample/v1/notes")]
    public async Task Without_a_token_every_path_is_401_and_says_how(string path)
    {
        var response = await sample.Client.GetAsync(path, TestContext.Current.CancellationToken);
        await SampleService.Problem(response, 401);
        Assert.Equal("Bearer", response.Headers.WwwAuthenticate.Single().Scheme);
    }

    [Fact]
    public async Task The_caller_is_who_the_token_says()
    {
        var response = await sample.Send(HttpMethod.Get, Me, token: sample.Issuer.TokenFor(Roles.LocalTeam, Roles.Reviewer));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        var me = JsonElement.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal("test-client", me.GetProperty("client").GetString());
        Assert.Equal("gm0344", me.GetProperty("organisation").GetString());
        Assert.Equal("gm0344-intake", me.GetProperty("team").GetString());
        Assert.Equal(["local-team", "reviewer"], me.GetProperty("roles").EnumerateArray().Select(role => role.GetString()!).Order());
        Assert.False(me.GetProperty("isSystem").GetBoolean());
    }

    [Fact]
    public async Task A_role_that_a_route_forbids_is_403()
    {
        await SampleService.Problem(await sample.Send(HttpMethod.Get, SampleService.Api + "/review"), 403);
        var allowed = await sample.Send(HttpMethod.Get, SampleService.Api + "/review", token: sample.Issuer.TokenFor(Roles.Reviewer));
        Assert.Equal(HttpStatusCode.OK, allowed.StatusCode);
    }

    [Fact]
    public async Task A_new_signing_key_is_found_when_a_token_names_it()
    {
        await using var own = new SampleServiceOfItsOwn();
        await own.Sample.InitializeAsync();
        var before = own.Sample.Issuer.Token();
        Assert.Equal(HttpStatusCode.OK, (await own.Sample.Send(HttpMethod.Get, Me, token: before)).StatusCode);
        own.Sample.Issuer.Rotate();
        Assert.Equal(HttpStatusCode.OK, (await own.Sample.Send(HttpMethod.Get, Me)).StatusCode);
    }

    sealed class SampleServiceOfItsOwn : IAsyncDisposable
    {
        public SampleService Sample { get; } = new();
        public ValueTask DisposeAsync() => Sample.DisposeAsync();
    }
}
