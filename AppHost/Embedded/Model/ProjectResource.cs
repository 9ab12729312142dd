using System.Security.Cryptography;
using Geborgen.AppHost.Embedded;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>One of our own programs, run from its build.</summary>
internal sealed class ProjectResource(string name, string project, LineLog log, DataFolder data) : Resource(name, log)
{
    readonly Dictionary<string, Func<string>> environment = [];
    ChildProcess? process;
    HttpClient? prober;

    public override string Kind => "Project";
    public string Project => project;

    /// <summary>Tells this start's telemetry from an earlier one's.</summary>
    public string InstanceId { get; } = RandomNumberGenerator.GetHexString(8, lowercase: true);
    public List<string> Arguments { get; } = [];

    /// <summary>The loopback port of its HTTP endpoint; null without one.</summary>
    public int? Port { get; set; }

    /// <summary>The path that answers 200 when it is healthy; null when running is enough.</summary>
    public string? HealthPath { get; set; }

    /// <summary>Where it sends its telemetry; null when nobody takes it. Known before the first start.</summary>
    public TelemetryTarget? Telemetry { get; set; }

    public override Uri? Url => Port is { } port ? new($"http://localhost:{port}") : null;
    public override bool RunsOnce => Port is null;
    public override int? ProcessId => process?.Id;
    public override Task<int> Exited => process!.Exited;

    public override IReadOnlyDictionary<string, string> Environment
    {
        get
        {
            var all = new Dictionary<string, string> { ["ASPNETCORE_ENVIRONMENT"] = "Development" };
            if (Url is { } url)
                all["ASPNETCORE_URLS"] = url.GetLeftPart(UriPartial.Authority);
            foreach (var (key, value) in Telemetry?.EnvironmentOf(Name, InstanceId) ?? [])
                all[key] = value;
            foreach (var (key, value) in environment)
                all[key] = value();
            return all;
        }
    }

    public void Set(string key, Func<string> value) => environment[key] = value;

    public override async Task LaunchAsync(CancellationToken cancellation)
    {
        var binary = Repository.BinaryOf(project);
        if (!File.Exists(binary))
            throw new InvalidOperationException($"{binary} is not there: build first.");
        process?.Dispose();
        process = await ChildProcess.StartAsync(new(Repository.Dotnet, [binary, .. Arguments], data.Path)
        {
            Environment = Environment,
            WorkingDirectory = Path.GetDirectoryName(project),
            Output = Log.Write,
        });
    }

    public override async Task<string?> FindFaultAsync(CancellationToken cancellation)
    {
        if (HealthPath is null)
            return null;
        prober ??= new() { BaseAddress = Url, Timeout = TimeSpan.FromSeconds(5) };
        try
        {
            using var answer = await prober.GetAsync(new Uri(HealthPath, UriKind.Relative), cancellation);
            return answer.IsSuccessStatusCode ? null : $"{HealthPath} answers {(int)answer.StatusCode}";
        }
        catch (HttpRequestException)
        {
            return $"{HealthPath} is not reachable";
        }
        catch (TaskCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return $"{HealthPath} does not answer";
        }
    }

    public override Task StopAsync() => StopAsync(process);

    public override ValueTask DisposeAsync()
    {
        process?.Dispose();
        prober?.Dispose();
        return base.DisposeAsync();
    }
}
