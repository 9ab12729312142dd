using System.Net;
using System.Net.Sockets;

namespace Geborgen.AppHost.Embedded;

/// <summary>
/// Ports for servers that nobody needs to know by heart. They lie below the range from which the kernel takes the
/// ports of outgoing connections: a server that restarts finds its port still free, and a client that retries while
/// it is away can't by chance connect to itself.
/// </summary>
public static class FreePorts
{
    const int Lowest = 20_000;

    static readonly HashSet<int> Given = [];

    /// <summary>A loopback port that is free now and is given out once per process.</summary>
    public static int Next()
    {
        var highest = int.Parse(File.ReadAllText("/proc/sys/net/ipv4/ip_local_port_range").Split('\t', ' ')[0], null);
        for (var attempt = 0; attempt < 1_000; attempt++)
        {
            var port = Random.Shared.Next(Lowest, Math.Max(highest, Lowest + 1_000));
            lock (Given)
            {
                if (!Given.Contains(port) && IsFree(port))
                {
                    Given.Add(port);
                    return port;
                }
            }
        }
        throw new InvalidOperationException($"No free port between {Lowest} and {highest}.");
    }

    /// <summary>Whether a server could listen on this port of the loopback address.</summary>
    public static bool IsFree(int port)
    {
        using var probe = new TcpListener(IPAddress.Loopback, port);
        try
        {
            probe.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
