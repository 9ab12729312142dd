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

    // A source of a later version may say more than is read here.
    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        RespectNullableAnnotations = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    /// <summary>The services that organisations run for a municipality; those that the region shares are no source.</summary>
    public IReadOnlyList<string> Of(string municipality) =>
        [.. Runs(municipality).Select(run => run.Service).Order(StringComparer.Ordinal)];

    /// <summary>Reads a list of a service about a family.</summary>
    /// <typeparam name="T">What is listed.</typeparam>
    /// <param name="service">The service.</param>
    /// <param name="municipality">The municipality whose instance of that service holds it.</param>
    /// <param name="path">The path below the service's version, without a leading slash.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<SourceAnswer<T>> Read<T>(string service, string municipality, string path, CancellationToken ct)
    {
        if (Runs(municipality).FirstOrDefault(run => run.Service == service) is not { } run)
            return new(SourceStatus.NotReachableNow);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        try
        {
            using var answer = await clients.CreateClient(nameof(Sources)).GetAsync(
                new Uri($"{run.Address.TrimEnd('/')}/{municipality}/{service}/v1/{path}"), patience.Token);
            if (answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Forbidden)
                return new(SourceStatus.NotForYou);
            answer.EnsureSuccessStatusCode();
            var list = await answer.Content.ReadFromJsonAsync<Listed<T>>(Json, patience.Token)
                ?? throw new JsonException("There is no list in the answer.");
            return new(SourceStatus.Read, list.Items, list.Next);
        }
        catch (Exception failure) when (failure is HttpRequestException or JsonException
            || failure is OperationCanceledException && !ct.IsCancellationRequested)
        {
            log.LogWarning("{Instance} was not readable: {Failure}", run.Instance, failure.GetType().Name);
            return new(SourceStatus.NotReachableNow);
        }
    }

    IEnumerable<ServiceRun> Runs(string municipality) =>
        registry.Current.Services.Where(run => !run.Shared && run.Municipalities.Contains(municipality));

    sealed record Listed<T>([property: JsonRequired] IReadOnlyList<T> Items, string? Next = null);
}

/// <summary>What a source answered.</summary>
/// <typeparam name="T">What was asked for.</typeparam>
/// <param name="Status">Whether it could be read.</param>
/// <param name="Items">What it answered; absent when it was not read.</param>
/// <param name="Next">Where its list goes on; absent when this is all of it.</param>
public sealed record SourceAnswer<T>(
    SourceStatus Status,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<T>? Items = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Next = null);

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
#pragma warning disable EXTEXP0001 // Marked as experimental; there is no other way to leave out what a default added.
        services.AddHttpClient(nameof(Sources)).RemoveAllResilienceHandlers()
#pragma warning restore EXTEXP0001
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false })
            .AddForwardedToken();
    }
}
