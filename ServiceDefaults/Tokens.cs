using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.IdentityModel.Tokens;

namespace Geborgen.ServiceDefaults;

/// <summary>
/// Access tokens as Keycloak issues them. Every host checks issuer, audience, algorithm, signature and lifetime itself,
/// and a route without a word about access needs a token.
/// </summary>
public static class Tokens
{
    /// <summary>The audience that a token must name.</summary>
    public const string Audience = "geborgen";

    /// <summary>Longest time between a token's issue and its end.</summary>
    public static readonly TimeSpan LongestLifetime = TimeSpan.FromMinutes(5);

    internal const string RoleClaim = "role";

    /// <summary>Checks tokens of the realm <c>geborgen</c> at the service <c>keycloak</c>.</summary>
    public static void AddTokens(this WebApplicationBuilder builder)
    {
        // A token with a new key waits for that key; by default it would be refused while the key is fetched aside.
        AppContext.SetSwitch("Switch.Microsoft.IdentityModel.UpdateConfigAsBlocking", true);
        var authority = Authority(builder.Configuration, builder.Environment);
        builder.Services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer();
        builder.Services.AddOptions<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme).Configure<TimeProvider>((options, clock) =>
        {
            options.Authority = authority;
            options.RequireHttpsMetadata = !builder.Environment.IsDevelopment();
            options.BackchannelTimeout = TimeSpan.FromSeconds(5);
            // A new key is fetched when a token names it, at most this often.
            options.RefreshInterval = TimeSpan.FromSeconds(10);
            Check(options, clock);
            options.TokenValidationParameters.ValidIssuer = authority;
        });
        builder.Services.AddReadyCheck<SigningKeysCheck>("signing-keys");
    }

    /// <summary>
    /// Checks the tokens that a host gave itself, by the same rules. Its keys are at hand and nobody else signs with them, so that who
    /// issued a token needs no checking.
    /// </summary>
    public static void AddOwnTokens(this WebApplicationBuilder builder, Func<IServiceProvider, IEnumerable<SecurityKey>> keys)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddAuthentication().AddJwtBearer();
        builder.Services.AddOptions<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme).Configure<TimeProvider, IServiceProvider>((options, clock, services) =>
        {
            Check(options, clock);
            options.TokenValidationParameters.ValidateIssuer = false;
            options.TokenValidationParameters.IssuerSigningKeyResolver = (_, _, _, _) => keys(services);
        });
    }

    static void Check(JwtBearerOptions options, TimeProvider clock)
    {
        options.TokenHandlers.Clear();
        options.TokenHandlers.Add(new AccessTokens(clock) { MapInboundClaims = false });
        options.TokenValidationParameters = new TokenValidationParameters
        {
            ValidAudience = Audience,
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.EcdsaSha256],
            ClockSkew = TimeSpan.FromSeconds(10),
            // By itself the library would ask the machine.
            LifetimeValidator = (from, until, _, parameters) => Lives(from, until, clock.GetUtcNow().UtcDateTime, parameters.ClockSkew),
            NameClaimType = "sub",
            RoleClaimType = RoleClaim,
        };
    }

    internal static void DenyByDefault(this IServiceCollection services) => services.AddAuthorizationBuilder()
        .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());

    static bool Lives(DateTime? from, DateTime? until, DateTime now, TimeSpan skew) =>
        (from is null || from <= now + skew) && until >= now - skew;

    static string Authority(ConfigurationManager configuration, IWebHostEnvironment environment)
    {
        var server = configuration["services:keycloak:https:0"] ?? configuration["services:keycloak:http:0"]
            ?? throw new InvalidOperationException("The address of the identity provider is missing (services:keycloak:https:0).");
        if (!environment.IsDevelopment() && !server.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
            throw new InvalidOperationException($"The identity provider must be reached over https in {environment.EnvironmentName}.");
        return server.TrimEnd('/') + "/realms/geborgen";
    }
}
