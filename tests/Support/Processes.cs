using System.Runtime.InteropServices;

namespace Geborgen.Support;

/// <summary>Signals to other processes.</summary>
public static class Processes
{
    /// <summary>As Ctrl-C in a terminal.</summary>
    public const int Interrupt = 2;

    /// <summary>Ends it at once.</summary>
    public const int Kill = 9;

    /// <summary>Asks it to end.</summary>
    public const int Terminate = 15;

    /// <summary>Lets it go on after <see cref="Freeze"/>.</summary>
    public const int Thaw = 18;

    /// <summary>Holds it: it is there, keeps its connections and does nothing.</summary>
    public const int Freeze = 19;

    /// <summary>Sends a signal; a process that is gone by now misses nothing.</summary>
    public static void Send(int signal, params IEnumerable<int> processes)
    {
        ArgumentNullException.ThrowIfNull(processes);
        foreach (var process in processes)
            _ = kill(process, signal);
    }

    /// <summary>A process and all that descend from it, itself last.</summary>
    public static IReadOnlyList<int> FamilyOf(int process)
    {
        var children = All().Select(one => (one, Parent: ParentOf(one))).ToLookup(one => one.Parent, one => one.one);
        return [.. Family(process)];

        IEnumerable<int> Family(int one) => children[one].SelectMany(Family).Append(one);
    }

    /// <summary>The processes whose command line or environment names something, such as a folder of a test; zombies name nothing.</summary>
    public static IReadOnlyList<int> Mentioning(string text) =>
        [.. All().Where(process => process != Environment.ProcessId && (Read(process, "cmdline") + Read(process, "environ")).Contains(text, StringComparison.Ordinal))];

    static IEnumerable<int> All() => Directory.EnumerateDirectories("/proc")
        .Select(folder => int.TryParse(Path.GetFileName(folder), out var process) ? process : 0).Where(process => process != 0);

    // The name, in parentheses, may hold anything; the parent is the second field after it.
    static int ParentOf(int process) => Read(process, "stat") is { Length: > 0 } stat
        ? int.Parse(stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[1], null)
        : 0;

    // Empty when it is gone by now, or another user's.
    static string Read(int process, string file)
    {
        try
        {
            return File.ReadAllText($"/proc/{process}/{file}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    [DllImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    static extern int kill(int process, int signal);
}
