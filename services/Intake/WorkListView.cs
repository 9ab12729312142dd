namespace Geborgen.Intake;

/// <summary>The parts of a work list that a worker looks at.</summary>
public enum WorkListView
{
    /// <summary>Of families that the caller works with.</summary>
    Mine,

    /// <summary>Of families that the caller's team on duty owns.</summary>
    Team,

    /// <summary>What waits: contacts for triage or advice, terms for the end of their pause.</summary>
    Waiting,
}
