using Geborgen.Casework;

namespace Geborgen.Planning.Plans;

/// <summary>The plan was looked at together with the family.</summary>
public sealed class Evaluation
{
    /// <summary>The id.</summary>
    public required Guid Id { get; init; }

    /// <summary>The edition that was looked at.</summary>
    public required int Edition { get; init; }

    /// <summary>What changed, as those concerned see it.</summary>
    public required string WhatChanged { get; init; }

    /// <summary>What was learnt; null where nothing was said about it.</summary>
    public string? WhatWasLearnt { get; init; }

    /// <summary>Whether it was of use, in the family's judgement.</summary>
    public required PlanUsefulness Usefulness { get; init; }

    /// <summary>What else is tried; always said where it did not help.</summary>
    public string? OtherApproach { get; init; }

    /// <summary>What helped.</summary>
    public required IReadOnlyList<WorkingElement> WorkingElements { get; init; }

    /// <summary>The day of the next one; null where the plan is to be closed.</summary>
    public DateOnly? NextOn { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    internal static Evaluation Of(NewEvaluation evaluation, int edition, Actor by) => new()
    {
        Id = Guid.CreateVersion7(by.Now),
        Edition = edition,
        WhatChanged = evaluation.WhatChanged,
        WhatWasLearnt = evaluation.WhatWasLearnt,
        Usefulness = evaluation.Usefulness,
        OtherApproach = evaluation.OtherApproach,
        WorkingElements = evaluation.WorkingElements,
        NextOn = evaluation.NextOn,
        At = by.Now,
    };
}

/// <summary>What a look at the plan together brought.</summary>
/// <param name="WhatChanged">What changed, as those concerned see it.</param>
/// <param name="WhatWasLearnt">What was learnt.</param>
/// <param name="Usefulness">Whether it was of use, in the family's judgement.</param>
/// <param name="OtherApproach">What else is tried.</param>
/// <param name="WorkingElements">What helped.</param>
/// <param name="Goals">What became of goals, in their owners' judgement.</param>
/// <param name="NextOn">The day of the next one.</param>
public sealed record NewEvaluation(
    string WhatChanged, string? WhatWasLearnt, PlanUsefulness Usefulness, string? OtherApproach, IReadOnlyList<WorkingElement> WorkingElements,
    IReadOnlyList<JudgedGoal> Goals, DateOnly? NextOn);

/// <summary>What became of a goal, in its owner's judgement.</summary>
/// <param name="GoalId">The goal.</param>
/// <param name="Outcome">What became of it.</param>
public sealed record JudgedGoal(Guid GoalId, GoalOutcome Outcome);

/// <summary>What helped, in the judgement of those concerned: what is known to work in help to families.</summary>
public enum WorkingElement
{
    /// <summary>One familiar face.</summary>
    FamiliarFace,

    /// <summary>Being heard and taken seriously.</summary>
    BeingHeard,

    /// <summary>The family's own plan.</summary>
    OwnPlan,

    /// <summary>Kin, friends, neighbours.</summary>
    Network,

    /// <summary>Practical help, as with debts or the household.</summary>
    PracticalHelp,

    /// <summary>Few and clear tasks.</summary>
    ClearTasks,

    /// <summary>Knowing what follows.</summary>
    Openness,

    /// <summary>What somebody learnt to do.</summary>
    Skill,
}

/// <summary>Whether a plan was of use, in the family's judgement.</summary>
public enum PlanUsefulness
{
    /// <summary>It helped.</summary>
    Helped,

    /// <summary>Parts of it helped.</summary>
    HelpedPartly,

    /// <summary>It did not help; another approach is on the table.</summary>
    DidNotHelp,
}

/// <summary>How a plan ended (harmonised outcomes of youth help).</summary>
public enum PlanOutcome
{
    /// <summary>The family goes on without help.</summary>
    GoesOnAlone,

    /// <summary>The family goes on with the help of its network.</summary>
    GoesOnWithNetwork,

    /// <summary>Others go on with it.</summary>
    HandedOver,

    /// <summary>The family stopped, or could not be reached any more.</summary>
    BrokenOff,
}

/// <summary>How a plan was closed.</summary>
public sealed class PlanClosing
{
    /// <summary>How it ended.</summary>
    public required PlanOutcome Outcome { get; init; }

    /// <summary>Why, in words for the family.</summary>
    public required string Explanation { get; init; }

    /// <summary>The account that closed it.</summary>
    public required string By { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }
}
