namespace Geborgen.AppHost;

/// <summary>How programs run: as they were built, healthy by their own word, started again when they crash.</summary>
static class Programs
{
    // Aspire itself asks again only after up to five seconds.
    static readonly TimeSpan UntilAskedAgain = TimeSpan.FromMilliseconds(250), Patience = TimeSpan.FromSeconds(5);
    static readonly TimeSpan ShortestPause = TimeSpan.FromSeconds(1), LongestPause = TimeSpan.FromMinutes(1), CrashForgotten = TimeSpan.FromMinutes(2);
    static readonly HttpClient Client = new() { Timeout = Patience };

    /// <summary>Runs what was built with this program instead of asking the SDK to build and run it.</summary>
    public static IResourceBuilder<ProjectResource> WithBuiltBinary(this IResourceBuilder<ProjectResource> program) =>
        program.WithAnnotation(new ExecutableAnnotation { Command = "dotnet", WorkingDirectory = Path.GetDirectoryName(program.Resource.BuiltBinary())! })
            .WithArgs(program.Resource.BuiltBinary());

    /// <summary>All projects are built into one tree, each into a folder of its own.</summary>
    public static string BuiltBinary(this ProjectResource program)
    {
        var project = Path.GetFileNameWithoutExtension(program.GetProjectMetadata().ProjectPath);
        var own = new DirectoryInfo(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));
        return Path.Combine(own.Parent!.Parent!.FullName, project, own.Name, $"Geborgen.{project}.dll");
    }

    /// <summary>Healthy when <c>/health/ready</c> says so, else with what it says.</summary>
    public static IResourceBuilder<ProjectResource> WithReadiness(this IResourceBuilder<ProjectResource> program)
    {
        var (check, endpoint) = ($"{program.Resource.Name}-ready", program.GetEndpoint("http"));
        program.ApplicationBuilder.Services.AddHealthChecks().AddAsyncCheck(check, async ct =>
        {
            for (var since = Stopwatch.GetTimestamp(); ; await Task.Delay(UntilAskedAgain, ct))
                if (await AskAsync(new($"{endpoint.Url}/health/ready"), ct) is var said && (said.Status == HealthStatus.Healthy || Stopwatch.GetElapsedTime(since) > Patience))
                    return said;
        });
        return program.WithHealthCheck(check);
    }

    /// <summary>Starts again whatever ended with another code than 0, after a pause that doubles with each crash in a row: Aspire does not.</summary>
    public static void RestartWhatCrashed(this IDistributedApplicationBuilder builder)
    {
        ConcurrentDictionary<string, (long At, TimeSpan Pause)> crashes = [];
        builder.Eventing.Subscribe<ResourceStoppedEvent>((stopped, cancellation) =>
        {
            if (stopped.ResourceEvent.Snapshot.ExitCode is null or 0)
                return Task.CompletedTask;
            var last = crashes.GetValueOrDefault(stopped.Resource.Name);
            var pause = last.At == 0 || Stopwatch.GetElapsedTime(last.At) > CrashForgotten ? ShortestPause
                : TimeSpan.FromTicks(Math.Min(2 * last.Pause.Ticks, LongestPause.Ticks));
            crashes[stopped.Resource.Name] = (Stopwatch.GetTimestamp(), pause);
            _ = RestartAsync(stopped, pause);
            return Task.CompletedTask;
        });
    }

    /// <summary>When Aspire's orchestrator is killed, all that it ran ends with it; so does this program.</summary>
    public static void EndWithOrchestrator(this IDistributedApplicationBuilder builder) => builder.Eventing.Subscribe<AfterResourcesCreatedEvent>((created, _) =>
    {
        var ending = created.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        var orchestrator = Process.GetProcessesByName("dcp").First(one =>
            File.ReadAllText($"/proc/{one.Id}/cmdline").Contains($"--monitor\0{Environment.ProcessId}\0", StringComparison.Ordinal));
        orchestrator.EnableRaisingEvents = true;
        ending.Register(() => orchestrator.EnableRaisingEvents = false);
        orchestrator.Exited += (_, _) =>
        {
            Console.Error.WriteLine("Aspire's orchestrator has ended, and with it all that it ran. Start again.");
            Environment.Exit(1);
        };
        return Task.CompletedTask;
    });

    static async Task<HealthCheckResult> AskAsync(Uri address, CancellationToken ct)
    {
        try
        {
            using var answer = await Client.GetAsync(address, ct);
            var said = await answer.Content.ReadFromJsonAsync<JsonElement>(ct);
            return said.GetProperty("status").GetString() is "healthy" or "ready" ? HealthCheckResult.Healthy()
                : new(answer.IsSuccessStatusCode ? HealthStatus.Degraded : HealthStatus.Unhealthy, said.GetRawText());
        }
        catch (Exception e) when (e is HttpRequestException || e is TaskCanceledException && !ct.IsCancellationRequested)
        {
            return HealthCheckResult.Unhealthy("It does not answer.");
        }
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
