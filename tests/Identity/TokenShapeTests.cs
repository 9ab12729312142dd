using System.Text.Json;
using System.Text.Json.Nodes;
using Geborgen.Support;
using Microsoft.IdentityModel.Tokens;

namespace Geborgen.Identity.Tests;

/// <summary>Expected tokens are written by hand after what Keycloak 26 issues for the same realm files.</summary>
public sealed class TokenShapeTests(SharedIdentity shared, TestIdentity process)
{
    readonly RunningIdentity identity = shared.Server;

    [Fact]
    public async Task A_professional_gets_a_token_in_the_shape_of_Keycloak()
    {
        var token = (await identity.UserTokenAsync("lotte")).AccessToken;
        AssertPayload(token, """
            { "typ": "Bearer", "azp": "development-cli", "sub": "01935a00-0000-7000-8000-000000000001", "aud": "geborgen",
              "realm_access": { "roles": ["local-team"] }, "preferred_username": "lotte", "organisation": "gm0344",
              "team": "gm0344-intake", "scope": "geborgen" }
            """, "sid");
        Assert.True((await identity.ValidateAsync(token)).IsValid);
    }

    [Fact]
    public async Task A_service_account_gets_a_token_in_the_shape_of_Keycloak()
    {
        var answer = await identity.ClientTokenAsync("gm0344-case-system");
        AssertPayload(answer.AccessToken, """
            { "typ": "Bearer", "azp": "gm0344-case-system", "sub": "01935a00-0000-7000-8000-000000000014", "aud": "geborgen",
              "realm_access": { "roles": ["municipal-system"] }, "preferred_username": "service-account-gm0344-case-system",
              "organisation": "gm0344", "scope": "geborgen" }
            """);
        Assert.True((await identity.ValidateAsync(answer.AccessToken)).IsValid);
        Assert.False(answer.Has("refresh_token"));
        Assert.False(answer.Has("id_token"));
        Assert.Equal("geborgen", answer.Body.GetProperty("scope").GetString());
    }

    [Fact]
    public async Task A_family_member_has_a_person_and_no_organisation()
    {
        AssertPayload((await identity.UserTokenAsync("fatima")).AccessToken, """
            { "typ": "Bearer", "azp": "development-cli", "sub": "01935a00-0000-7000-8000-000000000008", "aud": "geborgen",
              "realm_access": { "roles": ["family-member"] }, "preferred_username": "fatima",
              "person": "01935a00-0000-7000-9000-000000000001", "scope": "geborgen" }
            """, "sid");
    }

    [Fact]
    public async Task Name_and_address_come_only_when_asked_for()
    {
        AssertPayload((await identity.UserTokenAsync("lotte", scope: "openid profile email")).AccessToken, """
            { "typ": "Bearer", "azp": "development-cli", "sub": "01935a00-0000-7000-8000-000000000001", "aud": "geborgen",
              "realm_access": { "roles": ["local-team"] }, "preferred_username": "lotte", "organisation": "gm0344",
              "team": "gm0344-intake", "name": "Lotte de Vries", "given_name": "Lotte", "family_name": "de Vries",
              "email": "lotte@example.org", "scope": "openid geborgen profile email" }
            """, "sid");
    }

    [Fact]
    public async Task An_identity_token_is_for_the_application_alone()
    {
        var answer = await identity.UserTokenAsync("lotte", scope: "openid");
        AssertPayload(answer.Body.GetProperty("id_token").GetString()!, """
            { "typ": "ID", "azp": "development-cli", "aud": "development-cli", "sub": "01935a00-0000-7000-8000-000000000001",
              "preferred_username": "lotte" }
            """, "sid", "at_hash");
        Assert.False((await identity.ValidateAsync(answer.Body.GetProperty("id_token").GetString()!)).IsValid);
    }

    [Fact]
    public async Task An_identity_token_names_the_person_when_asked_for()
    {
        var answer = await identity.UserTokenAsync("lotte", scope: "openid profile");
        Assert.Equal("Lotte de Vries", Payload(answer.Body.GetProperty("id_token").GetString()!)["name"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("daan", "local-team", "gm0344", "gm0344-wijkteam-west")]
    [InlineData("bram", "local-team", "gm0355", "gm0355-intake")]
    [InlineData("rosa", "regional-team", "rvt-utrecht", "rvt-utrecht-veiligheid")]
    [InlineData("saar", "client-supporter", "support-utrecht", "support-utrecht-midden")]
    [InlineData("hugo", "reviewer", "review-midden", "review-midden-pool")]
    [InlineData("noor", "court-liaison", "rvt-utrecht", "rvt-utrecht-rechtbank")]
    [InlineData("pieter", "privacy-officer", "gm0344", "gm0344-privacy")]
    [InlineData("petra", "partner", "school-regenboog", "school-regenboog-zorg")]
    [InlineData("karim", "counsel", "advocaten-domplein", "advocaten-domplein-jeugd")]
    [InlineData("anouk", "analyst", "rvt-utrecht", "rvt-utrecht-kennis")]
    [InlineData("otto", "operator", "gm0344", "gm0344-beheer")]
    public async Task Every_role_has_a_user(string user, string role, string organisation, string team)
    {
        var payload = Payload((await identity.UserTokenAsync(user)).AccessToken);
        Assert.Equal([role], payload["realm_access"]!["roles"]!.AsArray().Select(value => value!.GetValue<string>()));
        Assert.Equal(organisation, payload["organisation"]!.GetValue<string>());
        Assert.Equal(team, payload["team"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("gm0355-case-system", "municipal-system", "gm0355")]
    [InlineData("family-view-instance", "instance", "rvt-utrecht")]
    [InlineData("investigation-instance", "instance", "rvt-utrecht")]
    [InlineData("intake-gm0344-instance", "instance", "gm0344")]
    [InlineData("intake-gm0355-instance", "instance", "gm0355")]
    [InlineData("planning-gm0344-instance", "instance", "gm0344")]
    public async Task Every_system_has_its_role_and_organisation(string client, string role, string organisation)
    {
        var payload = Payload((await identity.ClientTokenAsync(client)).AccessToken);
        Assert.Equal([role], payload["realm_access"]!["roles"]!.AsArray().Select(value => value!.GetValue<string>()));
        Assert.Equal(organisation, payload["organisation"]!.GetValue<string>());
    }

    [Fact]
    public async Task Who_may_read_accounts_has_that_in_the_token_as_Keycloak_wants_it() => Assert.Equal(
        ["view-users", "query-users", "query-groups"],
        Payload((await identity.ClientTokenAsync("intake-gm0344-instance")).AccessToken)["resource_access"]!["realm-management"]!["roles"]!.AsArray().Select(role => (string?)role));

    [Fact]
    public async Task The_server_as_a_process_gives_the_same_tokens()
    {
        var user = Payload(await process.UserTokenAsync("lotte"));
        Assert.Equal(process.Authority.ToString(), user["iss"]!.GetValue<string>());
        Assert.Equal("gm0344-intake", user["team"]!.GetValue<string>());
        Assert.Equal("gm0355", Payload(await process.ClientTokenAsync("gm0355-case-system"))["organisation"]!.GetValue<string>());
    }

    /// <summary>The payload is the expected one and nothing more, but for what differs each time.</summary>
    void AssertPayload(string token, string expected, params string[] alsoPresent)
    {
        var payload = Payload(token);
        Assert.Equal(identity.Issuer, payload["iss"]!.GetValue<string>());
        Assert.Equal(300, payload["exp"]!.GetValue<long>() - payload["iat"]!.GetValue<long>());
        Assert.True(Guid.TryParse(payload["jti"]!.GetValue<string>(), out _));
        foreach (var name in alsoPresent.Concat(["iss", "exp", "iat", "jti"]))
            Assert.True(payload.Remove(name), $"{name} is missing");
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), payload), payload.ToJsonString());
    }

    static JsonObject Payload(string token) => JsonSerializer.Deserialize<JsonObject>(Base64UrlEncoder.DecodeBytes(token.Split('.')[1]))!;
}
