using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace Geborgen.EndToEnd.Tests;

/// <summary>Systems and people who ask the gateway of a platform something, with real tokens.</summary>
sealed class Callers(int firstPort) : IDisposable
{
    static readonly TimeSpan TokenUse = TimeSpan.FromMinutes(2);

    readonly ConcurrentDictionary<string, (long TakenAt, Task<string> Token)> tokens = [];
    // The traces are those that a test starts, not those of its client.
    readonly HttpClient gateway = new(new SocketsHttpHandler { ActivityHeadersPropagator = null }) { BaseAddress = new($"http://localhost:{firstPort}") };

    public void Dispose() => gateway.Dispose();

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

    Task<string> TokenAsync(string caller) => tokens.AddOrUpdate(
        caller,
        _ => (Stopwatch.GetTimestamp(), TakeTokenAsync(caller)),
        (_, had) => Stopwatch.GetElapsedTime(had.TakenAt) < TokenUse && !had.Token.IsFaulted
            ? had
            : (Stopwatch.GetTimestamp(), TakeTokenAsync(caller))).Token;

    async Task<string> TakeTokenAsync(string caller)
    {
        var form = caller.EndsWith("-case-system", StringComparison.Ordinal)
            ? new Dictionary<string, string> { ["grant_type"] = "client_credentials", ["client_id"] = caller, ["client_secret"] = "development-only" }
            : new() { ["grant_type"] = "password", ["client_id"] = "development-cli", ["username"] = caller, ["password"] = "geborgen" };
        using var content = new FormUrlEncodedContent(form);
        using var answer = await gateway.PostAsync(new Uri($"http://localhost:{firstPort + 1}/realms/geborgen/protocol/openid-connect/token"), content);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("access_token").GetString()!;
    }
}
