using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;

namespace Geborgen.Identity.Tests;

public sealed class DiscoveryTests(SharedIdentity shared)
{
    readonly RunningIdentity identity = shared.Server;

    [Theory]
    [InlineData("token_endpoint", "token")]
    [InlineData("authorization_endpoint", "auth")]
    [InlineData("jwks_uri", "certs")]
    [InlineData("userinfo_endpoint", "userinfo")]
    [InlineData("end_session_endpoint", "logout")]
    public async Task Endpoints_stand_under_the_paths_of_Keycloak(string name, string path)
    {
        var document = await identity.GetAsync("/.well-known/openid-configuration");
        Assert.Equal(identity.Issuer, document.GetProperty("issuer").GetString());
        Assert.Equal($"{identity.Issuer}/protocol/openid-connect/{path}", document.GetProperty(name).GetString());
    }

    [Theory]
    [InlineData("/.well-known/openid-configuration")]
    public async Task A_caller_does_not_choose_the_issuer(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, identity.Issuer + path) { Headers = { Host = "elsewhere.example" } };
        using var answer = await identity.Http.SendAsync(request, TestContext.Current.CancellationToken);
        var document = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains($"\"issuer\": \"{identity.Issuer}\"", document, StringComparison.Ordinal);
        Assert.DoesNotContain("elsewhere.example", document, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_that_was_asked_for_under_another_name_has_the_same_issuer()
    {
        using var form = new FormUrlEncodedContent([new("grant_type", "client_credentials"), new("client_id", "gm0344-case-system"), new("client_secret", "development-only")]);
        using var request = new HttpRequestMessage(HttpMethod.Post, identity.Issuer + "/protocol/openid-connect/token") { Content = form, Headers = { Host = "elsewhere.example" } };
        using var answer = await identity.Http.SendAsync(request, TestContext.Current.CancellationToken);
        var token = (await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("access_token").GetString()!;
        Assert.Equal(identity.Issuer, new JsonWebToken(token).Issuer);
    }

    [Fact]
    public async Task The_issuer_is_what_the_setting_says()
    {
        await using var own = await RunningIdentity.StartAsync(settings: new Dictionary<string, string?> { ["Identity:Address"] = "https://login.example" });
        Assert.Equal("https://login.example/realms/geborgen", (await own.GetAsync("/.well-known/openid-configuration")).GetProperty("issuer").GetString());
    }

    [Fact]
    public async Task Only_S256_is_offered_for_PKCE()
    {
        var document = await identity.GetAsync("/.well-known/openid-configuration");
        Assert.Equal(["S256"], document.GetProperty("code_challenge_methods_supported").EnumerateArray().Select(method => method.GetString()));
    }

    [Fact]
    public async Task Published_keys_hold_no_private_part()
    {
        var key = Assert.Single((await identity.GetAsync("/protocol/openid-connect/certs")).GetProperty("keys").EnumerateArray());
        Assert.Equal(["alg", "e", "kid", "kty", "n", "use"], key.EnumerateObject().Select(member => member.Name).Order());
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task The_server_is_healthy_once_it_answers(string path)
    {
        using var answer = await identity.Http.GetAsync(new Uri(new Uri(identity.Issuer), path), TestContext.Current.CancellationToken);
        Assert.Equal(200, (int)answer.StatusCode);
    }
}
