namespace Geborgen.Planning.Plans;

/// <summary>Support that a family needs from an organisation.</summary>
public sealed class Support
{
    readonly List<SupportStep> steps = [];

    /// <summary>The id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The domain of life.</summary>
    public required LifeDomain Domain { get; init; }

    /// <summary>What is needed.</summary>
    public required string What { get; init; }

    /// <summary>The child whom it is for; null where it is for nobody in particular.</summary>
    public Guid? ChildId { get; init; }

    /// <summary>When it was asked for.</summary>
    public required DateTimeOffset AskedAt { get; init; }

    /// <summary>How far it is.</summary>
    public SupportState State { get; private set; }

    /// <summary>The clock that runs until waiting is looked at again; null where it is not waited for.</summary>
    public Guid? ClockId { get; private set; }

    /// <summary>What became of it, the oldest first.</summary>
    public IReadOnlyList<SupportStep> Steps => steps;

    /// <summary>Since when it is waited for; null where it is not.</summary>
    public DateTimeOffset? WaitingSince => State == SupportState.Waiting ? steps.Find(one => one.State == SupportState.Waiting)!.At : null;

    internal void Take(SupportStep step, Guid? clockId)
    {
        steps.Add(step);
        (State, ClockId) = (step.State, clockId);
    }
}

/// <summary>How far support is.</summary>
public enum SupportState
{
    /// <summary>It was asked for.</summary>
    Asked,

    /// <summary>The family waits for it.</summary>
    Waiting,

    /// <summary>It runs.</summary>
    Running,

    /// <summary>It ended, or is needed no longer.</summary>
    Ended,
}

/// <summary>What became of support.</summary>
public sealed class SupportStep
{
    /// <summary>How far it is then.</summary>
    public required SupportState State { get; init; }

    /// <summary>Why, in words for the family.</summary>
    public required string Why { get; init; }

    /// <summary>Who gives it; null where that is not known.</summary>
    public string? Organisation { get; init; }

    /// <summary>What helps meanwhile.</summary>
    public string? Meanwhile { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }
}
