using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Geborgen.Support;

[assembly: AssemblyFixture(typeof(TestIdentity))]

namespace Geborgen.Fuzz.Tests;

/// <summary>Hundreds of requests to the identity server, none of which is answered with a fault; what it refuses it says as OAuth wants it.</summary>
public sealed class IdentityTests(TestIdentity identity)
{
    const int Lane = 9;
    const int Shown = 12;

    static readonly Dictionary<string, string[]> Fields = new()
    {
        ["grant_type"] = ["password", "client_credentials", "authorization_code", "refresh_token", "urn:ietf:params:oauth:grant-type:token-exchange", "urn:ietf:params:oauth:grant-type:device_code", "implicit", "PASSWORD"],
        ["client_id"] = ["development-cli", "gm0344-case-system", "portal", "investigation-instance", "nobody"],
        ["client_secret"] = ["development-only", "wrong"],
        ["username"] = ["lotte", "fatima", "LOTTE", "nobody"],
        ["password"] = ["geborgen", "wrong"],
        ["scope"] = ["openid", "openid profile", "offline_access", "everything"],
        ["code"] = ["x"],
        ["code_verifier"] = ["x"],
        ["code_challenge"] = ["E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"],
        ["code_challenge_method"] = ["S256", "plain"],
        ["redirect_uri"] = ["http://localhost:8080/", "https://elsewhere.example"],
        ["refresh_token"] = ["x"],
        ["response_type"] = ["code", "token", "id_token"],
        ["response_mode"] = ["query", "form_post", "fragment"],
        ["prompt"] = ["none", "login"],
        ["state"] = ["x"],
        ["id_token_hint"] = ["x"],
        ["request"] = ["x"],
        ["request_uri"] = ["urn:x"],
        ["client_assertion"] = ["x"],
        ["client_assertion_type"] = ["urn:ietf:params:oauth:client-assertion-type:jwt-bearer"],
    };

    static readonly string[][] Flows =
    [
        ["grant_type", "client_id", "username", "password"], ["grant_type", "client_id", "client_secret"], ["grant_type", "client_id", "refresh_token"], ["grant_type", "client_id", "code", "code_verifier", "redirect_uri"],
        ["client_id", "response_type", "redirect_uri", "code_challenge", "code_challenge_method", "state"], ["id_token_hint"],
    ];

    static readonly string[] Paths = ["token", "token", "token", "auth", "logout", "userinfo", "certs"];

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_answer_of_the_identity_server_is_a_fault()
    {
        using var http = new HttpClient(new SocketsHttpHandler { RequestHeaderEncodingSelector = (_, _) => Encoding.Latin1, AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = identity.Server };
        var wrong = new Dictionary<string, string>();
        for (var number = 0; number < Dice.Requests / 20; number++)
        {
            var (path, sent) = Make(Dice.For(Lane, number));
            var said = $"{sent.Method} {sent.RequestUri} {sent.Headers.Authorization} {(sent.Content is null ? "" : $"{sent.Content.Headers.ContentType} {Encoding.UTF8.GetString(await sent.Content.ReadAsByteArrayAsync(Cancel))}")}";
            using var answer = await http.SendAsync(sent, Cancel);
            var text = await answer.Content.ReadAsStringAsync(Cancel);
            if (Fault(path, answer, text) is { } fault)
                wrong.TryAdd($"{path} {fault}", $"{fault}\n{said[..Math.Min(said.Length, 1_000)]}\n→ {(int)answer.StatusCode} {text[..Math.Min(text.Length, 500)]}");
        }

        Assert.True(wrong.Count == 0, $"Seed {Dice.Seed}: {wrong.Count} kinds of answers are wrong.\n\n{string.Join("\n\n", wrong.Values.Take(Shown))}");
    }

    static string? Fault(string path, HttpResponseMessage answer, string text) =>
        (int)answer.StatusCode >= 500 ? "a fault"
        : IsOfTheWebServer(answer, text) ? null
        : !answer.Headers.Contains("X-Content-Type-Options") ? "no headers"
        : path == "token" && (int)answer.StatusCode is 400 or 401
            && (answer.Content.Headers.ContentType?.MediaType is not ("application/json" or "application/problem+json") || JsonNode.Parse(text)!["error"] is null && JsonNode.Parse(text)!["type"] is null) ? $"{(int)answer.StatusCode} without an error"
        : null;

    // What can't be read as a request is refused before there is one, and says nothing.
    static bool IsOfTheWebServer(HttpResponseMessage answer, string text) =>
        (int)answer.StatusCode is 400 or 414 or 431 && text.Length == 0 && answer.Headers.ConnectionClose == true;

    static (string Path, HttpRequestMessage Sent) Make(Dice dice)
    {
        var path = dice.One(Paths);
        var flow = dice.One(Flows).ToList();
        for (var more = dice.Below(3); more > 0; more--)
            flow.Add(dice.One(Fields.Keys.ToList()));
        var pairs = flow.Where(_ => !dice.Percent(5)).Select(name => $"{(dice.Percent(1) ? "%00" : name)}={(dice.Percent(15) ? Encoded(dice) : Uri.EscapeDataString(dice.One(Fields[name])))}").ToList();
        var form = string.Join('&', pairs);
        var isForm = path == "token" ? !dice.Percent(5) : dice.Percent(20);
        var sent = new HttpRequestMessage(isForm ? HttpMethod.Post : HttpMethod.Get, new Uri($"/realms/geborgen/protocol/openid-connect/{path}{(isForm ? "" : $"?{form}")}", UriKind.Relative));
        if (isForm)
        {
            sent.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(form));
            sent.Content.Headers.TryAddWithoutValidation("Content-Type", dice.Percent(92) ? "application/x-www-form-urlencoded" : dice.One(Odd.MediaTypes));
        }
        if (dice.Percent(15))
            sent.Headers.Authorization = new AuthenticationHeaderValue(dice.One(["Basic", "Bearer", "DPoP"]), dice.One(["eDp4", "Z20wMzQ0LWNhc2Utc3lzdGVtOmRldmVsb3BtZW50LW9ubHk=", "AAAA", "Og==", "!", "x.y.z"]));
        if (dice.Percent(5))
            sent.Headers.TryAddWithoutValidation(dice.One(["Accept", "Cookie", "Origin", "Host"]), dice.One(["text/html", "geborgen-login=x", "https://elsewhere.example"]));
        return (path, sent);
    }

    static string Encoded(Dice dice) => dice.Percent(40) ? dice.One(["%00", "a%00b", "%", "%zz", "%ff", "%c3%28", "+", "%0d%0a"]) : Uri.EscapeDataString(dice.One(Odd.Texts));
}
