using System.Globalization;
using Geborgen.Support;

namespace Geborgen.Load;

/// <summary>How soon the platform is there and how much memory its .NET processes hold while nobody asks anything.</summary>
internal static class Footprint
{
    const double StartGoal = 20;
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

    public static void Start(Platform platform, Report report) => report.Add(
        "from start in an empty folder to all healthy", $"{platform.StartedIn.TotalSeconds:0.0} s", $"≤ {StartGoal} s", platform.StartedIn.TotalSeconds <= StartGoal);

    public static async Task MemoryAsync(Platform platform, string when, Report report, CancellationToken cancellation)
    {
        await Task.Delay(Settling, cancellation);
        var programs = platform.OwnPrograms.Select(program => (program.Name, Size: Processes.ProportionalMemory(program.Process) / Megabyte)).ToList();
        var total = programs.Sum(program => program.Size);
        report.Add($"memory of all .NET processes at rest {when} (PSS)", $"{total:0} MB", $"≤ {MemoryGoal} MB", total <= MemoryGoal);
        report.Add("  of which", $"{string.Join(", ", programs.Select(program => FormattableString.Invariant($"{program.Name} {program.Size:0}")))}");
    }
}
