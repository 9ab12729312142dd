namespace Geborgen.Planning.Plans;

/// <summary>Something that must be so for everybody's safety.</summary>
public sealed class Condition
{
    /// <summary>The id.</summary>
    public required Guid Id { get; init; }

    /// <summary>Where it comes from.</summary>
    public required ConditionSource Source { get; init; }

    /// <summary>The condition.</summary>
    public required string Text { get; init; }

    /// <summary>What happens when it is refused or not kept; always said of one that is announced.</summary>
    public string? Consequence { get; init; }

    /// <summary>Since when it counts.</summary>
    public required DateTimeOffset SetAt { get; init; }

    /// <summary>When it ended; null while it counts.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Why it ended, in words for the family.</summary>
    public string? WhyEnded { get; private set; }

    internal void End(string why, DateTimeOffset now) => (EndedAt, WhyEnded) = (now, why);
}

/// <summary>Where a condition comes from.</summary>
public enum ConditionSource
{
    /// <summary>Those concerned agreed on it.</summary>
    Agreed,

    /// <summary>It was announced: the family may refuse, and knows what follows then.</summary>
    Announced,

    /// <summary>A court ordered it, which alone binds. It comes with its order; nobody sets it.</summary>
    Ordered,
}

/// <summary>Advice, which binds nobody.</summary>
public sealed class PlanAdvice
{
    /// <summary>The id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The advice.</summary>
    public required string Text { get; init; }

    /// <summary>When it was given.</summary>
    public required DateTimeOffset At { get; init; }
}
