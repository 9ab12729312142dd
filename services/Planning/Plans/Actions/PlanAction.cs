namespace Geborgen.Planning.Plans;

/// <summary>Something that somebody does: of the family, of those who help along, or the key worker.</summary>
public sealed class PlanAction
{
    readonly List<ActionReport> reports = [];

    /// <summary>The id.</summary>
    public required Guid Id { get; init; }

    /// <summary>What.</summary>
    public required string What { get; init; }

    /// <summary>When, as those concerned say it, such as "Tuesday and Thursday from school"; null where that does not matter.</summary>
    public string? When { get; init; }

    /// <summary>The goal that it serves; null where it serves none in particular.</summary>
    public Guid? GoalId { get; init; }

    /// <summary>The child whom it is about; null where it is about no one in particular.</summary>
    public Guid? ChildId { get; init; }

    /// <summary>The member of the family who does it; null where somebody else does.</summary>
    public Guid? PersonId { get; init; }

    /// <summary>Who of those who help along does it; null where somebody else does, and where both are null the key worker does.</summary>
    public Guid? PartnerId { get; init; }

    /// <summary>The day on which it was agreed.</summary>
    public required DateOnly PlannedOn { get; init; }

    /// <summary>The day on which it was done; null while it is not.</summary>
    public DateOnly? DoneOn { get; private set; }

    /// <summary>How it goes, in the words of who does it, the oldest first.</summary>
    public IReadOnlyList<ActionReport> Reports => reports;

    internal void Report(ActionReport report, DateOnly? doneOn)
    {
        reports.Add(report);
        DoneOn = doneOn ?? DoneOn;
    }
}

/// <summary>How an action goes.</summary>
public sealed class ActionReport
{
    /// <summary>Where the words stand; null where only was said that it is done.</summary>
    public Guid? StatementId { get; init; }

    /// <summary>When it was said.</summary>
    public required DateTimeOffset At { get; init; }
}
