using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Geborgen.AppHost;

/// <summary>How our own programs run: as they were built, watched by their own word, started again when they crash.</summary>
static class Programs
{
    static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1), ShortestPause = TimeSpan.FromSeconds(1);
    // Aspire itself asks again only after up to five seconds.
    static readonly TimeSpan UntilAskedAgain = TimeSpan.FromMilliseconds(250), Patience = TimeSpan.FromSeconds(5);

    /// <summary>Runs the binary that was built with this one instead of asking the SDK to build and run it.</summary>
    public static IResourceBuilder<ProjectResource> WithBuiltBinary(this IResourceBuilder<ProjectResource> program) =>
        program.WithAnnotation(new ExecutableAnnotation { Command = "dotnet", WorkingDirectory = Path.GetDirectoryName(program.Resource.BuiltBinary())! })
            .WithArgs(program.Resource.BuiltBinary());

    /// <summary>All projects are built into one tree, so the binary stands beside our own.</summary>
    public static string BuiltBinary(this ProjectResource program)
    {
        var project = Path.GetFileNameWithoutExtension(program.GetProjectMetadata().ProjectPath);
        var own = new DirectoryInfo(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));
        return Path.Combine(own.Parent!.Parent!.FullName, project, own.Name, $"Geborgen.{project}.dll");
    }

    /// <summary>Healthy when <c>/health/ready</c> says so, with the reasons that it gives when not.</summary>
    public static IResourceBuilder<ProjectResource> WithReadiness(this IResourceBuilder<ProjectResource> program)
    {
        var check = $"{program.Resource.Name}-ready";
        var address = program.GetEndpoint("http");
        program.ApplicationBuilder.Services.AddHealthChecks().Add(new(check, new Readiness(address), null, null));
        return program.WithHealthCheck(check);
    }

    /// <summary>Starts again whatever ended with another code than 0, after a pause that doubles with each crash in a row.</summary>
    public static void RestartWhatCrashed(this IDistributedApplicationBuilder builder)
    {
        Dictionary<string, (int Count, long At)> crashes = [];
        builder.Eventing.Subscribe<ResourceStoppedEvent>((stopped, cancellation) =>
        {
            if (stopped.ResourceEvent.Snapshot.ExitCode is not (null or 0))
                _ = RestartAsync(stopped, PauseAfter(stopped.Resource.Name));
            return Task.CompletedTask;
        });

        TimeSpan PauseAfter(string resource)
        {
            lock (crashes)
            {
                var (count, at) = crashes.GetValueOrDefault(resource);
                count = Stopwatch.GetElapsedTime(at) > LongestPause + LongestPause ? 0 : count;
                crashes[resource] = (count + 1, Stopwatch.GetTimestamp());
                var pause = ShortestPause * Math.Pow(2, count);
                return pause < LongestPause ? pause : LongestPause;
            }
        }
    }

    static async Task RestartAsync(ResourceStoppedEvent stopped, TimeSpan pause)
    {
        var ending = stopped.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        var log = stopped.Services.GetRequiredService<ResourceLoggerService>().GetLogger(stopped.Resource);
        try
        {
            log.LogError("Ended with code {Code}; starts again in {Pause} s.", stopped.ResourceEvent.Snapshot.ExitCode, pause.TotalSeconds);
            await Task.Delay(pause, ending);
            var started = await stopped.Services.GetRequiredService<ResourceCommandService>()
                .ExecuteCommandAsync(stopped.ResourceEvent.ResourceId, KnownResourceCommands.StartCommand, cancellationToken: ending);
            if (!started.Success)
                log.LogError("It could not be started again: {Reason}", started.Message);
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            // Everything stops.
        }
    }

    sealed class Readiness(EndpointReference address) : IHealthCheck
    {
        static readonly HttpClient Client = new() { Timeout = Patience };

        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken)
        {
            var since = Stopwatch.GetTimestamp();
            while (true)
            {
                var answer = await AskAsync(cancellationToken);
                if (answer.Status == HealthStatus.Healthy || Stopwatch.GetElapsedTime(since) > Patience)
                    return answer;
                await Task.Delay(UntilAskedAgain, cancellationToken);
            }
        }

        async Task<HealthCheckResult> AskAsync(CancellationToken cancellationToken)
        {
            try
            {
                using var answer = await Client.GetAsync(new Uri($"{address.Url}/health/ready"), cancellationToken);
                var said = await answer.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
                var status = said.GetProperty("status").GetString();
                return status is "healthy" or "ready" ? HealthCheckResult.Healthy()
                    : status == "degraded" ? HealthCheckResult.Degraded(said.GetRawText())
                    : HealthCheckResult.Unhealthy(said.GetRawText());
            }
            catch (HttpRequestException)
            {
                return HealthCheckResult.Unhealthy("It does not listen.");
            }
            catch (TaskCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                return HealthCheckResult.Unhealthy("It does not answer.");
            }
        }
    }
}
