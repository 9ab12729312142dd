using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Geborgen.AppHost.Embedded;

/// <summary>Where everyone reads what state each resource is in, and hears of changes.</summary>
internal sealed class ResourceBoard
{
    readonly Lock gate = new();
    readonly Dictionary<string, ResourceSnapshot> current = [];
    readonly List<Channel<ResourceSnapshot>> watchers = [];

    public void Publish(ResourceSnapshot snapshot)
    {
        lock (gate)
        {
            if (current.TryGetValue(snapshot.Name, out var before) && before == snapshot)
                return;
            current[snapshot.Name] = snapshot;
            foreach (var watcher in watchers)
                watcher.Writer.TryWrite(snapshot);
        }
    }

    public IReadOnlyList<ResourceSnapshot> All
    {
        get
        {
            lock (gate)
                return [.. current.Values];
        }
    }

    public ResourceSnapshot this[string name]
    {
        get
        {
            lock (gate)
                return current[name];
        }
    }

    /// <summary>The present state of every resource, then each change.</summary>
    public async IAsyncEnumerable<ResourceSnapshot> WatchAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        var channel = Channel.CreateUnbounded<ResourceSnapshot>();
        lock (gate)
        {
            foreach (var snapshot in current.Values)
                channel.Writer.TryWrite(snapshot);
            watchers.Add(channel);
        }
        try
        {
            await foreach (var snapshot in channel.Reader.ReadAllAsync(cancellation))
                yield return snapshot;
        }
        finally
        {
            lock (gate)
                watchers.Remove(channel);
        }
    }

    public async Task WaitForAsync(string name, Predicate<ResourceSnapshot> condition, CancellationToken cancellation)
    {
        await foreach (var snapshot in WatchAsync(cancellation))
            if (snapshot.Name == name && condition(snapshot))
                return;
    }
}
