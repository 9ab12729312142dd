using System.Globalization;
using Geborgen.Support;

namespace Geborgen.Load;

/// <summary>How soon the platform is there and how much memory it holds while nobody asks anything.</summary>
internal static class Footprint
{
    const double StartGoal = 25;
    const double MemoryGoal = 900;
    const double Megabyte = 1_000_000;

    static readonly TimeSpan Settling = TimeSpan.FromSeconds(10);

    public static void Machine(Report report)
    {
        var model = File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(": ", 2)[1] ?? "unknown";
        var busy = File.ReadAllText("/proc/loadavg").Split(' ')[0];
        report.Add("machine", $"{Environment.ProcessorCount} × {model}; load average before: {busy}");
        report.Add("date", $"{MachineClock.Now.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture)}");
    }

    public static void Start(string what, TimeSpan took, Report report) =>
        report.Add(what, $"{took.TotalSeconds:0.0} s", $"≤ {StartGoal} s", took.TotalSeconds <= StartGoal);

    /// <summary>Our own programs, AppHost among them where it is a process of its own, have a goal; what Aspire runs beside them stands for itself.</summary>
    public static async Task MemoryAsync(TemporaryFolder data, string when, Report report, CancellationToken cancellation)
    {
        await Task.Delay(Settling, cancellation);
        var programs = PlatformProcesses.Of(data)
            .Select(program => (Name: program.Key, Size: program.Sum(ProcessFigures.ProportionalMemory) / Megabyte)).OrderBy(program => program.Name, StringComparer.Ordinal).ToList();
        var own = programs.Where(program => program.Name is not (PlatformProcesses.Orchestrator or PlatformProcesses.Dashboard)).ToList();
        var total = own.Sum(program => program.Size);
        if (own.Exists(program => program.Name == PlatformProcesses.AppHost))
            report.Add($"memory of our .NET processes at rest {when} (PSS)", $"{total:0} MB", $"≤ {MemoryGoal} MB", total <= MemoryGoal);
        else
            report.Add($"memory of our .NET processes without AppHost at rest {when} (PSS)", $"{total:0} MB");
        report.Add("  of which", $"{Describe(own)}");
        report.Add("  beside them", $"{Describe(programs.Except(own))}");

        static string Describe(IEnumerable<(string Name, double Size)> programs) =>
            string.Join(", ", programs.Select(program => FormattableString.Invariant($"{program.Name} {program.Size:0}")));
    }
}
