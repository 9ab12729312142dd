using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Geborgen.Identity;

/// <summary>OpenIddict set to answer as the realm says, under Keycloak's paths.</summary>
static class Server
{
    internal const string TokenPath = "/protocol/openid-connect/token";
    internal const string AuthorizationPath = "/protocol/openid-connect/auth";
    internal const string LogoutPath = "/protocol/openid-connect/logout";
    const string KeysPath = "/protocol/openid-connect/certs";
    const string UserInfoPath = "/protocol/openid-connect/userinfo";

    internal static void Configure(OpenIddictServerBuilder server, Realm realm)
    {
        // Relative to the address of the realm.
        server.SetTokenEndpointUris(TokenPath[1..])
            .SetAuthorizationEndpointUris(AuthorizationPath[1..])
            .SetEndSessionEndpointUris(LogoutPath[1..])
            .SetJsonWebKeySetEndpointUris(KeysPath[1..])
            .SetUserInfoEndpointUris(UserInfoPath[1..]);

        server.AllowClientCredentialsFlow().AllowAuthorizationCodeFlow().AllowRefreshTokenFlow().RequireProofKeyForCodeExchange();
        if (realm.Clients.Any(client => client.Password))
            server.AllowPasswordFlow();

        server.Configure(options =>
        {
            options.CodeChallengeMethods.Remove(OpenIddictConstants.CodeChallengeMethods.Plain);
            options.Scopes.Remove(OpenIddictConstants.Scopes.OfflineAccess);
        });
        server.RegisterScopes([.. realm.Scopes.Select(scope => scope.Name)]);
        server.SetAccessTokenLifetime(realm.Lifetimes.AccessToken)
            .SetIdentityTokenLifetime(realm.Lifetimes.AccessToken)
            .SetAuthorizationCodeLifetime(realm.Lifetimes.Code)
            .SetRefreshTokenLifetime(realm.Lifetimes.Idle)
            // A refresh token works once; a second use ends the chain.
            .SetRefreshTokenReuseLeeway(TimeSpan.Zero);

        // Codes and refresh tokens live in memory, so their key does too. Access tokens are for every service to read.
        server.AddEncryptionKey(new SymmetricSecurityKey(RandomNumberGenerator.GetBytes(32))).DisableAccessTokenEncryption();

        server.UseAspNetCore()
            .EnableTokenEndpointPassthrough()
            .EnableAuthorizationEndpointPassthrough()
            .EnableEndSessionEndpointPassthrough()
            // Keycloak in development and a local run talk http on the loopback address.
            .DisableTransportSecurityRequirement();

        server.AddEventHandler<ProcessRequestContext>(handler => handler
            .UseInlineHandler(context => AnswerAsRealm(context, realm))
            .SetOrder(OpenIddictServerAspNetCoreHandlers.ResolveRequestUri.Descriptor.Order + 1));
        server.AddEventHandler<ProcessSignInContext>(handler => handler
            .UseInlineHandler(context => DecideRefreshToken(context, realm))
            .SetOrder(OpenIddictServerHandlers.EvaluateGeneratedTokens.Descriptor.Order + 1));
        server.AddEventHandler<GenerateTokenContext>(handler => handler
            .UseInlineHandler(KeepOnlyWhatIsUsedOnce)
            .SetOrder(OpenIddictServerHandlers.Protection.CreateTokenEntry.Descriptor.Order - 1));
        server.AddEventHandler<GenerateTokenContext>(handler => handler
            .UseSingletonHandler<TokenShape>()
            .SetOrder(OpenIddictServerHandlers.Protection.GenerateIdentityModelToken.Descriptor.Order - 1));
        server.AddEventHandler<HandleUserInfoRequestContext>(handler => handler
            .UseSingletonHandler<UserInfo>()
            .SetOrder(int.MaxValue - 100_000));
    }

    /// <summary>The issuer is the realm at the server's one address, as at Keycloak with a fixed host name.</summary>
    static ValueTask AnswerAsRealm(ProcessRequestContext context, Realm realm)
    {
        if (context.BaseUri is { } address)
            context.BaseUri = new Uri(address, $"/realms/{realm.Name}");
        return ValueTask.CompletedTask;
    }

    /// <summary>Keycloak gives a refresh token without being asked for <c>offline_access</c>.</summary>
    static ValueTask DecideRefreshToken(ProcessSignInContext context, Realm realm)
    {
        var wanted = context.EndpointType is OpenIddictServerEndpointType.Token
            && (context.Request.IsAuthorizationCodeGrantType() || context.Request.IsRefreshTokenGrantType())
            && realm.Client(context.ClientId!).Refresh;
        (context.GenerateRefreshToken, context.IncludeRefreshToken) = (wanted, wanted);
        return ValueTask.CompletedTask;
    }

    /// <summary>Nobody asks about access and identity tokens here, so they need no row in the store.</summary>
    static ValueTask KeepOnlyWhatIsUsedOnce(GenerateTokenContext context)
    {
        if (context.TokenType is OpenIddictConstants.TokenTypeIdentifiers.AccessToken or OpenIddictConstants.TokenTypeIdentifiers.IdentityToken)
            context.CreateTokenEntry = false;
        return ValueTask.CompletedTask;
    }
}
