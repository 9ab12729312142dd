using System.Diagnostics;
using Geborgen.Support;

namespace Geborgen.Load;

/// <summary>
/// How soon the platform is there, how much memory it holds and how soon it is gone when it runs as people run it: the
/// built AppHost as a process of its own, with its dashboard. The load is sent by the process that AppHost lives in then.
/// </summary>
internal static class Start
{
    public static async Task RunAsync(Report report, CancellationToken cancellation)
    {
        using var data = new TemporaryFolder("load");
        await RunAsync("in an empty folder", () => Footprint.MemoryAsync(data, "after the start", report, cancellation));
        await RunAsync("with its data", () => Task.CompletedTask);

        async Task RunAsync(string where, Func<Task> measure)
        {
            var port = FreePorts.Next(inARow: Platform.Ports);
            var since = Stopwatch.GetTimestamp();
            using var appHost = Process.Start(new ProcessStartInfo("dotnet", [Repository.BinaryOf("AppHost")])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                Environment = { ["DOTNET_ENVIRONMENT"] = "Development", ["GEBORGEN_DATA"] = data.Path, ["GEBORGEN_PORT_BASE"] = $"{port}" },
            })!;
            var (output, errors) = (appHost.StandardOutput.ReadToEndAsync(cancellation), appHost.StandardError.ReadToEndAsync(cancellation));
            try
            {
                var ready = Readiness.WaitAsync(new($"http://localhost:{port}"), cancellation);
                if (await Task.WhenAny(ready, appHost.WaitForExitAsync(cancellation)) != ready)
                    throw new InvalidOperationException($"AppHost ended: {await output}{await errors}");
                await ready;
                Footprint.Start($"from start {where} until everything answers", Stopwatch.GetElapsedTime(since), report);
                await measure();
            }
            finally
            {
                since = Stopwatch.GetTimestamp();
                if (!appHost.HasExited)
                    Processes.Send(Processes.Terminate, appHost.Id);
                await PlatformProcesses.WaitUntilAllAreGoneAsync(data);
            }
            report.Add($"  from its end until nothing of it is left", $"{Stopwatch.GetElapsedTime(since).TotalSeconds:0.0} s");
        }
    }
}
