using System.Diagnostics;
using System.Globalization;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Testing;
using Geborgen.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Geborgen.Load;

/// <summary>The real platform to send load to: AppHost in this process, without dashboard, and all that it starts, with ports and data of its own.</summary>
internal sealed class Platform : IAsyncDisposable
{
    public const string IntakeInstance = "intake-gm0344";
    public const string FamilyViewInstance = "family-view";

    /// <summary>How many ports in a row a platform takes at most.</summary>
    public const int Ports = 20;

    /// <summary>Clients whose rate limit is raised: the load is theirs alone.</summary>
    static readonly string[] LoadClients = [Tokens.CaseSystem, Tokens.DevelopmentClient];

    readonly int port = FreePorts.Next(inARow: Ports);
    readonly Dictionary<string, int> processes = [];
    DistributedApplication? application;
    string server = "";

    Platform()
    {
    }

    public TemporaryFolder Data { get; } = new("load");
    public Uri Gateway => new($"http://localhost:{port}");
    public Uri Identity => new($"http://localhost:{port + 1}");

    /// <summary>From asking for AppHost until the gateway said that everything is ready.</summary>
    public TimeSpan AnsweredIn { get; private set; }

    /// <summary>From asking for AppHost until Aspire knew that all its resources are healthy, which is when the dashboard shows it.</summary>
    public TimeSpan HealthyIn { get; private set; }

    public NpgsqlDataSource Intake { get; private set; } = null!;
    public NpgsqlDataSource FamilyView { get; private set; } = null!;

    /// <summary>How a database of the platform's server is reached.</summary>
    public NpgsqlConnectionStringBuilder Database(string name) => new(server) { Database = name };

    /// <summary>The process of a resource.</summary>
    public int ProcessOf(string resource) => processes[resource];

    public static async Task<Platform> StartAsync(TelemetrySink? telemetry, CancellationToken cancellation)
    {
        var platform = new Platform();
        try
        {
            await platform.StartAsync(telemetry?.Environment ?? TelemetrySink.Off, cancellation);
            return platform;
        }
        catch
        {
            await platform.DisposeAsync();
            throw;
        }
    }

    async Task StartAsync(IReadOnlyDictionary<string, string> telemetry, CancellationToken cancellation)
    {
        // All that it starts inherits these; the folder is how its processes are found.
        Environment.SetEnvironmentVariable("GEBORGEN_DATA", Data.Path);
        foreach (var client in LoadClients)
        {
            foreach (var limit in new[] { "PerSecond", "Burst", "Person__PerSecond", "Person__Burst" })
                Environment.SetEnvironmentVariable($"Gateway__RateLimits__Clients__{client}__{limit}", "1000000");
        }
        var since = Stopwatch.GetTimestamp();
        var builder = await DistributedApplicationTestingBuilder.CreateAsync<Projects.AppHost>(
            [$"--GEBORGEN_PORT_BASE={port}", "--DcpPublisher:RandomizePorts=false"], cancellation);
        builder.Services.AddLogging(logging => logging.ClearProviders());
        foreach (var program in builder.Resources.OfType<ProjectResource>())
            foreach (var (name, value) in telemetry)
                builder.CreateResourceBuilder(program).WithEnvironment(name, value);
        application = await builder.BuildAsync(cancellation);
        var started = Task.WhenAll(application.StartAsync(cancellation), WaitUntilAllIsHealthyAsync());
        await Readiness.WaitAsync(Gateway, cancellation);
        AnsweredIn = Stopwatch.GetElapsedTime(since);
        await started;
        server = await application.GetConnectionStringAsync("postgres", cancellation) ?? "";
        Intake = NpgsqlDataSource.Create(Database(IntakeInstance));
        FamilyView = NpgsqlDataSource.Create(Database(FamilyViewInstance));

        async Task WaitUntilAllIsHealthyAsync()
        {
            var running = application.Services.GetRequiredService<ResourceNotificationService>();
            var resources = builder.Resources.Where(resource => resource is ProjectResource or IResourceWithConnectionString);
            foreach (var healthy in await Task.WhenAll(resources.Select(
                resource => running.WaitForResourceHealthyAsync(resource.Name, WaitBehavior.WaitOnResourceUnavailable, cancellation))))
                if (healthy.Snapshot.Properties.FirstOrDefault(one => one.Name == "executable.pid")?.Value is { } process)
                    processes[healthy.Resource.Name] = Convert.ToInt32(process, CultureInfo.InvariantCulture);
            HealthyIn = Stopwatch.GetElapsedTime(since);
        }
    }

    /// <summary>Stops everything that runs and removes the folder.</summary>
    public async ValueTask DisposeAsync()
    {
        using (Data)
        {
            if (Intake is not null)
                await Intake.DisposeAsync();
            if (FamilyView is not null)
                await FamilyView.DisposeAsync();
            if (application is not null)
                await application.DisposeAsync();
            await PlatformProcesses.WaitUntilAllAreGoneAsync(Data);
        }
    }
}
