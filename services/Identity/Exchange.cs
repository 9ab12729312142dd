using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Geborgen.Identity;

/// <summary>The token endpoint. OpenIddict has checked client, secret, grant, scopes, code, verifier and refresh token before.</summary>
static class Exchange
{
    const string Server = OpenIddictServerAspNetCoreDefaults.AuthenticationScheme;

    internal static async Task<IResult> Handle(HttpContext http, Realm realm, Passwords passwords, TimeProvider time)
    {
        var request = http.GetOpenIddictServerRequest()!;
        var client = realm.Client(request.ClientId!);
        if (request.IsClientCredentialsGrantType())
            return realm.ServiceAccount(client.Id) is { Enabled: true } account ? Give(Principal(client, account, request.GetScopes())) : Refuse("User disabled");
        if (request.IsPasswordGrantType())
            return passwords.Check(request.Username, request.Password, http.Connection.RemoteIpAddress) is { } person
                ? Give(Principal(client, person, request.GetScopes(), Login.NewSession()))
                : Refuse("Invalid user credentials");

        var earlier = (await http.AuthenticateAsync(Server)).Principal!;
        if (!realm.TryUser(earlier.GetClaim(Claims.Subject), out var user))
            return Refuse("User disabled");
        var since = DateTimeOffset.FromUnixTimeSeconds(long.Parse(earlier.GetClaim(Claims.AuthenticationTime)!, CultureInfo.InvariantCulture));
        return time.GetUtcNow() - since < realm.Lifetimes.Session
            ? Give(Principal(client, user, earlier.GetScopes(), earlier.GetClaim(Login.Session), since))
            : Refuse("Session not active");
    }

    /// <summary>Who, for which client, with which scopes; the mappers add the rest when a token is written.</summary>
    internal static ClaimsPrincipal Principal(
        Client client, User user, IEnumerable<string> requested, string? session = null, DateTimeOffset? since = null)
    {
        var scopes = requested.ToArray();
        var identity = new ClaimsIdentity(Server);
        identity.SetClaim(Claims.Subject, user.Id);
        if (session is not null)
            identity.SetClaim(Login.Session, session);
        if (since is { } moment)
            identity.SetClaim(Claims.AuthenticationTime, moment.ToUnixTimeSeconds());
        string[] granted = [.. scopes.Intersect([Scopes.OpenId]), .. client.Granted(scopes).Where(scope => scope.Shown).Select(scope => scope.Name)];
        identity.SetScopes(granted);
        // OpenIddict keeps its own record of the scopes away from identity tokens, whose mappers need them.
        identity.SetClaim(TokenShape.Granted, string.Join(' ', granted));
        identity.SetDestinations(_ => [Destinations.AccessToken, Destinations.IdentityToken]);
        return new ClaimsPrincipal(identity);
    }

    static IResult Give(ClaimsPrincipal principal) => Results.SignIn(principal, authenticationScheme: Server);

    static IResult Refuse(string why) => Results.Forbid(new AuthenticationProperties(new Dictionary<string, string?>
    {
        [OpenIddictServerAspNetCoreConstants.Properties.Error] = Errors.InvalidGrant,
        [OpenIddictServerAspNetCoreConstants.Properties.ErrorDescription] = why,
    }), [Server]);
}
