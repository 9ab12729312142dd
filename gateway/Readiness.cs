using System.Text.Json;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Yarp.ReverseProxy;

namespace Geborgen.Gateway;

/// <summary>
/// Whether everything behind the gateway is ready, for scripts and people: each instance is asked, and degraded (its bus
/// or its lag) is not ready here. Load balancers ask <c>/health/live</c>.
/// </summary>
sealed class Readiness(IProxyStateLookup proxy, HealthCheckService own) : IDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    // No retries and no tracing: the answer is about this moment.
    readonly HttpClient client = new(new SocketsHttpHandler { ActivityHeadersPropagator = null }) { Timeout = Patience };

    public void Dispose() => client.Dispose();

    internal async Task<JsonHttpResult<Answered>> Answer(CancellationToken cancellationToken)
    {
        var states = await Task.WhenAll(proxy.GetClusters().Select(async cluster =>
            (cluster.ClusterId, State: await StateOf(cluster.Destinations.Values.Select(replica => replica.Model.Config.Address), cancellationToken))));
        var keys = await own.CheckHealthAsync(check => check.Tags.Contains(Health.Ready), cancellationToken);
        var checks = states.ToDictionary(state => state.ClusterId, state => state.State);
        foreach (var (name, entry) in keys.Entries)
            checks[name] = Health.Name(entry.Status);
        var ready = checks.Values.All(state => state == Health.Name(HealthStatus.Healthy));
        return TypedResults.Json(new Answered(ready ? "ready" : "notReady", checks),
            statusCode: ready ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }

    async Task<string> StateOf(IEnumerable<string> replicas, CancellationToken cancellationToken)
    {
        var states = await Task.WhenAll(replicas.Select(address => Ask(address, cancellationToken)));
        return states.FirstOrDefault(state => state != Health.Name(HealthStatus.Healthy)) ?? (states.Length > 0 ? states[0] : "unreachable");
    }

    async Task<string> Ask(string address, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await client.GetAsync(new Uri(new Uri(address), "/health/ready"), cancellationToken);
            return (await response.Content.ReadFromJsonAsync<Reported>(cancellationToken))?.Status ?? "unreadable";
        }
        catch (HttpRequestException)
        {
            return "unreachable";
        }
        catch (JsonException)
        {
            return "unreadable";
        }
        catch (TaskCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return "silent";
        }
    }

    sealed record Reported(string? Status);

    /// <param name="Status"><c>ready</c> or <c>notReady</c>.</param>
    /// <param name="Checks">Per instance behind the gateway its state.</param>
    internal sealed record Answered(string Status, IReadOnlyDictionary<string, string> Checks);
}
