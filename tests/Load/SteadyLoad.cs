using System.Diagnostics;

namespace Geborgen.Load;

/// <summary>The same call again and again over a number of connections, each as soon as the last was answered.</summary>
internal static class SteadyLoad
{
    public static async Task<LoadRun> RunAsync(
        int connections, LoadOptions options, Func<CancellationToken, Task> send, CancellationToken cancellation, Action? atEdge = null)
    {
        using var failed = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var (stop, measuring) = (false, false);
        long answered = 0;
        var workers = Enumerable.Range(0, connections).Select(_ => Task.Run(WorkAsync, cancellation)).ToList();
        try
        {
            await Task.Delay(TimeSpan.FromSeconds(options.Warmup), failed.Token);
            Volatile.Write(ref measuring, true);
            atEdge?.Invoke();
            var (since, before) = (Stopwatch.GetTimestamp(), Interlocked.Read(ref answered));
            await Task.Delay(TimeSpan.FromSeconds(options.Seconds), failed.Token);
            var (took, after) = (Stopwatch.GetElapsedTime(since), Interlocked.Read(ref answered));
            atEdge?.Invoke();
            Volatile.Write(ref measuring, false);
            Volatile.Write(ref stop, true);
            var times = await Task.WhenAll(workers);
            return new(answered, after - before, took, new([.. times.SelectMany(one => one)]));
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // A worker failed and ended the others; its own exception says why.
            await Task.WhenAll(workers);
            throw;
        }

        async Task<List<double>> WorkAsync()
        {
            List<double> times = [];
            try
            {
                while (!Volatile.Read(ref stop))
                {
                    var (since, counts) = (Stopwatch.GetTimestamp(), Volatile.Read(ref measuring));
                    await send(failed.Token);
                    Interlocked.Increment(ref answered);
                    if (counts)
                        times.Add(Stopwatch.GetElapsedTime(since).TotalMilliseconds);
                }
                return times;
            }
            catch
            {
                await failed.CancelAsync();
                throw;
            }
        }
    }
}

/// <summary>What a load achieved.</summary>
/// <param name="Total">Calls answered in all.</param>
/// <param name="Measured">Calls answered while it was measured.</param>
/// <param name="Took">How long that was.</param>
/// <param name="Times">How long the answers took.</param>
internal sealed record LoadRun(long Total, long Measured, TimeSpan Took, Times Times)
{
    public double PerSecond => Measured / Took.TotalSeconds;
}
