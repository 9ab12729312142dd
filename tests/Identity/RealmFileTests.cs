using System.Text.Json.Nodes;

namespace Geborgen.Identity.Tests;

/// <summary>What the server can't honour or must not, it refuses before it listens.</summary>
public sealed class RealmFileTests : IDisposable
{
    static readonly string Source = Path.Combine(Repository(), "deploy", "keycloak");

    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("geborgen-identity-realm-");
    readonly JsonNode realm = JsonNode.Parse(File.ReadAllText(Path.Combine(Source, "geborgen-realm.json")))!;
    readonly JsonNode users = JsonNode.Parse(File.ReadAllText(Path.Combine(Source, "geborgen-users-0.json")))!;

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void An_unknown_mapper_is_refused()
    {
        Mappers("geborgen").Add(JsonNode.Parse("""{ "name": "script", "protocolMapper": "oidc-script-based-protocol-mapper", "config": {} }"""));
        Assert.Contains("oidc-script-based-protocol-mapper", Refusal(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("aggregate.attrs", "true")]
    [InlineData("jsonType.label", "JSON")]
    public void A_setting_of_a_mapper_that_has_no_meaning_here_is_refused(string setting, string value)
    {
        Mappers("geborgen").Single(mapper => mapper!["name"]!.GetValue<string>() == "organisation")!["config"]![setting] = value;
        Assert.Contains("'organisation'", Refusal(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_mapper_of_a_client_counts_too()
    {
        Client("portal")["protocolMappers"] = JsonNode.Parse("""[{ "name": "x", "protocolMapper": "oidc-hardcoded-claim-mapper", "config": {} }]""");
        Assert.Contains("oidc-hardcoded-claim-mapper", Refusal(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("portal", "attributes.pkce.code.challenge.method", "plain", "PKCE")]
    [InlineData("portal", "attributes.access.token.header.type.rfc9068", "false", "at+jwt")]
    public void A_client_without_the_needed_protection_is_refused(string client, string path, string value, string why)
    {
        Client(client)["attributes"]![path["attributes.".Length..]] = value;
        Assert.Contains(why, Refusal(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_redirect_with_a_wildcard_is_refused()
    {
        Client("portal")["redirectUris"] = new JsonArray("http://localhost:8080/*");
        Assert.Contains("not exact", Refusal(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_token_that_lives_longer_than_five_minutes_is_refused()
    {
        realm["accessTokenLifespan"] = 301;
        Assert.Contains("five minutes", Refusal(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_client_whose_secret_was_not_given_is_refused()
    {
        Client("gm0344-case-system")["secret"] = "${GEBORGEN_SECRET_THAT_NOBODY_SET}";
        Assert.Contains("GEBORGEN_SECRET_THAT_NOBODY_SET", Refusal(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_user_with_an_unknown_role_or_without_a_name_is_refused()
    {
        User("lotte")["realmRoles"] = new JsonArray("mayor");
        Assert.Contains("mayor", Refusal(), StringComparison.Ordinal);
        User("lotte")["realmRoles"] = new JsonArray("local-team");
        User("lotte").AsObject().Remove("lastName");
        Assert.Contains("lotte", Refusal(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("realm-management", "impersonation")]
    [InlineData("account", "view-profile")]
    public void A_client_role_that_has_no_meaning_here_is_refused(string client, string role)
    {
        User("otto")["clientRoles"] = new JsonObject { [client] = new JsonArray(role) };
        Assert.Contains(role, Refusal(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_attribute_outside_the_user_profile_is_dropped()
    {
        User("lotte")["attributes"]!["clearance"] = new JsonArray("everything");
        Mappers("geborgen").Add(JsonNode.Parse("""
            { "name": "clearance", "protocolMapper": "oidc-usermodel-attribute-mapper",
              "config": { "user.attribute": "clearance", "claim.name": "clearance", "jsonType.label": "String", "access.token.claim": "true" } }
            """));
        await using var identity = await RunningIdentity.StartAsync(settings: Files());
        var token = new Microsoft.IdentityModel.JsonWebTokens.JsonWebToken((await identity.UserTokenAsync("lotte")).AccessToken);
        Assert.False(token.TryGetClaim("clearance", out _));
        Assert.True(token.TryGetClaim("organisation", out _));
    }

    [Fact]
    public void Passwords_of_the_source_are_refused_outside_Development() =>
        Assert.Contains("a password in plain text", Refusal("Production", secret: "given-by-the-operator"), StringComparison.Ordinal);

    [Fact]
    public void Secrets_of_the_source_are_refused_outside_Development()
    {
        OnlyServiceAccounts();
        Assert.Contains("a development secret", Refusal("Production", secret: "development-only"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_password_grant_is_refused_outside_Development()
    {
        OnlyServiceAccounts();
        Client("development-cli")["enabled"] = true;
        Assert.Contains("password grant", Refusal("Production", secret: "given-by-the-operator"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Outside_Development_the_same_realm_runs_with_the_operators_secrets()
    {
        OnlyServiceAccounts();
        await using var app = RunningIdentity.Build(folder.FullName, "Production", Files("given-by-the-operator"));
    }

    string Refusal(string environment = "Development", string? secret = null) =>
        Assert.Throws<RealmException>(() => RunningIdentity.Build(folder.FullName, environment, Files(secret))).Message;

    Dictionary<string, string?> Files(string? secret = null)
    {
        var paths = (Realm: Path.Combine(folder.FullName, "realm"), Users: Path.Combine(folder.FullName, "users"));
        File.WriteAllText(paths.Realm, realm.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
        File.WriteAllText(paths.Users, users.ToJsonString());
        var settings = new Dictionary<string, string?> { ["Realm:Files:0"] = paths.Realm, ["Realm:Files:1"] = paths.Users };
        if (secret is not null)
            settings["GEBORGEN_DEVELOPMENT_SECRET"] = secret;
        return settings;
    }

    void OnlyServiceAccounts() =>
        users["users"] = new JsonArray([.. users["users"]!.AsArray().Where(user => user!["serviceAccountClientId"] is not null).Select(user => user!.DeepClone())]);

    JsonArray Mappers(string scope) =>
        realm["clientScopes"]!.AsArray().Single(found => found!["name"]!.GetValue<string>() == scope)!["protocolMappers"]!.AsArray();

    JsonNode Client(string id) => realm["clients"]!.AsArray().Single(client => client!["clientId"]!.GetValue<string>() == id)!;

    JsonNode User(string name) => users["users"]!.AsArray().Single(user => user!["username"]!.GetValue<string>() == name)!;

    static string Repository()
    {
        var place = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(place.FullName, "Platform.sln")))
            place = place.Parent!;
        return place.FullName;
    }
}
