namespace Geborgen.Investigation.Investigations;

/// <summary>Something that nobody knows, as a record of its own: what, why, what was tried, and when it is looked at again.</summary>
public sealed class NotKnowing
{
    internal NotKnowing(string what, string why, string tried, DateOnly reviewOn, string? agendaItem, DateTimeOffset recordedAt)
    {
        Id = Guid.CreateVersion7(recordedAt);
        What = what;
        Why = why;
        Tried = tried;
        ReviewOn = reviewOn;
        AgendaItem = agendaItem;
        RecordedAt = recordedAt;
    }

    /// <summary>The id.</summary>
    public Guid Id { get; private set; }

    /// <summary>What nobody knows.</summary>
    public string What { get; private set; }

    /// <summary>Why nobody knows it.</summary>
    public string Why { get; private set; }

    /// <summary>What was tried to find out.</summary>
    public string Tried { get; private set; }

    /// <summary>When it is looked at again.</summary>
    public DateOnly ReviewOn { get; private set; }

    /// <summary>The item of the knowledge agenda that it feeds, or null.</summary>
    public string? AgendaItem { get; private set; }

    /// <summary>When it was recorded.</summary>
    public DateTimeOffset RecordedAt { get; private set; }

    /// <summary>What is known now, or why it no longer matters; null while nobody knows.</summary>
    public string? Resolution { get; private set; }

    /// <summary>When that became known, or null.</summary>
    public DateTimeOffset? ResolvedAt { get; private set; }

    internal void Resolve(string resolution, DateTimeOffset now) => (Resolution, ResolvedAt) = (resolution, now);
}
