using System.Text.RegularExpressions;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.Extensions.Options;

namespace Geborgen.Identity;

/// <summary>
/// The page where a helper makes an account by the code that a family handed over. Whether the code or the user name is the reason, why it did
/// not work looks the same: nobody learns here who has an account.
/// </summary>
static partial class Register
{
    internal const string Path = "/login-actions/registration";

    /// <summary>As long as the identity servers of the field want it; what it consists of is free.</summary>
    internal const int ShortestPassword = 12;

    const int LongestText = 100;

    internal static IResult Show(HttpContext http, Realm realm, IAntiforgery antiforgery, IOptions<IdentityOptions> options) =>
        options.Value.Invitations is null ? Results.NotFound() : LoginPage.Registration(http, realm, antiforgery.GetAndStoreTokens(http));

    internal static async Task<IResult> Submit(
        HttpContext http, Realm realm, IAntiforgery antiforgery, IOptions<IdentityOptions> options, Invitations invitations, RegisteredAccounts accounts, Guesses guesses)
    {
        if (options.Value.Invitations is null)
            return Results.NotFound();
        if (!await antiforgery.IsRequestValidAsync(http))
            return Again(LoginPage.Stale);
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        string code = Text("code"), username = Text("username"), password = form["password"].ToString();
        if (!Username().IsMatch(username) || Text("firstName") is not { Length: > 0 and <= LongestText } || Text("lastName") is not { Length: > 0 and <= LongestText })
            return Again(LoginPage.Incomplete);
        if (password.Length is < ShortestPassword or > LongestText)
            return Again(LoginPage.TooShort);

        var user = new User(
            $"{Guid.CreateVersion7()}", username.ToLowerInvariant(), Enabled: true, [Roles.Partner], [],
            new Dictionary<string, IReadOnlyList<string>> { ["username"] = [username.ToLowerInvariant()], ["firstName"] = [Text("firstName")], ["lastName"] = [Text("lastName")] },
            ServiceAccountOf: null, Password: null);
        // Nobody logs in with it before it has a password.
        if (!realm.TryAdd(user))
            return Refused();
        var used = await invitations.Use(code, user, http.RequestAborted);
        if (used is not true)
            realm.Remove(user);
        if (used is null)
            return Again(LoginPage.NotNow);
        if (used is false)
            return Refused();
        accounts.Keep(user with { Slow = SlowHash.Of(password) });
        return LoginPage.Registered(http, realm);

        string Text(string name) => form[name].ToString().Trim();

        IResult Refused()
        {
            guesses.Failed(http.Connection.RemoteIpAddress);
            return Again(LoginPage.NoSuchCode);
        }

        IResult Again(string fault) => LoginPage.Registration(http, realm, antiforgery.GetAndStoreTokens(http), fault);
    }

    [GeneratedRegex(@"\A[a-zA-Z0-9][a-zA-Z0-9._-]{2,59}\z")]
    private static partial Regex Username();
}
