namespace Geborgen.AppHost.Embedded;

/// <summary>Where a resource is in its life. The names are Aspire's, which the dashboard knows.</summary>
internal enum ResourceState
{
    NotStarted,
    Waiting,
    Starting,
    Running,
    Stopping,
    Exited,
    Finished,
    FailedToStart,
}

/// <summary>What is known of a resource at one moment.</summary>
internal sealed record ResourceSnapshot(string Name, ResourceState State)
{
    /// <summary>Null as long as it was not checked since its start.</summary>
    public bool? Healthy { get; init; }
    public string Detail { get; init; } = "";
    public int? ProcessId { get; init; }
    public int? ExitCode { get; init; }
    public int Restarts { get; init; }
    public DateTimeOffset? StartedAt { get; init; }
    public DateTimeOffset? StoppedAt { get; init; }

    public bool IsReady => this is { State: ResourceState.Running, Healthy: true } or { State: ResourceState.Finished };
}
