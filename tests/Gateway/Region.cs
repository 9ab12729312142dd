using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text.Json;
using Geborgen.ServiceDefaults;
using Geborgen.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Geborgen.Gateway.Tests;

/// <summary>The gateway on a real server, before two municipalities and the shared family view, with a registry of its own.</summary>
public sealed class Region : IAsyncDisposable
{
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("geborgen-gateway-");
    WebApplication gateway = null!;

    public TokenIssuer Issuer { get; private set; } = null!;
    public Upstream Utrecht { get; private set; } = null!;
    public Upstream Zeist { get; private set; } = null!;
    public Upstream Investigation { get; private set; } = null!;

    public Upstream Planning { get; private set; } = null!;
    public Upstream FamilyView { get; private set; } = null!;
    public ConcurrentQueue<string> Logged { get; } = [];
    public HttpClient Client { get; private set; } = null!;
    public static CancellationToken Stop => TestContext.Current.CancellationToken;

    string Registry => Path.Combine(folder.FullName, "organisations.json");

    public static async Task<Region> StartAsync(params string[] settings)
    {
        var region = new Region
        {
            Issuer = await TokenIssuer.StartAsync(),
            Utrecht = await Upstream.StartAsync("utrecht"),
            Zeist = await Upstream.StartAsync("zeist"),
            Investigation = await Upstream.StartAsync("investigation"),
            Planning = await Upstream.StartAsync("planning"),
            FamilyView = await Upstream.StartAsync("family-view"),
        };
        File.Copy(Path.Combine(AppContext.BaseDirectory, "organisations.json"), region.Registry);
        region.gateway = GatewayHost.Build(
        [
            "--environment=Development",
            "--urls=http://127.0.0.1:0",
            $"--Organisations:Path={region.Registry}",
            $"--services:keycloak:http:0={region.Issuer.Address}",
            $"--services:intake-gm0344:http:0={region.Utrecht.Address}",
            $"--services:intake-gm0355:http:0={region.Zeist.Address}",
            $"--services:investigation:http:0={region.Investigation.Address}",
            $"--services:planning-gm0344:http:0={region.Planning.Address}",
            $"--services:planning-gm0355:http:0={region.Planning.Address}",
            $"--services:family-view:http:0={region.FamilyView.Address}",
            .. settings,
        ], builder =>
        {
            builder.Services.AddSingleton<TimeProvider>(TestDay.Clock);
            builder.Logging.ClearProviders().AddProvider(new LogRecorder(region.Logged));
        });
        await region.gateway.StartAsync(Stop);
        region.Client = new HttpClient { BaseAddress = new Uri(region.gateway.Urls.Single()) };
        return region;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await gateway.DisposeAsync();
        await Utrecht.DisposeAsync();
        await Zeist.DisposeAsync();
        await Investigation.DisposeAsync();
        await Planning.DisposeAsync();
        await FamilyView.DisposeAsync();
        await Issuer.DisposeAsync();
        folder.Delete(recursive: true);
    }

    /// <summary>Lets what is under way end.</summary>
    public Task StopAsync() => gateway.StopAsync(Stop);

    public Task<string> ReadRegistry() => File.ReadAllTextAsync(Registry, Stop);

    /// <summary>Replaces the registry in one step, as a deployment does.</summary>
    public async Task ReplaceRegistry(string text)
    {
        var next = Registry + ".next";
        await File.WriteAllTextAsync(next, text, Stop);
        File.Move(next, Registry, overwrite: true);
    }

    public async Task<HttpResponseMessage> Get(string path, string? token = null, string? activity = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (activity is not null)
            request.Headers.Add(TokenForwarding.ProcessingActivityHeader, activity);
        return await Client.SendAsync(request, Stop);
    }

    public static async Task<JsonElement> Json(HttpResponseMessage response) =>
        JsonElement.Parse(await response.Content.ReadAsStringAsync(Stop));

    public static async Task Problem(HttpResponseMessage response, int status, string code)
    {
        var text = await response.Content.ReadAsStringAsync(Stop);
        Assert.True((int)response.StatusCode == status, $"{(int)response.StatusCode} instead of {status}: {text}");
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("urn:geborgen:problem:" + code, JsonElement.Parse(text).GetProperty("type").GetString());
    }

    /// <summary>Waits until something holds; the test's own time limit ends the wait.</summary>
    public static async Task Until(Func<Task<bool>> holds)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        limit.CancelAfter(TimeSpan.FromSeconds(20));
        while (!await holds())
            await Task.Delay(20, limit.Token);
    }
}
