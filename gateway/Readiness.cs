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
    static readonly string Healthy = Health.Name(HealthStatus.Healthy);
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    // No retries and no tracing: the answer is about this moment.
    readonly HttpClient client = new(new SocketsHttpHandler { ActivityHeadersPropagator = null }) { Timeout = Patience };

    public void Dispose() => client.Dispose();

    internal async Task<JsonHttpResult<Answered>> Answer(CancellationToken cancellationToken)
    {
        var instances = await Task.WhenAll(proxy.GetClusters().Select(async cluster =>
            (cluster.ClusterId, Said: await Ask(cluster.Destinations.Values.Select(replica => replica.Model.Config.Address), cancellationToken))));
        var keys = await own.CheckHealthAsync(check => check.Tags.Contains(Health.Ready), cancellationToken);
        var checks = instances.ToDictionary(instance => instance.ClusterId, instance => instance.Said.Status ?? "unreadable");
        foreach (var (name, entry) in keys.Entries)
            checks[name] = Health.Name(entry.Status);
        var reasons = keys.Reasons();
        foreach (var (instance, said) in instances.Where(instance => instance.Said.Reasons is { Count: > 0 }))
            reasons[instance] = string.Join(' ', said.Reasons!.Values);
        var ready = checks.Values.All(state => state == Healthy);
        return TypedResults.Json(new Answered(ready ? "ready" : "notReady", checks, reasons),
            statusCode: ready ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }

    async Task<Reported> Ask(IEnumerable<string> replicas, CancellationToken cancellationToken)
    {
        var said = await Task.WhenAll(replicas.Select(address => Ask(address, cancellationToken)));
        return said.FirstOrDefault(replica => replica.Status != Healthy) ?? said.FirstOrDefault() ?? new("unreachable");
    }

    async Task<Reported> Ask(string address, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await client.GetAsync(new Uri(new Uri(address), "/health/ready"), cancellationToken);
            return await response.Content.ReadFromJsonAsync<Reported>(cancellationToken) ?? new("unreadable");
        }
        catch (HttpRequestException)
        {
            return new("unreachable");
        }
        catch (JsonException)
        {
            return new("unreadable");
        }
        catch (TaskCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new("silent");
        }
    }

    sealed record Reported(string? Status, IReadOnlyDictionary<string, string>? Reasons = null);

    /// <param name="Status"><c>ready</c> or <c>notReady</c>.</param>
    /// <param name="Checks">Per instance behind the gateway its state.</param>
    /// <param name="Reasons">What an instance that is not healthy says of it.</param>
    internal sealed record Answered(string Status, IReadOnlyDictionary<string, string> Checks, IReadOnlyDictionary<string, string> Reasons);
}
