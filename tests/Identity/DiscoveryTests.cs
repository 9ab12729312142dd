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
