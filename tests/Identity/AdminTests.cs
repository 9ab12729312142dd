using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Geborgen.Identity.Tests;

/// <summary>What Keycloak's Admin API answers about accounts, as services and operators use it.</summary>
public sealed class AdminTests(SharedIdentity shared)
{
    const string Lotte = "01935a00-0000-7000-8000-000000000001";
    const string Saar = "01935a00-0000-7000-8000-000000000005";
    const string Nobody = "01935a00-0000-7000-8000-00000000dead";

    readonly RunningIdentity identity = shared.Server;

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_instance_reads_an_account_in_the_representation_of_Keycloak()
    {
        var (status, body) = await Ask(identity, HttpMethod.Get, $"/{Lotte}", await Instance());

        Assert.Equal(200, status);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse($$"""
            { "id": "{{Lotte}}", "username": "lotte", "firstName": "Lotte", "lastName": "de Vries", "email": "lotte@example.org", "enabled": true,
              "attributes": { "organisation": ["gm0344"], "team": ["gm0344-intake"], "function": ["Gezinswerker"], "phoneNumber": ["+31 30 000 0101"] } }
            """), body), body!.ToJsonString());
    }

    [Fact]
    public async Task An_instance_reads_the_roles_of_an_account() => Assert.Equal(
        ["local-team"], (await Ask(identity, HttpMethod.Get, $"/{Lotte}/role-mappings/realm", await Instance())).Body!.AsArray().Select(role => (string?)role!["name"]));

    [Fact]
    public async Task People_are_found_by_their_attributes_page_by_page_without_service_accounts()
    {
        var all = await Names("?q=organisation:gm0344");

        Assert.Contains("lotte", all);
        Assert.DoesNotContain("bram", all);
        Assert.DoesNotContain(all, name => name.StartsWith("service-account", StringComparison.Ordinal));
        Assert.Equal(all[1..3], await Names("?q=organisation:gm0344&first=1&max=2"));
        Assert.Equal(["lotte"], await Names("?q=organisation:gm0344%20team:gm0344-intake"));

        async Task<string[]> Names(string query) =>
            [.. (await Ask(identity, HttpMethod.Get, query, await Instance())).Body!.AsArray().Select(one => (string)one!["username"]!)];
    }

    [Theory]
    [InlineData("")]
    [InlineData($"/{Lotte}")]
    [InlineData($"/{Nobody}")]
    [InlineData($"/{Lotte}/role-mappings/realm")]
    public async Task Without_a_token_or_the_role_nobody_learns_anything(string path)
    {
        Assert.Equal(401, (await Ask(identity, HttpMethod.Get, path, token: null)).Status);
        Assert.Equal(401, (await Ask(identity, HttpMethod.Get, path, "nonsense")).Status);
        Assert.Equal(401, (await Ask(identity, HttpMethod.Get, path, (await identity.UserTokenAsync("otto", scope: "openid")).Body.GetProperty("id_token").GetString())).Status);
        Assert.Equal(403, (await Ask(identity, HttpMethod.Get, path, (await identity.UserTokenAsync("lotte")).AccessToken)).Status);
        Assert.Equal(403, (await Ask(identity, HttpMethod.Get, path, (await identity.ClientTokenAsync("gm0344-case-system")).AccessToken)).Status);
    }

    [Fact]
    public async Task Whose_account_is_not_there_is_not_found()
    {
        Assert.Equal((404, "User not found"), await Fault($"/{Nobody}"));
        Assert.Equal((404, "User not found"), await Fault($"/{Nobody}/role-mappings/realm"));

        async Task<(int, string?)> Fault(string path) =>
            await Ask(identity, HttpMethod.Get, path, await Instance()) is var (status, body) ? (status, (string?)body!["error"]) : default;
    }

    [Theory]
    [InlineData("?search=lotte")]
    [InlineData("?q=gm0344")]
    [InlineData("?first=-1")]
    public async Task What_Keycloak_can_beyond_that_is_refused_and_not_ignored(string query) =>
        Assert.Equal(400, (await Ask(identity, HttpMethod.Get, query, await Instance())).Status);

    [Fact]
    public async Task Only_who_manages_accounts_ends_one()
    {
        Assert.Equal(403, (await Enable(identity, Lotte, false, await Instance())).Status);
        Assert.Equal(401, (await Enable(identity, Lotte, false, token: null)).Status);
        Assert.Equal(200, (await identity.UserTokenAsync("lotte")).Status);
    }

    [Theory]
    [InlineData("""{ "enabled": false, "firstName": "Somebody" }""")]
    [InlineData("""{ }""")]
    public async Task Nothing_else_of_an_account_is_changed(string body)
    {
        using var content = new StringContent(body, MediaTypeHeaderValue.Parse("application/json"));
        Assert.Equal(400, (await Ask(identity, HttpMethod.Put, $"/{Lotte}", await Operator(identity), content)).Status);
        Assert.Equal(200, (await identity.UserTokenAsync("lotte")).Status);
    }

    [Fact]
    public async Task An_account_that_ended_gets_no_token_until_it_goes_on()
    {
        await using var own = await RunningIdentity.StartAsync();
        var token = await Operator(own);

        Assert.Equal(204, (await Enable(own, Saar, false, token)).Status);
        Assert.Equal(400, (await own.UserTokenAsync("saar")).Status);
        Assert.False((bool)(await Ask(own, HttpMethod.Get, $"/{Saar}", token)).Body!["enabled"]!);

        Assert.Equal(204, (await Enable(own, Saar, true, token)).Status);
        Assert.Equal(200, (await own.UserTokenAsync("saar")).Status);
        Assert.Equal(404, (await Enable(own, Nobody, false, token)).Status);
    }

    [Fact]
    public async Task Who_ends_is_logged_in_nowhere_any_more_also_when_the_account_goes_on()
    {
        await using var own = await RunningIdentity.StartAsync();
        using var browser = new Browser(own);
        var refresh = (await own.TokenAsync(
            ("grant_type", "authorization_code"), ("client_id", "portal"), ("code", await browser.LogInAsync("saar")),
            ("redirect_uri", Browser.Callback), ("code_verifier", Browser.Verifier))).Body.GetProperty("refresh_token").GetString()!;
        var token = await Operator(own);
        await Enable(own, Saar, false, token);
        await Enable(own, Saar, true, token);

        var again = await own.TokenAsync(("grant_type", "refresh_token"), ("client_id", "portal"), ("refresh_token", refresh));

        Assert.Equal((400, "invalid_grant"), (again.Status, again.Error));
    }

    async Task<string> Instance() => (await identity.ClientTokenAsync("intake-gm0344-instance")).AccessToken;

    static async Task<string> Operator(RunningIdentity identity) => (await identity.UserTokenAsync("otto")).AccessToken;

    static async Task<(int Status, JsonNode? Body)> Enable(RunningIdentity identity, string id, bool enabled, string? token)
    {
        using var content = JsonContent.Create(new { enabled });
        return await Ask(identity, HttpMethod.Put, $"/{id}", token, content);
    }

    static async Task<(int Status, JsonNode? Body)> Ask(RunningIdentity identity, HttpMethod method, string path, string? token, HttpContent? content = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(identity.Issuer.Replace("/realms/", "/admin/realms/", StringComparison.Ordinal) + "/users" + path)) { Content = content };
        if (token is not null)
            request.Headers.Authorization = new("Bearer", token);
        using var answer = await identity.Http.SendAsync(request, Cancel);
        var text = await answer.Content.ReadAsStringAsync(Cancel);
        return ((int)answer.StatusCode, text.Length > 0 ? JsonSerializer.Deserialize<JsonNode>(text) : null);
    }
}
