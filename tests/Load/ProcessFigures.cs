using System.Globalization;
using Geborgen.Support;

namespace Geborgen.Load;

/// <summary>What the kernel knows of a process, from <c>/proc</c>.</summary>
internal static class ProcessFigures
{
    // USER_HZ, which Linux fixes for /proc on every architecture that .NET runs on.
    const double TicksPerSecond = 100;

    /// <summary>Processor time of a process and its descendants, those that have ended included.</summary>
    public static TimeSpan Cpu(int process) => TimeSpan.FromSeconds(Processes.FamilyOf(process).Sum(Ticks) / TicksPerSecond);

    /// <summary>Memory in bytes, in which shared pages count in proportion (PSS).</summary>
    public static long ProportionalMemory(int process)
    {
        var line = File.ReadLines($"/proc/{process}/smaps_rollup").First(line => line.StartsWith("Pss:", StringComparison.Ordinal));
        return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024;
    }

    /// <summary>The program and its arguments; nothing when it has ended.</summary>
    public static string[] CommandLine(int process)
    {
        try
        {
            return Strings(process, "cmdline");
        }
        catch (IOException)
        {
            return [];
        }
    }

    /// <summary>The environment that it was started with.</summary>
    public static Dictionary<string, string> Environment(int process) => Strings(process, "environ")
        .Select(entry => entry.Split('=', 2))
        .ToDictionary(pair => pair[0], pair => pair[1]);

    static string[] Strings(int process, string file) => File.ReadAllText($"/proc/{process}/{file}").Split('\0', StringSplitOptions.RemoveEmptyEntries);

    static long Ticks(int process)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{process}/stat");
            // The name, in parentheses, may hold anything; the fields that follow it start with the third.
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            // utime, stime and those of children that were waited for: fields 14 to 17.
            return fields[11..15].Sum(field => long.Parse(field, CultureInfo.InvariantCulture));
        }
        catch (IOException)
        {
            // It ended while we looked; its parent has its time.
            return 0;
        }
    }
}
