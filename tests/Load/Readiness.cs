using System.Diagnostics;

namespace Geborgen.Load;

/// <summary>The gateway's word that everything behind it is ready.</summary>
internal static class Readiness
{
    static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(20), Patience = TimeSpan.FromMinutes(2);

    /// <exception cref="InvalidOperationException">It is not said in time.</exception>
    public static async Task WaitAsync(Uri gateway, CancellationToken cancellation)
    {
        using var client = new HttpClient { BaseAddress = gateway };
        for (var since = Stopwatch.GetTimestamp(); await FindHindranceAsync(client, cancellation) is { } hindrance; await Task.Delay(Breath, cancellation))
            if (Stopwatch.GetElapsedTime(since) > Patience)
                throw new InvalidOperationException($"The platform is not ready after {Patience.TotalMinutes} minutes: {hindrance}");
    }

    static async Task<string?> FindHindranceAsync(HttpClient client, CancellationToken cancellation)
    {
        try
        {
            using var answer = await client.GetAsync(new Uri("/health/ready", UriKind.Relative), cancellation);
            return answer.IsSuccessStatusCode ? null : await answer.Content.ReadAsStringAsync(cancellation);
        }
        catch (HttpRequestException notListening)
        {
            return notListening.Message;
        }
    }
}
