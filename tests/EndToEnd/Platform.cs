using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Geborgen.AppHost.Embedded;
using Geborgen.EndToEnd.Tests;
using Geborgen.Support;
using Npgsql;
using Xunit.Sdk;
using Xunit.v3;

[assembly: AssemblyFixture(typeof(Platform))]
// One platform, and tests that break it: one at a time.
[assembly: Parallelization(Mode = ParallelMode.None)]

namespace Geborgen.EndToEnd.Tests;

/// <summary>
/// The whole platform as <c>deploy/run.sh</c> starts it, with data and ports of its own. It is stopped as by Ctrl-C,
/// and must then have left no process.
/// </summary>
public sealed class Platform : IAsyncLifetime
{
    static readonly TimeSpan TokenUse = TimeSpan.FromMinutes(2);

    readonly TemporaryFolder data = new("endtoend");
    readonly ConcurrentDictionary<string, (long TakenAt, Task<string> Token)> tokens = [];
    readonly HttpClient gateway;
    readonly RunningAppHost appHost;

    public Platform()
    {
        FirstPort = FreePorts.Next();
        while (!FreePorts.IsFree(FirstPort + 1) || !FreePorts.IsFree(FirstPort + 2))
            FirstPort = FreePorts.Next();
        // The traces are those that a test starts, not those of its client.
        gateway = new(new SocketsHttpHandler { ActivityHeadersPropagator = null }) { BaseAddress = new($"http://localhost:{FirstPort}") };
        appHost = RunningAppHost.Start(data.Path, FirstPort, dashboard: WithDashboard);
    }

    /// <summary>Whether the dashboard runs too: unless a machine that can't get it says so, so that nobody goes without it unseen.</summary>
    public static bool WithDashboard { get; } = Environment.GetEnvironmentVariable("GEBORGEN_DASHBOARD") != "off";

    /// <summary>The gateway's port.</summary>
    public int FirstPort { get; }

    /// <summary>What AppHost says of a resource; null when it has none of that name.</summary>
    public JsonElement? Resource(string name) =>
        appHost.Resources() is { } all && all.TryGetValue(name, out var found) ? found : null;

    public string UrlOf(string resource) => Resource(resource)!.Value.GetProperty("url").GetString()!;

    public string ConnectionStringOf(string resource) => Resource(resource)!.Value.GetProperty("connectionString").GetString()!;

    /// <summary>Sends a signal to all processes of a resource.</summary>
    public void Signal(string resource, int signal) => Processes.Send(signal, appHost.ProcessesOf(resource));

    public async ValueTask InitializeAsync() => await WaitUntilReadyAsync();

    /// <summary>Waits until everything behind the gateway is ready; each test starts here.</summary>
    public Task WaitUntilReadyAsync() => Eventually.IsTrueAsync("the platform is ready", TimeSpan.FromMinutes(4), async ct =>
    {
        if (appHost.HasEnded)
            throw new InvalidOperationException((await appHost.EndAsync(ct)).Output);
        return await ReadinessAsync(ct) == HttpStatusCode.OK;
    });

    /// <summary>The status of the gateway's answer whether everything is ready; null when there is no answer.</summary>
    public async Task<HttpStatusCode?> ReadinessAsync(CancellationToken ct)
    {
        try
        {
            using var answer = await gateway.GetAsync(new Uri("/health/ready", UriKind.Relative), ct);
            return answer.StatusCode;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    /// <summary>Asks the gateway something as a caller: a system's client id or a user's name.</summary>
    public async Task<HttpResponseMessage> SendAsync(
        string caller, HttpMethod method, string path, CancellationToken ct, string? json = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await TokenAsync(caller));
        foreach (var (name, value) in headers)
            request.Headers.Add(name, value);
        if (json is not null)
            request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        return await gateway.SendAsync(request, ct);
    }

    /// <summary>A family as the family view shows it to a caller.</summary>
    public Task<HttpResponseMessage> ViewAsync(string caller, Guid family, CancellationToken ct, string query = "") =>
        SendAsync(caller, HttpMethod.Get, $"/family-view/v1/families/{family}{query}", ct, null, ("Processing-Activity", "safety-assessment"));

    /// <summary>The family once it has reached the family view.</summary>
    public Task<JsonElement> SeeFamilyAsync(string caller, Guid family) => SeeAsync(caller, family, "", Whole);

    /// <summary>The family with its words, once their source is in that state: <c>read</c> or <c>notReachableNow</c>.</summary>
    public Task<JsonElement> SeeFamilyAsync(string caller, Guid family, string words) => SeeAsync(
        caller, family, "?expand=members,contacts",
        seen => Whole(seen) && seen.GetProperty("expanded").EnumerateObject().All(source => source.Value.GetProperty("status").GetString() == words));

    // Involvement and skeleton arrive beside each other: a family can be in reach a moment before its contact is shown.
    static bool Whole(JsonElement seen) =>
        seen.GetProperty("openedAt").ValueKind != JsonValueKind.Null && seen.GetProperty("contacts").GetArrayLength() > 0;

    /// <summary>The first column of what a query finds in the database of an instance.</summary>
    public async Task<List<T>> QueryAsync<T>(string instance, string sql, CancellationToken ct)
    {
        await using var database = NpgsqlDataSource.Create(ConnectionStringOf($"{instance}-database"));
        await using var command = database.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync(ct);
        List<T> found = [];
        while (await reader.ReadAsync(ct))
            found.Add(reader.GetFieldValue<T>(0));
        return found;
    }

    public async ValueTask DisposeAsync()
    {
        gateway.Dispose();
        using (data)
        await using (appHost)
        {
            appHost.Terminate();
            using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
            var (code, output) = await appHost.EndAsync(patience.Token);
            Assert.True(code == 0, output);
            Assert.Empty(appHost.Children);
        }
    }

    Task<string> TokenAsync(string caller) => tokens.AddOrUpdate(
        caller,
        _ => (Stopwatch.GetTimestamp(), TakeTokenAsync(caller)),
        (_, had) => Stopwatch.GetElapsedTime(had.TakenAt) < TokenUse && !had.Token.IsFaulted
            ? had
            : (Stopwatch.GetTimestamp(), TakeTokenAsync(caller))).Token;

    Task<JsonElement> SeeAsync(string caller, Guid family, string query, Predicate<JsonElement> isExpected) =>
        Eventually.SeeAsync<JsonElement>($"{caller} sees the family", TimeSpan.FromMinutes(1), async ct =>
        {
            using var answer = await ViewAsync(caller, family, ct, query);
            if (answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.ServiceUnavailable)
                return null;
            answer.EnsureSuccessStatusCode();
            var body = await answer.Content.ReadFromJsonAsync<JsonElement>(ct);
            return isExpected(body) ? body : null;
        });

    async Task<string> TakeTokenAsync(string caller)
    {
        var form = caller.EndsWith("-case-system", StringComparison.Ordinal)
            ? new Dictionary<string, string> { ["grant_type"] = "client_credentials", ["client_id"] = caller, ["client_secret"] = "development-only" }
            : new() { ["grant_type"] = "password", ["client_id"] = "development-cli", ["username"] = caller, ["password"] = "geborgen" };
        using var content = new FormUrlEncodedContent(form);
        using var answer = await gateway.PostAsync(new Uri($"http://localhost:{FirstPort + 1}/realms/geborgen/protocol/openid-connect/token"), content);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("access_token").GetString()!;
    }
}
