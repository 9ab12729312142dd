using Geborgen.AppHost.Embedded;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>Something that runs. Aspire's class of this name, with the way we run it.</summary>
internal abstract class Resource(string name, LineLog log) : IResource, IAsyncDisposable
{
    static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(10);

    public string Name => name;

    /// <summary>What the dashboard calls this sort of resource.</summary>
    public abstract string Kind { get; }

    /// <summary>What has to be so before this one starts.</summary>
    public List<(Resource Resource, bool Completed)> Waits { get; } = [];

    /// <summary>What this one talks to, by name.</summary>
    public HashSet<string> References { get; } = [];

    public Resource? Parent { get; init; }
    public LineLog Log => log;

    /// <summary>The address that people or programs open; null without one.</summary>
    public virtual Uri? Url => null;

    /// <summary>How its clients reach it, with credentials; null when that is no connection string.</summary>
    public virtual string? ConnectionString => null;

    /// <summary>What it gets in its environment; shown on the dashboard.</summary>
    public virtual IReadOnlyDictionary<string, string> Environment => new Dictionary<string, string>();

    /// <summary>Whether ending with code 0 is what it is for.</summary>
    public virtual bool RunsOnce => false;

    public abstract int? ProcessId { get; }

    /// <summary>Completes with the exit code when what <see cref="LaunchAsync"/> started has ended.</summary>
    public abstract Task<int> Exited { get; }

    /// <summary>Starts it without waiting until it is healthy.</summary>
    public abstract Task LaunchAsync(CancellationToken cancellation);

    /// <summary>Null when healthy, otherwise why not.</summary>
    public abstract Task<string?> FindFaultAsync(CancellationToken cancellation);

    /// <summary>Ends it in good order; returns when it is gone.</summary>
    public abstract Task StopAsync();

    public virtual ValueTask DisposeAsync()
    {
        log.Dispose();
        return ValueTask.CompletedTask;
    }

    private protected static Task StopAsync(ChildProcess? process) =>
        process?.StopAsync(Signal.Terminate, StopPatience) ?? Task.CompletedTask;
}

/// <summary>Something that runs, by its name in the model.</summary>
internal interface IResource
{
    string Name { get; }
}

/// <summary>A resource that others reach with a connection string.</summary>
internal interface IResourceWithConnectionString : IResource
{
    string? ConnectionString { get; }
}
