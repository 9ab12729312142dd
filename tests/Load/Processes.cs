using System.Globalization;

namespace Geborgen.Load;

/// <summary>What the kernel counts of processes, from <c>/proc</c>.</summary>
internal static class Processes
{
    // USER_HZ, which Linux fixes for /proc on every architecture that .NET runs on.
    const double TicksPerSecond = 100;

    /// <summary>Processor time of a process and its descendants, those that have ended included.</summary>
    public static TimeSpan Cpu(int root)
    {
        var all = ReadAll();
        var children = all.ToLookup(one => one.Value.Parent, one => one.Key);
        return TimeSpan.FromSeconds(Ticks(root) / TicksPerSecond);

        long Ticks(int id) => (all.TryGetValue(id, out var stat) ? stat.Ticks : 0) + children[id].Sum(Ticks);
    }

    /// <summary>Memory in bytes, in which shared pages count in proportion (PSS).</summary>
    public static long ProportionalMemory(int id)
    {
        var line = File.ReadLines($"/proc/{id}/smaps_rollup").First(line => line.StartsWith("Pss:", StringComparison.Ordinal));
        return long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024;
    }

    /// <summary>The environment that a process was started with.</summary>
    public static Dictionary<string, string> Environment(int id) => File.ReadAllText($"/proc/{id}/environ")
        .Split('\0', StringSplitOptions.RemoveEmptyEntries)
        .Select(entry => entry.Split('=', 2))
        .ToDictionary(pair => pair[0], pair => pair[1]);

    static Dictionary<int, (int Parent, long Ticks)> ReadAll()
    {
        Dictionary<int, (int, long)> all = [];
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
            if (int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var id) && ReadStat(folder) is { } stat)
                all[id] = stat;
        return all;
    }

    static (int Parent, long Ticks)? ReadStat(string folder)
    {
        try
        {
            var stat = File.ReadAllText($"{folder}/stat");
            // The name, in parentheses, may hold anything; the fields that follow it start with the third.
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            // utime, stime and those of children that were waited for: fields 14 to 17.
            return (int.Parse(fields[1], CultureInfo.InvariantCulture), fields[11..15].Sum(field => long.Parse(field, CultureInfo.InvariantCulture)));
        }
        catch (IOException)
        {
            // It ended while we looked; its parent has its time.
            return null;
        }
    }
}
