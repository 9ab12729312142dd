using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Geborgen.Identity;

/// <summary>
/// Ends someone's login: the cookie with every copy of it, and every refresh token that came of it. An access token lives on for its five minutes.
/// Another site can't log anyone out: the application must show the identity token that it got.
/// </summary>
static class Logout
{
    const string Server = OpenIddictServerAspNetCoreDefaults.AuthenticationScheme;

    internal static async Task<IResult> Handle(HttpContext http, IOpenIddictTokenManager tokens, Logins logins)
    {
        var shown = (await http.AuthenticateAsync(Server)).Principal;
        if (shown?.GetClaim(Claims.Subject) is not { } subject)
            return Results.Json(new { error = Errors.InvalidRequest, error_description = "Missing parameters: id_token_hint" },
                statusCode: StatusCodes.Status400BadRequest);

        // Whether or not this browser shows it: a copy of the cookie ends too.
        if (shown.GetClaim(Login.Session) is { } session)
            logins.End(session);
        var login = await http.AuthenticateAsync(Login.Scheme);
        if (login.Principal?.GetClaim(Login.Session) == shown.GetClaim(Login.Session))
            await http.SignOutAsync(Login.Scheme);
        await tokens.RevokeBySubjectAsync(subject, http.RequestAborted);
        return http.GetOpenIddictServerRequest()!.PostLogoutRedirectUri is null
            ? LoginPage.LoggedOut(http)
            : Results.SignOut(new AuthenticationProperties(), [Server]);
    }
}
