namespace Geborgen.Planning.Plans;

/// <summary>What somebody wants to reach.</summary>
public sealed class Goal
{
    readonly List<Progress> progress = [];
    string text = "";

    /// <summary>The id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The domain of life.</summary>
    public required LifeDomain Domain { get; init; }

    /// <summary>The goal.</summary>
    public required string Text { get => text; init => text = value; }

    /// <summary>The member of the family whose goal it is; null where it could be nobody's.</summary>
    public Guid? OwnerId { get; init; }

    /// <summary>Why nobody of the family is its owner; null where somebody is.</summary>
    public string? WhyNobody { get; init; }

    /// <summary>How the owner follows it, such as an own figure, red and green, or words; null where the owner needs none.</summary>
    public string? OwnScale { get; init; }

    /// <summary>Where the owner's own words stand; null where a professional wrote it down with the family.</summary>
    public Guid? StatementId { get; init; }

    /// <summary>When it was set.</summary>
    public required DateTimeOffset SetAt { get; init; }

    /// <summary>How it goes, in the owner's words, the oldest first.</summary>
    public IReadOnlyList<Progress> Progress => progress;

    /// <summary>What became of it in the owner's judgement, at the latest evaluation; null while nobody was asked.</summary>
    public GoalOutcome? Outcome { get; private set; }

    internal void Say(string said) => text = said;

    internal void Report(Progress said) => progress.Add(said);

    internal void TakeOutReport(Guid statementId) => progress.RemoveAll(one => one.StatementId == statementId);

    internal void Judge(GoalOutcome outcome) => Outcome = outcome;
}

/// <summary>How a goal goes, in the owner's words.</summary>
public sealed class Progress
{
    /// <summary>Where the words stand.</summary>
    public required Guid StatementId { get; init; }

    /// <summary>Where it stands on the owner's own scale; null where the owner does not say.</summary>
    public string? OnOwnScale { get; init; }

    /// <summary>When it was said.</summary>
    public required DateTimeOffset At { get; init; }
}

/// <summary>What became of a goal in the judgement of its owner.</summary>
public enum GoalOutcome
{
    /// <summary>It is reached.</summary>
    Reached,

    /// <summary>It is nearer.</summary>
    Nearer,

    /// <summary>Nothing changed.</summary>
    Unchanged,

    /// <summary>It is farther off.</summary>
    FartherOff,

    /// <summary>It matters no longer.</summary>
    Dropped,
}
