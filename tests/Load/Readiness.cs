using System.Net;

namespace Geborgen.Load;

/// <summary>The gateway's word that everything behind it is ready.</summary>
internal static class Readiness
{
    static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(20);

    public static async Task WaitAsync(Uri gateway, CancellationToken cancellation)
    {
        using var client = new HttpClient { BaseAddress = gateway };
        while (!await IsReadyAsync(client, cancellation))
            await Task.Delay(Breath, cancellation);
    }

    static async Task<bool> IsReadyAsync(HttpClient client, CancellationToken cancellation)
    {
        try
        {
            using var answer = await client.GetAsync(new Uri("/health/ready", UriKind.Relative), cancellation);
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
