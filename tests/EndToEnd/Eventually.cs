namespace Geborgen.EndToEnd.Tests;

static class Eventually
{
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>Looks again and again until there is something to see.</summary>
    /// <exception cref="TimeoutException">It was not there within <paramref name="patience"/>.</exception>
    public static async Task<T> SeeAsync<T>(string what, TimeSpan patience, Func<CancellationToken, Task<T?>> look) where T : struct
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        enough.CancelAfter(patience);
        try
        {
            while (true)
            {
                if (await look(enough.Token) is T seen)
                    return seen;
                await Task.Delay(Pause, enough.Token);
            }
        }
        catch (OperationCanceledException) when (!TestContext.Current.CancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"Not within {patience.TotalSeconds:0} s: {what}.");
        }
    }

    /// <summary>Looks again and again until it is true.</summary>
    /// <exception cref="TimeoutException">It was not within <paramref name="patience"/>.</exception>
    public static Task IsTrueAsync(string what, TimeSpan patience, Func<CancellationToken, Task<bool>> look) =>
        SeeAsync(what, patience, async ct => await look(ct) ? (bool?)true : null);
}
