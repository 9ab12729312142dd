using System.Runtime.InteropServices;
using Aspire.Hosting.ApplicationModel;
using Geborgen.AppHost.Embedded;
using Microsoft.Extensions.Configuration;
using Spectre.Console;

namespace Aspire.Hosting;

/// <summary>The model, ready to run. Aspire's class of this name, run from the machine's own binaries.</summary>
internal sealed class DistributedApplication(IReadOnlyList<Resource> resources, DataFolder data, IConfiguration configuration)
{
    public static IDistributedApplicationBuilder CreateBuilder(string[] args) => new DistributedApplicationBuilder(args);

    /// <summary>Runs until Ctrl-C or SIGTERM. What keeps it from running at all is one line and exit code 1.</summary>
    public void Run()
    {
        using var stop = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        using var hangup = PosixSignalRegistration.Create(PosixSignal.SIGHUP, Stop);
        try
        {
            RunAsync(stop.Token).GetAwaiter().GetResult();
        }
        catch (InvalidOperationException e)
        {
            Console.Error.WriteLine(e.Message);
            Environment.ExitCode = 1;
        }

        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = true;
            stop.Cancel();
        }
    }

    /// <summary>Runs until cancelled, then stops everything in reverse order.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        using var held = data.Hold();
        if (await Leftovers.EndAsync(data.Path, cancellation) is > 0 and var ended)
            AnsiConsole.MarkupLineInterpolated($"Ended {ended} processes that an earlier run left.");
        RefuseMissingServers();
        RefuseTakenPorts();

        await using var resourceServer = new ResourceServer();
        var dashboard = await PrepareDashboardAsync(resourceServer, cancellation);
#pragma warning disable RS0030 // Here what runs gets its clock.
        await using var supervision = new Supervision(dashboard is null ? resources : [.. resources, dashboard], TimeProvider.System);
#pragma warning restore RS0030
        using var told = new CancellationTokenSource();
        var stateFile = new StateFile(supervision, data).KeepAsync(told.Token);
        var screen = new StartScreen(supervision, AnsiConsole.Console).ShowAsync(told.Token);
        try
        {
            await resourceServer.StartAsync(supervision, cancellation);
            supervision.Start();
            await await Task.WhenAny(stateFile, screen, Task.Delay(Timeout.Infinite, cancellation));
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            AnsiConsole.WriteLine("Stopping.");
        }
        finally
        {
            await supervision.StopAsync();
            await told.CancelAsync();
            await Task.WhenAll(stateFile, screen);
        }
    }

    async Task<DashboardResource?> PrepareDashboardAsync(ResourceServer resourceServer, CancellationToken cancellation)
    {
        var missing = configuration["GEBORGEN_DASHBOARD"] == "off" ? "it is switched off" : await DashboardInstallation.EnsureAsync(cancellation);
        if (missing is not null)
        {
            AnsiConsole.MarkupLineInterpolated($"No dashboard: {missing}.");
            return null;
        }
        var port = configuration["GEBORGEN_PORT_BASE"] is { } first ? int.Parse(first, null) + 2 : 18888;
        if (!FreePorts.IsFree(port))
            throw Taken(port, "dashboard");
        var dashboard = new DashboardResource(new(data.In("logs", "dashboard.log")), data, port, resourceServer);
        foreach (var project in resources.OfType<ProjectResource>())
            project.Telemetry = dashboard.Telemetry;
        return dashboard;
    }

    void RefuseMissingServers()
    {
        if (resources.OfType<PostgresServerResource>().Any() && !EmbeddedPostgres.IsInstalled)
            throw new InvalidOperationException("PostgreSQL is not installed; deploy/run.sh installs it.");
        if (resources.OfType<RabbitMQServerResource>().Any() && !EmbeddedRabbitMq.IsInstalled)
            throw new InvalidOperationException("RabbitMQ is not installed; deploy/run.sh installs it.");
    }

    void RefuseTakenPorts()
    {
        foreach (var project in resources.OfType<ProjectResource>())
            if (project.Port is { } port && !FreePorts.IsFree(port))
                throw Taken(port, project.Name);
    }

    static InvalidOperationException Taken(int port, string name) =>
        new($"Port {port} for {name} is taken by another program. GEBORGEN_PORT_BASE=N moves the ports to N, N+1 and N+2.");
}
