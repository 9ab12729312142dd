using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.IdentityModel.Tokens;

namespace Geborgen.Identity.Tests;

/// <summary>A browser with cookies at the portal, which follows redirects one by one so that each can be looked at.</summary>
public sealed partial class Browser(RunningIdentity identity) : IDisposable
{
    public const string Callback = "http://localhost:8080/signin-oidc";

    public const string Verifier = "a-verifier-that-is-long-enough-to-be-allowed-0123456789";

    CookieContainer cookies = new();
    HttpClient? client;

    HttpClient Http => client ??= new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = cookies });

    /// <summary>Another browser with the cookies that this one has now.</summary>
    public Browser Copy()
    {
        var copied = new CookieContainer();
        copied.Add(cookies.GetAllCookies());
        return new(identity) { cookies = copied };
    }

    /// <summary>The portal's request; a parameter given here replaces or, when null, drops the usual one.</summary>
    public string AuthorizationAddress(params (string Name, string? Value)[] changes)
    {
        var query = new Dictionary<string, string?>
        {
            ["client_id"] = "portal",
            ["response_type"] = "code",
            ["redirect_uri"] = Callback,
            ["scope"] = "openid profile",
            ["state"] = "a state & more",
            ["nonce"] = "a-nonce",
            ["code_challenge"] = Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier))),
            ["code_challenge_method"] = "S256",
        };
        foreach (var (name, value) in changes)
            query[name] = value;
        return QueryHelpers.AddQueryString(identity.Issuer + "/protocol/openid-connect/auth",
            query.Where(pair => pair.Value is not null).ToDictionary());
    }

    public Task<HttpResponseMessage> GetAsync(string address) => Http.GetAsync(new Uri(new Uri(identity.Issuer), address), TestContext.Current.CancellationToken);

    public async Task<string> TextAsync(string address)
    {
        using var answer = await GetAsync(address);
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Fills in the form of a login page as it stands there.</summary>
    public Task<HttpResponseMessage> SubmitAsync(string page, string username, string password, string? formToken = null) =>
        SubmitAsync(page, new() { ["username"] = username, ["password"] = password }, formToken);

    /// <summary>Fills in a form as it stands on a page.</summary>
    public async Task<HttpResponseMessage> SubmitAsync(string page, Dictionary<string, string> fields, string? formToken = null)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>(fields)
        {
            ["__RequestVerificationToken"] = formToken ?? WebUtility.HtmlDecode(FormToken().Match(page).Groups[1].Value),
        });
        var action = WebUtility.HtmlDecode(FormAction().Match(page).Groups[1].Value);
        return await Http.PostAsync(new Uri(new Uri(identity.Issuer), action), form, TestContext.Current.CancellationToken);
    }

    /// <summary>From the portal's request to the code in its callback.</summary>
    public async Task<string> LogInAsync(string username, string password = "geborgen")
    {
        using var asked = await GetAsync(AuthorizationAddress());
        using var submitted = await SubmitAsync(await TextAsync(asked.Headers.Location!.ToString()), username, password);
        using var returned = await GetAsync(submitted.Headers.Location!.ToString());
        return Query(returned)["code"];
    }

    public static Dictionary<string, string> Query(HttpResponseMessage redirect) =>
        QueryHelpers.ParseQuery(redirect.Headers.Location!.Query).ToDictionary(pair => pair.Key, pair => pair.Value.ToString());

    public void Dispose() => client?.Dispose();

    [GeneratedRegex("""name="__RequestVerificationToken" value="([^"]+)""")]
    private static partial Regex FormToken();

    [GeneratedRegex("""<form method="post" action="([^"]+)""")]
    private static partial Regex FormAction();
}
