using System.Security.Claims;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.Options;
using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Geborgen.Identity;

/// <summary>
/// The page where a person logs in. It carries the query of the authorization request and goes back to that request only,
/// so there is no address to redirect to that a stranger could choose.
/// </summary>
static class Login
{
    internal const string Scheme = "login";

    internal const string Path = "/login-actions/authenticate";

    /// <summary>Claim with the id of a login.</summary>
    internal const string Session = "sid";

    internal static string NewSession() => Guid.CreateVersion7().ToString();

    internal static void Configure(CookieAuthenticationOptions options, Realm realm)
    {
        options.Cookie.Name = "geborgen-login";
        options.Cookie.Path = $"/realms/{realm.Name}";
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.ExpireTimeSpan = realm.Lifetimes.Session;
        options.SlidingExpiration = false;
        options.Events.OnValidatePrincipal = cookie =>
        {
            if (!cookie.HttpContext.RequestServices.GetRequiredService<Logins>().Live(cookie.Principal))
                cookie.RejectPrincipal();
            return Task.CompletedTask;
        };
    }

    internal static IResult Show(HttpContext http, Realm realm, IAntiforgery antiforgery, IOptions<IdentityOptions> options) =>
        LoginPage.Form(http, realm, antiforgery.GetAndStoreTokens(http), options.Value.Invitations is not null);

    internal static async Task<IResult> Submit(
        HttpContext http, Realm realm, IAntiforgery antiforgery, Passwords passwords, Logins logins, TimeProvider time, IOptions<IdentityOptions> options)
    {
        var invited = options.Value.Invitations is not null;
        if (!await antiforgery.IsRequestValidAsync(http))
            return LoginPage.Form(http, realm, antiforgery.GetAndStoreTokens(http), invited, LoginPage.Stale);
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (passwords.Check(form["username"], form["password"], http.Connection.RemoteIpAddress) is not { } person)
            return LoginPage.Form(http, realm, antiforgery.GetAndStoreTokens(http), invited, LoginPage.Wrong);

        var identity = new ClaimsIdentity(Scheme);
        identity.SetClaim(Claims.Subject, person.Id);
        identity.SetClaim(Session, logins.Begin());
        identity.SetClaim(Claims.AuthenticationTime, time.GetUtcNow().ToUnixTimeSeconds());
        await http.SignInAsync(Scheme, new ClaimsPrincipal(identity));
        return Results.LocalRedirect($"/realms/{realm.Name}{Server.AuthorizationPath}{http.Request.QueryString}");
    }
}
