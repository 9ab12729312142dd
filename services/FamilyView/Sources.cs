using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization;
using Geborgen.ServiceDefaults;

namespace Geborgen.FamilyView;

/// <summary>
/// Reads words where they are kept, with the caller's own token and processing activity: no secondary path skips a
/// rule of the source. A source that does not answer is said to be not reachable, never to hold nothing.
/// </summary>
sealed class Sources(IHttpClientFactory clients, OrganisationRegistry registry, ILogger<Sources> log)
{
    /// <summary>How long a source may take; who reads the skeleton is not kept waiting longer.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>Reads a list of a service about a family.</summary>
    /// <param name="service">The service.</param>
    /// <param name="municipality">The municipality whose instance of that service holds the words.</param>
    /// <param name="path">The path below the service's version, without a leading slash.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<SourceAnswer> Read(string service, string municipality, string path, CancellationToken ct)
    {
        if (registry.Current.Services.FirstOrDefault(run => run.Service == service && run.Municipalities.Contains(municipality)) is not { } run)
            return SourceAnswer.NotReachable;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        try
        {
            using var answer = await clients.CreateClient(nameof(Sources)).GetAsync(
                new Uri($"{run.Address.TrimEnd('/')}/{municipality}/{service}/v1/{path}"), patience.Token);
            if (answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Forbidden)
                return SourceAnswer.NotForCaller;
            answer.EnsureSuccessStatusCode();
            var list = await answer.Content.ReadFromJsonAsync<Listed>(patience.Token);
            return new(SourceStatus.Read, list!.Items);
        }
        catch (Exception failure) when (failure is HttpRequestException or JsonException
            || failure is OperationCanceledException && !ct.IsCancellationRequested)
        {
            log.LogWarning("{Instance} was not readable: {Failure}", run.Instance, failure.GetType().Name);
            return SourceAnswer.NotReachable;
        }
    }

    sealed record Listed([property: JsonRequired] IReadOnlyList<JsonElement> Items);
}

/// <summary>What a source answered.</summary>
/// <param name="Status">Whether it could be read.</param>
/// <param name="Items">What it answered, as it said it; absent when it was not read.</param>
public sealed record SourceAnswer(
    SourceStatus Status,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<JsonElement>? Items = null)
{
    internal static SourceAnswer NotReachable { get; } = new(SourceStatus.NotReachableNow);

    internal static SourceAnswer NotForCaller { get; } = new(SourceStatus.NotForYou);
}

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

static class SourcesHosting
{
    /// <summary>
    /// Adds <see cref="Sources"/>. No retries and no circuit breaker: the reader waits two seconds in all, and one
    /// organisation's trouble must not close the way to another.
    /// </summary>
    public static void AddSources(this IServiceCollection services)
    {
        services.AddSingleton<Sources>();
        services.AddHttpClient(nameof(Sources))
            .RemoveAllResilienceHandlers()
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false })
            .AddForwardedToken();
    }
}
