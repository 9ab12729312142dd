using Geborgen.Casework;

namespace Geborgen.Intake.Families;

/// <summary>A decision to close the file of a family, and how it was opened again.</summary>
public sealed class FamilyClosing
{
    /// <summary>The decision's id, by which the family view and a remedy refer to it.</summary>
    public required Guid DecisionId { get; init; }

    /// <summary>The decision in words for the family, and what somebody who disagrees can do.</summary>
    public required Decision Decision { get; init; }

    /// <summary>The account that decided.</summary>
    public required string By { get; init; }

    /// <summary>When it was decided.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>When the file was opened again, or null while it is closed.</summary>
    public DateTimeOffset? ReopenedAt { get; private set; }

    /// <summary>What it was opened again for, or null.</summary>
    public ReopeningCause? ReopenedFor { get; private set; }

    /// <summary>Why it was opened again, in words for the family; null where danger or a call for help did so by itself.</summary>
    public string? WhyReopened { get; private set; }

    internal void Reopen(ReopeningCause cause, string? why, DateTimeOffset at) => (ReopenedAt, ReopenedFor, WhyReopened) = (at, cause, why);
}

/// <summary>What a closed file is opened again for.</summary>
public enum ReopeningCause
{
    /// <summary>Somebody of the family is in danger.</summary>
    Emergency,

    /// <summary>Somebody reported or asked for something again.</summary>
    NewContact,

    /// <summary>The family asked for it.</summary>
    FamilyAsked,

    /// <summary>It should not have been closed, or not yet.</summary>
    ClosedTooSoon,
}

/// <summary>What still runs around a family elsewhere than in its own record, and must be finished before its file is closed.</summary>
/// <param name="Contact">A contact waits for its triage or its advice.</param>
/// <param name="Emergency">An emergency was not ended, or a safety agreement still holds.</param>
/// <param name="Investigation">An investigation was asked for or is done, or the regional team still works with the family.</param>
/// <param name="Telling">Those concerned by a report were not all told.</param>
/// <param name="Danger">Somebody is judged to be in acute danger.</param>
/// <param name="Plan">The family has a plan that was not closed.</param>
public sealed record StillRunning(
    bool Contact = false, bool Emergency = false, bool Investigation = false, bool Telling = false, bool Danger = false, bool Plan = false);
