using System.Globalization;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.Extensions;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Geborgen.Identity;

/// <summary>
/// The authorization endpoint. OpenIddict has checked client, redirect URI, PKCE and scopes before; what is left is who is behind the browser.
/// </summary>
static class Authorize
{
    internal static async Task<IResult> Handle(HttpContext http, Realm realm)
    {
        var request = http.GetOpenIddictServerRequest()!;
        var login = await http.AuthenticateAsync(Login.Scheme);
        var known = realm.TryUser(login.Principal?.GetClaim(Claims.Subject), out var user);
        if (known && !request.HasPromptValue(PromptValues.Login))
        {
            var since = DateTimeOffset.FromUnixTimeSeconds(
                long.Parse(login.Principal!.GetClaim(Claims.AuthenticationTime)!, CultureInfo.InvariantCulture));
            return Results.SignIn(
                Exchange.Principal(realm.Client(request.ClientId!), user!, request.GetScopes(), login.Principal!.GetClaim(Login.Session), since),
                authenticationScheme: OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
        }
        if (request.HasPromptValue(PromptValues.None))
            return Results.Forbid(new AuthenticationProperties(new Dictionary<string, string?>
            {
                [OpenIddictServerAspNetCoreConstants.Properties.Error] = Errors.LoginRequired,
            }), [OpenIddictServerAspNetCoreDefaults.AuthenticationScheme]);

        // The page comes back here with the same query; having asked once is enough.
        var query = new QueryBuilder(http.Request.Query.Where(pair => pair.Key != Parameters.Prompt));
        return Results.Redirect($"/realms/{realm.Name}{Login.Path}{query}");
    }
}
