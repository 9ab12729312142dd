using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Geborgen.AppHost;

/// <summary>Aspire does not start again what crashed. Here it is, after a pause that doubles with each crash in a row.</summary>
static class Crashes
{
    static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(1), LongestPause = TimeSpan.FromMinutes(1), Forgotten = TimeSpan.FromMinutes(2);

    public static void RestartWhatCrashed(this IDistributedApplicationBuilder builder)
    {
        ConcurrentDictionary<string, (TimeSpan Pause, long At)> crashes = [];
        builder.Eventing.Subscribe<ResourceStoppedEvent>((stopped, cancellation) =>
        {
            // Who was asked to stop ends with 0.
            if (stopped.ResourceEvent.Snapshot.ExitCode is not (null or 0))
                _ = RestartAsync(stopped, crashes.AddOrUpdate(stopped.Resource.Name, _ => After(TimeSpan.Zero), (_, last) => After(
                    Stopwatch.GetElapsedTime(last.At) < Forgotten ? last.Pause : TimeSpan.Zero)).Pause);
            return Task.CompletedTask;
        });

        static (TimeSpan, long) After(TimeSpan pause) =>
            (TimeSpan.FromTicks(Math.Clamp(2 * pause.Ticks, ShortestPause.Ticks, LongestPause.Ticks)), Stopwatch.GetTimestamp());
    }

    static async Task RestartAsync(ResourceStoppedEvent stopped, TimeSpan pause)
    {
        var ending = stopped.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        var log = stopped.Services.GetRequiredService<ResourceLoggerService>().GetLogger(stopped.Resource);
        log.LogError("Ended with code {Code}; starts again in {Pause} s.", stopped.ResourceEvent.Snapshot.ExitCode, pause.TotalSeconds);
        await Task.Delay(pause, ending).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (ending.IsCancellationRequested)
            return;
        var started = await stopped.Services.GetRequiredService<ResourceCommandService>()
            .ExecuteCommandAsync(stopped.ResourceEvent.ResourceId, KnownResourceCommands.StartCommand, CancellationToken.None);
        if (!started.Success)
            log.LogError("It could not be started again: {Reason}", started.Message);
    }
}
