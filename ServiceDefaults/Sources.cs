using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Geborgen.ServiceDefaults;

/// <summary>
/// Reads words where they are kept, with the caller's own token and processing activity: no secondary path skips a
/// rule of the source. A source that does not answer is said to be not reachable, never to hold nothing.
/// </summary>
public sealed class Sources(IHttpClientFactory clients, OrganisationRegistry registry, ILogger<Sources> log)
{
    /// <summary>How long a source may take from when it is asked; who reads the rest is not kept waiting longer.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>How long one that can't even be connected to is tried.</summary>
    internal static readonly TimeSpan ConnectPatience = TimeSpan.FromSeconds(2);

    /// <summary>
    /// So many questions are put to a source at once. Twenty readers of whole families ask two hundred: were all put at once, each would
    /// wait for all others there, and a source that answers them one after the other would seem away. Waiting for one's turn here is not
    /// the source's time.
    /// </summary>
    const int AtOnce = 16;

    /// <summary>How long a turn is waited for: a source that answers nobody keeps nobody longer.</summary>
    static readonly TimeSpan TurnPatience = TimeSpan.FromSeconds(10);

    readonly ConcurrentDictionary<string, SemaphoreSlim> turns = new(StringComparer.Ordinal);

    // A source of a later version may say more than is read here.
    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        RespectNullableAnnotations = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    /// <summary>The services that organisations run for a municipality; those that the region shares are no source.</summary>
    public IReadOnlyList<string> Of(string municipality) =>
        [.. Runs(municipality).Select(run => run.Service).Order(StringComparer.Ordinal)];

    /// <summary>Reads something of a service.</summary>
    public async Task<SourceReading<T>> Read<T>(string service, string municipality, string path, CancellationToken ct) where T : class
    {
        if (Runs(municipality).FirstOrDefault(run => run.Service == service) is not { } run)
            return new(SourceStatus.NotReachableNow);
        var turn = turns.GetOrAdd(run.Instance, _ => new(AtOnce));
        if (!await turn.WaitAsync(TurnPatience, ct))
            return NotReachable<T>(run, "no turn");
        try
        {
            return await Ask<T>(run, $"{run.Address.TrimEnd('/')}/{municipality}/{service}/v1/{path}", ct);
        }
        finally
        {
            turn.Release();
        }
    }

    async Task<SourceReading<T>> Ask<T>(ServiceRun run, string address, CancellationToken ct) where T : class
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        try
        {
            using var answer = await clients.CreateClient(nameof(Sources)).GetAsync(
                new Uri(address), patience.Token);
            if (answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Forbidden)
                return new(SourceStatus.NotForYou);
            answer.EnsureSuccessStatusCode();
            return new(
                SourceStatus.Read,
                await answer.Content.ReadFromJsonAsync<T>(Json, patience.Token) ?? throw new JsonException("There is nothing in the answer."),
                ETags.Version(answer.Headers.ETag?.ToString()));
        }
        catch (Exception failure) when (failure is HttpRequestException or JsonException
            || failure is OperationCanceledException && !ct.IsCancellationRequested)
        {
            return NotReachable<T>(run, failure.GetType().Name);
        }
    }

    SourceReading<T> NotReachable<T>(ServiceRun run, string why) where T : class
    {
        log.LogWarning("{Instance} was not readable: {Failure}", run.Instance, why);
        return new(SourceStatus.NotReachableNow);
    }

    IEnumerable<ServiceRun> Runs(string municipality) =>
        registry.Current.Services.Where(run => !run.Shared && run.Municipalities.Contains(municipality));
}

/// <summary>What a source answered.</summary>
/// <typeparam name="T">What was asked for.</typeparam>
/// <param name="Status">Whether it could be read.</param>
/// <param name="Content">What was read, or null.</param>
/// <param name="Version">The version of what was read; null where it has none.</param>
public sealed record SourceReading<T>(SourceStatus Status, T? Content = null, int? Version = null) where T : class;

/// <summary>Whether a source could be read.</summary>
public enum SourceStatus
{
    /// <summary>It answered.</summary>
    Read,

    /// <summary>It did not answer, or not in time. What it holds is unknown, not absent.</summary>
    NotReachableNow,

    /// <summary>It answers, but not to this caller for this processing activity.</summary>
    NotForYou,
}

/// <summary>Adds the reading of sources to a host.</summary>
public static class SourcesHosting
{
    /// <summary>
    /// Adds <see cref="Sources"/>. No retries and no circuit breaker: the reader waits no longer than said, and one
    /// organisation's trouble must not close the way to another.
    /// </summary>
    public static void AddSources(this IServiceCollection services)
    {
        services.AddSingleton<Sources>();
#pragma warning disable EXTEXP0001 // Marked as experimental; there is no other way to leave out what a default added.
        services.AddHttpClient(nameof(Sources)).RemoveAllResilienceHandlers()
#pragma warning restore EXTEXP0001
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, ConnectTimeout = Sources.ConnectPatience })
            .AddForwardedToken();
    }
}
