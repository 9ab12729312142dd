using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Options;
using OpenIddict.Server;

namespace Geborgen.Identity;

/// <summary>
/// An OpenID Connect server that stands in for Keycloak on a machine without one: same realm files, same paths, same tokens.
/// Who is logged in and which refresh tokens live is kept in memory and ends with the process; the signing keys stay.
/// </summary>
static class IdentityHost
{
    internal static WebApplication Build(string[] args, Action<WebApplicationBuilder>? configure = null)
    {
        // Its settings stand beside the binary, wherever it is started from.
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        configure?.Invoke(builder);

        var realm = RealmReader.Read(builder.Configuration, builder.Environment);
        builder.AddHostDefaults(new ServiceDescription("identity", "Identity", "OpenID Connect server for machines without Keycloak."));
        // At a lower level OpenIddict writes down every request, user name and all.
        builder.Logging.AddFilter("OpenIddict", LogLevel.Warning).AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Warning);
        var services = builder.Services;
        services.AddSingleton(realm);
        services.AddSingleton<Passwords>().AddSingleton<Guesses>().AddSingleton<Logins>().AddSingleton<Issuer>();
        services.AddOptions<IdentityOptions>().BindConfiguration(IdentityOptions.Section);
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        services.AddAntiforgery(options => options.Cookie.Name = "geborgen-form");
        services.AddAuthentication(Login.Scheme).AddCookie(Login.Scheme, cookie => Login.Configure(cookie, realm));
        services.AddAuthorization();
        builder.AddOwnTokens(provider => provider.GetRequiredService<IOptionsMonitor<OpenIddictServerOptions>>().CurrentValue.SigningCredentials.Select(one => one.Key));

        var store = new InMemoryDatabaseRoot();
        services.AddDbContext<IdentityDb>(options => options.UseInMemoryDatabase("identity", store));
        services.AddOpenIddict()
            .AddCore(core => core.UseEntityFrameworkCore().UseDbContext<IdentityDb>().DisableBulkOperations())
            .AddServer(server => Server.Configure(server, realm));
        services.AddSigningKeys();
        services.AddHostedService<RegisterClients>();
        services.AddHostedService<ForgetTokens>();
        services.AddSingleton<RegisteredAccounts>().AddHostedService(provider => provider.GetRequiredService<RegisteredAccounts>()).AddHttpClient<Invitations>();

        var app = builder.Build();
        app.UseHostDefaults();
        app.UseOneIssuer();
        app.UseReadableForms();
        app.UseSlowGuesses(realm);
        app.UseAuthentication();
        app.UseAuthorization();
        // Keys and clients are there before the server listens, so ready is live.
        app.MapHealth();
        app.MapIdentity(realm);
        app.MapAdmin(realm);
        return app;
    }

    static void MapIdentity(this WebApplication app, Realm realm)
    {
        var routes = app.MapGroup($"/realms/{realm.Name}").AllowAnonymous();
        routes.MapPost(Server.TokenPath, Exchange.Handle);
        routes.MapGet(Server.AuthorizationPath, Authorize.Handle);
        routes.MapMethods(Server.LogoutPath, [HttpMethods.Get, HttpMethods.Post], Logout.Handle);
        routes.MapGet(Login.Path, Login.Show);
        routes.MapPost(Login.Path, Login.Submit);
        routes.MapGet(Register.Path, Register.Show);
        routes.MapPost(Register.Path, Register.Submit);
    }
}
