using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Testing;
using Geborgen.Support;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Geborgen.EndToEnd.Tests;

/// <summary>One platform, and tests that break it: one at a time.</summary>
[CollectionDefinition]
public sealed class OnOnePlatform : ICollectionFixture<Platform>;

/// <summary>
/// The whole platform as AppHost describes it, with data and ports of its own. It is stopped as by Ctrl-C, and must then
/// have left no process.
/// </summary>
public sealed class Platform : IAsyncLifetime
{
    readonly TemporaryFolder data = new("endtoend");
    readonly Callers callers;
    DistributedApplication? application;

    public Platform()
    {
        FirstPort = FreePorts.Next(inARow: PortsOfAPlatform);
        callers = new(FirstPort);
    }

    /// <summary>How many ports in a row a platform takes at most.</summary>
    public const int PortsOfAPlatform = 20;

    /// <summary>The gateway's port.</summary>
    public int FirstPort { get; }

    /// <summary>What runs.</summary>
    public DistributedApplication Application => application ?? throw new InvalidOperationException("The platform does not run yet.");

    /// <summary>A database or the broker, with credentials.</summary>
    public async Task<string> ConnectionStringOfAsync(string resource) => (await Application.GetConnectionStringAsync(resource))!;

    /// <summary>The process that Aspire started for a resource, once it runs.</summary>
    public async Task<int> ProcessOfAsync(string resource, CancellationToken ct)
    {
        var state = await Application.Services.GetRequiredService<ResourceNotificationService>().WaitForResourceAsync(
            resource, running => running.Snapshot.State?.Text == KnownResourceStates.Running && Process(running.Snapshot) is not null, ct);
        return Convert.ToInt32(Process(state.Snapshot), CultureInfo.InvariantCulture);

        static object? Process(CustomResourceSnapshot snapshot) => snapshot.Properties.FirstOrDefault(one => one.Name == "executable.pid")?.Value;
    }

    /// <summary>Sends a signal to the process of a resource and all that it started.</summary>
    public async Task SignalAsync(string resource, int signal, CancellationToken ct) =>
        Processes.Send(signal, Processes.FamilyOf(await ProcessOfAsync(resource, ct)));

    public async ValueTask InitializeAsync()
    {
        var builder = await DistributedApplicationTestingBuilder.CreateAsync<Projects.AppHost>(
            [$"--GEBORGEN_DATA={data.Path}", $"--GEBORGEN_PORT_BASE={FirstPort}", "--DcpPublisher:RandomizePorts=false",
             "--Logging:LogLevel:Geborgen.AppHost.Resources=None"], (options, _) => options.DisableDashboard = false);
        application = await builder.BuildAsync();
        await application.StartAsync();
        await WaitUntilReadyAsync();
    }

    /// <summary>Waits until everything behind the gateway is ready; each test starts here.</summary>
    public Task WaitUntilReadyAsync() => Eventually.IsTrueAsync(
        "the platform is ready", TimeSpan.FromMinutes(10), async ct => await ReadinessAsync(ct) == HttpStatusCode.OK);

    /// <summary>The status of the gateway's answer whether everything is ready; null when there is no answer.</summary>
    public Task<HttpStatusCode?> ReadinessAsync(CancellationToken ct) => callers.ReadinessAsync(ct);

    /// <summary>Asks the gateway something as a caller: a system's client id or a user's name.</summary>
    public Task<HttpResponseMessage> SendAsync(
        string caller, HttpMethod method, string path, CancellationToken ct, string? json = null, params (string Name, string Value)[] headers) =>
        callers.SendAsync(caller, method, path, ct, json, headers);

    /// <summary>A family as the family view shows it to a caller.</summary>
    public Task<HttpResponseMessage> ViewAsync(string caller, Guid family, CancellationToken ct, string query = "") =>
        SendAsync(caller, HttpMethod.Get, $"/family-view/v1/families/{family}{query}", ct);

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
        await using var database = NpgsqlDataSource.Create(await ConnectionStringOfAsync($"{instance}-database"));
        await using var command = database.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync(ct);
        List<T> found = [];
        while (await reader.ReadAsync(ct))
            found.Add(reader.GetFieldValue<T>(0));
        return found;
    }

    public async ValueTask DisposeAsync()
    {
        callers.Dispose();
        using (data)
        {
            if (application is not null)
                await application.DisposeAsync();
            await Eventually.IsTrueAsync("nothing is left behind", TimeSpan.FromSeconds(30), ct => Task.FromResult(Processes.Mentioning(data.Path).Count == 0));
        }
    }

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
}
