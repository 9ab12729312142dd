using System.Text.Json;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Geborgen.Identity;

/// <summary>What the userinfo endpoint tells an application about who logged in.</summary>
sealed class UserInfo(Realm realm) : IOpenIddictServerHandler<HandleUserInfoRequestContext>
{
    public ValueTask HandleAsync(HandleUserInfoRequestContext context)
    {
        var token = context.AccessTokenPrincipal;
        var scopes = token.GetScopes();
        if (!scopes.Contains(Scopes.OpenId) || !realm.TryUser(token.GetClaim(Claims.Subject), out var user))
        {
            context.Reject(Errors.InsufficientScope, "The token was not asked for with the scope openid.");
            return ValueTask.CompletedTask;
        }
        var claims = new Dictionary<string, object>();
        TokenShape.Apply(realm.Client(token.GetClaim(Claims.AuthorizedParty)!), user, scopes, TokenKind.UserInfo, claims);
        context.Subject = user.Id;
        context.Issuer = null;
        context.Audiences.Clear();
        foreach (var (name, value) in claims)
            context.Claims[name] = new OpenIddictParameter(JsonSerializer.SerializeToElement(value));
        return ValueTask.CompletedTask;
    }
}
