namespace Geborgen.Access;

/// <summary>When another service was last heard about a municipality. Its involvements count only while it is heard.</summary>
sealed class Source
{
    public required string Service { get; init; }
    public required string Municipality { get; init; }

    /// <summary>Epoch and position of its event log, up to which all was published before the heartbeat.</summary>
    public int Epoch { get; init; }

    public long Position { get; init; }

    /// <summary>The moment up to which its log was published, by its own clock, and never later than it was heard.</summary>
    public DateTimeOffset HeardAt { get; init; }
}
