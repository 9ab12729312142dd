using Geborgen.AppHost.Embedded;

namespace Geborgen.Support;

/// <summary>Signals to other processes.</summary>
public static class Processes
{
    /// <summary>Ends it at once.</summary>
    public const int Kill = 9;

    /// <summary>Asks it to end.</summary>
    public const int Terminate = 15;

    /// <summary>Lets it go on after <see cref="Freeze"/>.</summary>
    public const int Thaw = 18;

    /// <summary>Holds it: it is there, keeps its connections and does nothing.</summary>
    public const int Freeze = 19;

    /// <summary>Sends a signal; a process that is gone by now misses nothing.</summary>
    /// <param name="signal">One of the signals above.</param>
    /// <param name="processes">The processes.</param>
    public static void Send(int signal, params IEnumerable<int> processes)
    {
        ArgumentNullException.ThrowIfNull(processes);
        foreach (var process in processes)
            _ = ChildProcess.kill(process, signal);
    }
}
