// Measures the real platform on this machine and prints one table. Parts and options: LoadOptions.
using System.Runtime.InteropServices;
using Geborgen.Load;

using var stop = new CancellationTokenSource();
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
try
{
    var options = LoadOptions.Read(args);
    var report = new Report();
    try
    {
        Footprint.Machine(report);
        if (options.Parts.Contains(LoadOptions.Start))
            await Start.RunAsync(report, stop.Token);
        if (options.Parts.Any(part => part != LoadOptions.Start))
            await MeasureAsync(options, report, stop.Token);
        if (options.Parts.Contains(LoadOptions.Throughput))
            await MeasureWithoutTelemetryAsync(options, report, stop.Token);
        return 0;
    }
    finally
    {
        // What was measured before a failure stands.
        report.Print();
    }
}
catch (InvalidOperationException failed)
{
    Console.Error.WriteLine(failed.Message);
    return 1;
}
catch (OperationCanceledException) when (stop.IsCancellationRequested)
{
    return 1;
}

void Stop(PosixSignalContext signal)
{
    signal.Cancel = true;
    stop.Cancel();
}

// The rebuild comes before the seeded families, which no event tells of.
static async Task MeasureAsync(LoadOptions options, Report report, CancellationToken cancellation)
{
    await using var sink = await TelemetrySink.StartAsync();
    await using var platform = await Platform.StartAsync(sink, cancellation);
    Footprint.Start("from start without dashboard until everything answers", platform.AnsweredIn, report);
    Footprint.Start("  until Aspire knows that all is healthy", platform.HealthyIn, report);
    if (options.Parts.Contains(LoadOptions.Throughput))
    {
        var perSecond = await Throughput.RunAsync(platform, options, "on", report, cancellation);
        report.Add("  telemetry that the platform sent", $"{sink.Received / 1e6:0.0} MB");
        await Pgbench.RunAsync(platform, options, perSecond, report, cancellation);
    }
    if (options.Parts.Contains(LoadOptions.Visible))
        await VisibleInView.RunAsync(platform, options, report, cancellation);
    if (options.Parts.Contains(LoadOptions.Rebuild))
        await Rebuild.RunAsync(platform, options, report, cancellation);
    if (options.Parts.Contains(LoadOptions.View))
        await Reads.RunAsync(platform, options, report, cancellation);
    await Footprint.MemoryAsync(platform.Data, "after the load", report, cancellation);
}

static async Task MeasureWithoutTelemetryAsync(LoadOptions options, Report report, CancellationToken cancellation)
{
    await using var platform = await Platform.StartAsync(telemetry: null, cancellation);
    await Throughput.RunAsync(platform, options, "off", report, cancellation);
}
