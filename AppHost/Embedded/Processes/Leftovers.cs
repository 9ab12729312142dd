using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Geborgen.AppHost.Embedded;

/// <summary>
/// Finds and ends what an earlier run, killed before it could clean up, left running. A process is ours when its
/// environment carries our mark with a path in our folder (children of children inherit it), or when it is a
/// PostgreSQL process that works in our folder (its title overwrites its environment). Nothing else is touched:
/// neither a name, a port nor a number in a file, which a stranger's process may have by now, decides.
/// </summary>
internal static class Leftovers
{
    public const string Mark = "GEBORGEN_OWNER";

    static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Ends every process that belongs to <paramref name="folder"/> or a folder in it, and waits until they are gone.</summary>
    /// <returns>How many there were.</returns>
    /// <exception cref="TimeoutException">A process does not go away.</exception>
    public static async Task<int> EndAsync(string folder, CancellationToken cancellation)
    {
        var found = new HashSet<int>();
        var since = Stopwatch.StartNew();
        while (Find(folder) is { Count: > 0 } alive)
        {
            if (since.Elapsed > Patience)
                throw new TimeoutException($"Processes {string.Join(", ", alive)} of an earlier run in {folder} do not end.");
            foreach (var id in alive)
            {
                found.Add(id);
                _ = ChildProcess.kill(id, (int)Signal.Kill);
            }
            await Task.Delay(50, cancellation);
        }
        return found.Count;
    }

    /// <summary>The living processes that belong to <paramref name="folder"/>, without ourselves.</summary>
    public static IReadOnlyList<int> Find(string folder)
    {
        var owner = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        return [.. from path in Directory.EnumerateDirectories("/proc")
                   let id = int.TryParse(Path.GetFileName(path), CultureInfo.InvariantCulture, out var number) ? number : 0
                   where id > 1 && id != Environment.ProcessId && Owns(owner, path)
                   select id];
    }

    static bool Owns(string owner, string process)
    {
        try
        {
            return !IsZombie(process) && (CarriesMark(owner, process) || IsDatabaseIn(owner, process));
        }
        // It ended while we looked, or it belongs to another user: then it is not ours.
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    static bool IsZombie(string process)
    {
        var stat = File.ReadAllText($"{process}/stat");
        return stat[(stat.LastIndexOf(')') + 2)..].StartsWith('Z');
    }

    static bool CarriesMark(string owner, string process) =>
        Encoding.UTF8.GetString(File.ReadAllBytes($"{process}/environ")).Split('\0')
            .Any(entry => entry.StartsWith($"{Mark}=", StringComparison.Ordinal) && IsIn(owner, entry[(Mark.Length + 1)..]));

    static bool IsDatabaseIn(string owner, string process) =>
        Path.GetFileName(LinkOf($"{process}/exe")) == "postgres" && IsIn(owner, LinkOf($"{process}/cwd"));

    static string LinkOf(string path) => new FileInfo(path).LinkTarget ?? "";

    static bool IsIn(string owner, string path) =>
        path == owner || path.StartsWith(owner + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
