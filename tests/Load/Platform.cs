using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.Json;
using Npgsql;

namespace Geborgen.Load;

/// <summary>The real platform: the built AppHost with all that it starts, on ports and a data folder of its own, without dashboard.</summary>
internal sealed class Platform : IAsyncDisposable
{
    public const string IntakeInstance = "intake-gm0344";
    public const string FamilyViewInstance = "family-view";

    /// <summary>Clients whose rate limit is raised: the load is theirs alone.</summary>
    static readonly string[] LoadClients = [Tokens.CaseSystem, Tokens.DevelopmentClient];

    const int Terminate = 15;
    static readonly TimeSpan StartPatience = TimeSpan.FromMinutes(3);
    static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(60);

    readonly Process process;
    readonly string data;
    readonly Task<string> output;
    readonly Task<string> errors;
    State state = null!;

    Platform(Process process, string data, int port)
    {
        (this.process, this.data) = (process, data);
        (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        Gateway = new($"http://localhost:{port}");
        Identity = new($"http://localhost:{port + 1}");
    }

    public Uri Gateway { get; }
    public Uri Identity { get; }

    /// <summary>From the start of AppHost in an empty folder until everything was healthy.</summary>
    public TimeSpan StartedIn { get; private set; }

    public NpgsqlDataSource Intake { get; private set; } = null!;
    public NpgsqlDataSource FamilyView { get; private set; } = null!;

    /// <summary>How a database of the platform's server is reached.</summary>
    public NpgsqlConnectionStringBuilder Database(string name) =>
        new(state.Resources.Single(resource => resource.Name == "postgres").ConnectionString) { Database = name };

    /// <param name="port">The gateway's.</param>
    /// <param name="telemetry">Where telemetry goes, or null for none.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public static async Task<Platform> StartAsync(int port, TelemetrySink? telemetry, CancellationToken cancellation)
    {
        var data = Directory.CreateTempSubdirectory("geborgen-load-").FullName;
        var info = new ProcessStartInfo("dotnet", [Repository.BinaryOf("AppHost")])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["GEBORGEN_DATA"] = data,
                ["GEBORGEN_PORT_BASE"] = $"{port}",
                ["GEBORGEN_DASHBOARD"] = "off",
            },
        };
        foreach (var (name, value) in telemetry?.Environment ?? TelemetrySink.Off)
            info.Environment[name] = value;
        foreach (var client in LoadClients)
        {
            info.Environment[$"Gateway__RateLimits__Clients__{client}__PerSecond"] = "1000000";
            info.Environment[$"Gateway__RateLimits__Clients__{client}__Burst"] = "1000000";
        }

        var since = Stopwatch.StartNew();
        var platform = new Platform(Process.Start(info)!, data, port);
        try
        {
            await platform.WaitUntilReadyAsync(cancellation);
            platform.StartedIn = since.Elapsed;
            platform.Intake = NpgsqlDataSource.Create(platform.Database(IntakeInstance));
            platform.FamilyView = NpgsqlDataSource.Create(platform.Database(FamilyViewInstance));
            return platform;
        }
        catch
        {
            await platform.DisposeAsync();
            throw;
        }
    }

    /// <summary>The process of a resource.</summary>
    public int ProcessOf(string resource) => state.Resources.Single(one => one.Name == resource).ProcessId!.Value;

    /// <summary>Our own programs that run now, AppHost included, by name.</summary>
    public IEnumerable<(string Name, int Process)> OwnPrograms =>
        state.Resources.Where(one => one is { Kind: "Project", State: "running" }).Select(one => (one.Name, one.ProcessId!.Value))
            .Prepend(("apphost", process.Id));

    /// <summary>Stops everything that runs and removes the folder.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Intake is not null)
            await Intake.DisposeAsync();
        if (FamilyView is not null)
            await FamilyView.DisposeAsync();
        if (!process.HasExited)
            _ = kill(process.Id, Terminate);
        using var patience = new CancellationTokenSource(StopPatience);
        await process.WaitForExitAsync(patience.Token);
        process.Dispose();
        Directory.Delete(data, recursive: true);
    }

    async Task WaitUntilReadyAsync(CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(StartPatience);
        var file = Path.Combine(data, "state.json");
        while (true)
        {
            if (process.HasExited)
                throw new InvalidOperationException($"AppHost ended: {await output}{await errors}");
            if (File.Exists(file))
            {
                state = JsonSerializer.Deserialize<State>(await File.ReadAllTextAsync(file, patience.Token), JsonSerializerOptions.Web)!;
                if (state.Ready)
                    return;
            }
            await Task.Delay(20, patience.Token);
        }
    }

    [DllImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    static extern int kill(int process, int signal);

    sealed record State(bool Ready, IReadOnlyList<ResourceState> Resources);

    sealed record ResourceState(string Name, string Kind, string State, int? ProcessId, string? ConnectionString);
}
