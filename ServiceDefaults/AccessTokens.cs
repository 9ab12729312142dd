using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Geborgen.ServiceDefaults;

/// <summary>
/// Checks what every token must have beyond the standard, reads Keycloak's roles, and remembers a valid token until it ends:
/// a client sends the same token thousands of times and checking its signature costs more than routing the request.
/// Remembering opens nothing: a withdrawn key too is noticed only when keys are fetched again, which is later.
/// </summary>
sealed class AccessTokens(TimeProvider clock) : JsonWebTokenHandler, IDisposable
{
    /// <summary>Valid tokens remembered at most; only an identity provider can make one, so nobody else can fill this.</summary>
    const int MostRemembered = 10_000;

    readonly MemoryCache remembered = new(new MemoryCacheOptions { SizeLimit = MostRemembered });

    public void Dispose() => remembered.Dispose();

    public override async Task<TokenValidationResult> ValidateTokenAsync(string token, TokenValidationParameters validationParameters)
    {
        var key = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
        if (remembered.TryGetValue(key, out TokenValidationResult? known) && End(known!, validationParameters) > clock.GetUtcNow())
            return known!;

        var result = await base.ValidateTokenAsync(token, validationParameters);
        if (!result.IsValid)
            return result;
        if (Refusal((JsonWebToken)result.SecurityToken) is { } reason)
            return new TokenValidationResult { IsValid = false, Exception = new SecurityTokenValidationException(reason) };
        AddRoles(result.ClaimsIdentity, (JsonWebToken)result.SecurityToken);
        if (End(result, validationParameters) - clock.GetUtcNow() is var left && left > TimeSpan.Zero)
            remembered.Set(key, result, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = left });
        return result;
    }

    static DateTimeOffset End(TokenValidationResult result, TokenValidationParameters parameters) =>
        result.SecurityToken.ValidTo + parameters.ClockSkew;

    static string? Refusal(JsonWebToken token)
    {
        if (token.IssuedAt == DateTime.MinValue)
            return "The token does not say when it was issued.";
        if (token.ValidTo - token.IssuedAt > Tokens.LongestLifetime)
            return "The token lives too long.";
        return string.IsNullOrEmpty(token.Subject) ? "The token names no subject." : null;
    }

    static void AddRoles(ClaimsIdentity identity, JsonWebToken token)
    {
        if (!token.TryGetPayloadValue<JsonElement>("realm_access", out var access) || access.ValueKind != JsonValueKind.Object
            || !access.TryGetProperty("roles", out var roles) || roles.ValueKind != JsonValueKind.Array)
            return;
        foreach (var role in roles.EnumerateArray())
            if (role.ValueKind == JsonValueKind.String)
                identity.AddClaim(new Claim(Tokens.RoleClaim, role.GetString()!));
    }
}
