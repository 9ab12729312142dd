using System.Net.NetworkInformation;

namespace Geborgen.Support;

/// <summary>
/// Ports for servers that nobody needs to know by heart. They lie below the range from which the kernel takes the
/// ports of outgoing connections: a server that restarts finds its port still free, and a client that retries while
/// it is away can't by chance connect to itself.
/// </summary>
public static class FreePorts
{
    const int Lowest = 20_000;
    const int Attempts = 1_000;

    static readonly HashSet<int> Given = [];

    /// <summary>A loopback port that is free now and is given out once per process.</summary>
    public static int Next(int inARow = 1)
    {
        var highest = int.Parse(File.ReadAllText("/proc/sys/net/ipv4/ip_local_port_range").Split('\t', ' ')[0], null) - inARow;
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var first = Random.Shared.Next(Lowest, Math.Max(highest, Lowest + Attempts));
            var ports = Enumerable.Range(first, inARow);
            var taken = IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Select(listener => listener.Port).ToHashSet();
            lock (Given)
            {
                if (taken.Overlaps(ports) || Given.Overlaps(ports))
                    continue;
                Given.UnionWith(ports);
                return first;
            }
        }
        throw new InvalidOperationException($"No free ports between {Lowest} and {highest}.");
    }
}
