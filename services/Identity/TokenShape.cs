using System.Security.Claims;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Geborgen.Identity;

/// <summary>Gives access and identity tokens exactly the claims that Keycloak would, by the mappers of the realm file.</summary>
sealed class TokenShape(Realm realm) : IOpenIddictServerHandler<GenerateTokenContext>
{
    /// <summary>Claim with the granted scopes, separated by spaces; it stays inside the server.</summary>
    internal const string Granted = "granted";

    public ValueTask HandleAsync(GenerateTokenContext context)
    {
        var kind = context.TokenType switch
        {
            TokenTypeIdentifiers.AccessToken => TokenKind.Access,
            TokenTypeIdentifiers.IdentityToken => TokenKind.Id,
            _ => (TokenKind?)null,
        };
        if (kind is not { } token)
            return ValueTask.CompletedTask;

        var principal = context.Principal;
        if (!realm.TryUser(principal.GetClaim(Claims.Subject), out var user))
            throw new InvalidOperationException("A token was asked for about nobody.");
        var client = realm.Client(context.ClientId!);
        var claims = new Dictionary<string, object>
        {
            [Claims.JwtId] = Guid.CreateVersion7().ToString(),
            ["typ"] = token is TokenKind.Access ? "Bearer" : "ID",
            [Claims.AuthorizedParty] = client.Id,
        };
        if (principal.GetClaim(Login.Session) is { } session)
            claims[Login.Session] = session;
        var scopes = principal.GetClaim(Granted)!;
        Apply(client, user, scopes.Split(' '), token, claims);

        var descriptor = context.SecurityTokenDescriptor;
        if (token is TokenKind.Access)
            claims[Claims.Scope] = scopes;
        else
        {
            claims[Claims.Subject] = user.Id;
            claims[Claims.Audience] = client.Id;
            foreach (var name in new[] { Claims.Nonce, Claims.AccessTokenHash, Claims.AuthenticationTime })
                if (principal.FindFirst(name) is { } claim)
                    claims[name] = claim.ValueType == ClaimValueTypes.Integer64 ? long.Parse(claim.Value, null) : claim.Value;
        }
        descriptor.Subject = new ClaimsIdentity();
        descriptor.Claims = claims;
        return ValueTask.CompletedTask;
    }

    /// <summary>All claims of the granted scopes' mappers and the client's own.</summary>
    internal static void Apply(Client client, User user, IEnumerable<string> scopes, TokenKind kind, IDictionary<string, object> claims)
    {
        foreach (var mapper in client.Granted(scopes).SelectMany(scope => scope.Mappers).Concat(client.Mappers))
            mapper.Apply(user, kind, claims);
    }
}
