using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json;
using Geborgen.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Geborgen.Identity.Tests;

/// <summary>The server on a real port, with keys and a clock of its own.</summary>
public sealed class RunningIdentity : IAsyncDisposable
{
    readonly WebApplication app;
    readonly DirectoryInfo? ownKeys;

    RunningIdentity(WebApplication app, DirectoryInfo? ownKeys)
    {
        this.app = app;
        this.ownKeys = ownKeys;
        app.Services.GetRequiredService<ILoggerFactory>().AddProvider(new LogRecorder(Logged));
        Issuer = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single() + "/realms/geborgen";
    }

    public string Issuer { get; }

    /// <summary>What the server has logged since it listens.</summary>
    public ConcurrentQueue<string> Logged { get; } = new();

    public HttpClient Http { get; } = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });

    public static async Task<RunningIdentity> StartAsync(TimeProvider? clock = null, string? keys = null, IDictionary<string, string?>? settings = null)
    {
        var ownKeys = keys is null ? Directory.CreateTempSubdirectory("geborgen-identity-tests-") : null;
        var app = Build(keys ?? ownKeys!.FullName, "Development", settings, clock);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new(app, ownKeys);
    }

    /// <summary>The host as it would start in that environment; what it refuses, it refuses here.</summary>
    public static WebApplication Build(string keys, string environment, IDictionary<string, string?>? settings = null, TimeProvider? clock = null) =>
        IdentityHost.Build([$"--environment={environment}", "--urls=http://127.0.0.1:0"], builder =>
        {
            builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>(settings ?? new Dictionary<string, string?>())
            {
                ["Identity:Keys"] = keys,
            });
            builder.Services.AddSingleton(clock ?? TestDay.Clock);
        });

    public async Task<Answer> PostAsync(string path, params (string Name, string Value)[] form)
    {
        using var content = new FormUrlEncodedContent(form.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        using var answer = await Http.PostAsync(new Uri(Issuer + path), content, TestContext.Current.CancellationToken);
        return new Answer((int)answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken));
    }

    public Task<Answer> TokenAsync(params (string Name, string Value)[] form) => PostAsync("/protocol/openid-connect/token", form);

    public Task<Answer> UserTokenAsync(string user, string password = "geborgen", string client = "development-cli", string scope = "") =>
        TokenAsync(("grant_type", "password"), ("client_id", client), ("username", user), ("password", password), ("scope", scope));

    public Task<Answer> ClientTokenAsync(string client, string secret = "development-only") =>
        TokenAsync(("grant_type", "client_credentials"), ("client_id", client), ("client_secret", secret));

    public Task<JsonElement> GetAsync(string path) =>
        Http.GetFromJsonAsync<JsonElement>(new Uri(Issuer + path), TestContext.Current.CancellationToken);

    /// <summary>Checks a token as a service does, with the keys that the server publishes now.</summary>
    public async Task<TokenValidationResult> ValidateAsync(string token, bool lifetime = true) =>
        await new JsonWebTokenHandler { MapInboundClaims = false }.ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidIssuer = Issuer,
            ValidAudience = "geborgen",
            ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
            LifetimeValidator = (from, until, _, _) => !lifetime || (!(from > TestDay.Now) && until > TestDay.Now),
            IssuerSigningKeys = JsonWebKeySet.Create((await GetAsync("/protocol/openid-connect/certs")).GetRawText()).GetSigningKeys(),
        });

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await app.StopAsync(CancellationToken.None);
        await app.DisposeAsync();
        ownKeys?.Delete(recursive: true);
    }
}

public sealed record Answer(int Status, JsonElement Body)
{
    public string AccessToken => Body.GetProperty("access_token").GetString()!;

    public string Error => Body.GetProperty("error").GetString()!;

    public bool Has(string name) => Body.TryGetProperty(name, out _);
}
