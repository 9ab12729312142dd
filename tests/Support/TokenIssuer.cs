using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Geborgen.Support;

/// <summary>
/// A small identity provider on a port of its own: serves discovery and keys as Keycloak does and signs whatever a test
/// wants, the wrong included.
/// </summary>
public sealed class TokenIssuer : IAsyncDisposable
{
    const string Realm = "/realms/geborgen";

    readonly WebApplication server;
    (string Id, RSA Key) signing = NewKey();

    TokenIssuer(WebApplication server) => this.server = server;

    /// <summary>Address of the server, for <c>services:keycloak:http:0</c>.</summary>
    public string Address => server.Urls.Single();

    /// <summary>The issuer that its tokens name.</summary>
    public string Issuer => Address + Realm;

    /// <summary>Starts one.</summary>
    public static async Task<TokenIssuer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var server = builder.Build();
        server.Urls.Add("http://127.0.0.1:0");
        var issuer = new TokenIssuer(server);
        server.MapGet(Realm + "/.well-known/openid-configuration", () => Results.Json(new Dictionary<string, object>
        {
            ["issuer"] = issuer.Issuer,
            ["jwks_uri"] = issuer.Issuer + "/protocol/openid-connect/certs",
            ["token_endpoint"] = issuer.Issuer + "/protocol/openid-connect/token",
        }));
        server.MapPost(Realm + "/protocol/openid-connect/token", () => Results.Json(new { access_token = issuer.TokenFor("instance"), expires_in = 300 }));
        server.MapGet(Realm + "/protocol/openid-connect/certs", () => Results.Json(new { keys = new[] { issuer.PublicKey() } }));
        await server.StartAsync();
        return issuer;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        signing.Key.Dispose();
    }

    /// <summary>Signs with a new key from now on; the old one is no longer published.</summary>
    public void Rotate() => signing = NewKey();

    /// <summary>The public key as a client could get it, for those who try it as a shared secret.</summary>
    public byte[] PublicKeyPem() => System.Text.Encoding.ASCII.GetBytes(signing.Key.ExportSubjectPublicKeyInfoPem());

    /// <summary>A valid token, but for what a test changes.</summary>
    public string Token(Action<JsonObject>? change = null, string algorithm = "RS256")
    {
        var now = TestDay.Now.ToUnixTimeSeconds();
        var claims = new JsonObject
        {
            ["iss"] = Issuer,
            ["aud"] = "geborgen",
            ["sub"] = "8d0c4a8e-0000-4000-8000-000000000001",
            ["azp"] = "test-client",
            ["iat"] = now,
            ["exp"] = now + 300,
            ["organisation"] = "gm0344",
            ["team"] = "gm0344-intake",
            ["realm_access"] = new JsonObject { ["roles"] = new JsonArray("local-team") },
        };
        change?.Invoke(claims);
        var header = new JsonObject { ["alg"] = algorithm, ["typ"] = "JWT", ["kid"] = signing.Id };
        var content = $"{Encode(header)}.{Encode(claims)}";
        var bytes = System.Text.Encoding.ASCII.GetBytes(content);
        var signature = algorithm switch
        {
            "RS256" => signing.Key.SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
            "RS512" => signing.Key.SignData(bytes, HashAlgorithmName.SHA512, RSASignaturePadding.Pkcs1),
            "HS256" => HMACSHA256.HashData(PublicKeyPem(), bytes),
            "none" => [],
            _ => throw new ArgumentOutOfRangeException(nameof(algorithm)),
        };
        return $"{content}.{Base64Url.EncodeToString(signature)}";
    }

    /// <summary>A token for roles.</summary>
    public string TokenFor(params string[] roles) => Token(claims =>
        claims["realm_access"] = new JsonObject { ["roles"] = new JsonArray([.. roles.Select(role => JsonValue.Create(role))]) });

    Dictionary<string, string> PublicKey()
    {
        var key = signing.Key.ExportParameters(includePrivateParameters: false);
        return new()
        {
            ["kid"] = signing.Id,
            ["kty"] = "RSA",
            ["use"] = "sig",
            ["n"] = Base64Url.EncodeToString(key.Modulus),
            ["e"] = Base64Url.EncodeToString(key.Exponent),
        };
    }

    static string Encode(JsonObject part) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(part));

    static (string, RSA) NewKey() => (Guid.CreateVersion7().ToString("N"), RSA.Create(2048));
}
