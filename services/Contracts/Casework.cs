namespace Geborgen.Contracts.Casework;

/// <summary>
/// Somebody became involved with a family and may from then on see what that involvement allows. Any service may
/// raise it. Either a person (<see cref="Worker"/>) or a whole team (<see cref="Team"/>) is involved, never both.
/// </summary>
/// <param name="InvolvementId">The involvement, which a later event ends.</param>
/// <param name="Relation">One of <see cref="Relations"/>.</param>
/// <param name="Worker">The account that is involved, or null for a team.</param>
/// <param name="Team">The team that is involved, or null for a person.</param>
/// <param name="Organisation">The organisation that the worker or team belongs to.</param>
/// <param name="From">From when.</param>
/// <param name="Until">Until when, if that is known at the start.</param>
public sealed record InvolvementStarted(
    Guid InvolvementId, string Relation, string? Worker, string? Team, string Organisation, DateTimeOffset From, DateTimeOffset? Until)
    : DomainEvent, IGivesRight
{
    /// <inheritdoc/>
    string? IGivesRight.To => Worker;
}

/// <summary>An involvement ended; it gives nothing from that moment on.</summary>
/// <param name="InvolvementId">The involvement.</param>
/// <param name="Until">From when it gives nothing any more.</param>
public sealed record InvolvementEnded(Guid InvolvementId, DateTimeOffset Until) : DomainEvent;

/// <summary>The relations that an involvement can express.</summary>
public static class Relations
{
    /// <summary>The family's one familiar face.</summary>
    public const string KeyWorker = "keyWorker";

    /// <summary>Stands in for the key worker, with the same powers.</summary>
    public const string Cover = "cover";

    /// <summary>Works beside the key worker, with the same powers.</summary>
    public const string Duo = "duo";

    /// <summary>The intake team on duty, which owns a family until it has a key worker.</summary>
    public const string DutyTeam = "dutyTeam";

    /// <summary>Was asked for advice on this family.</summary>
    public const string Consulted = "consulted";

    /// <summary>Opened the file in an emergency: with a reason, for a short time, and those involved are told.</summary>
    public const string EmergencyAccess = "emergencyAccess";

    /// <summary>The regional team that owns an investigation or emergency until somebody is assigned.</summary>
    public const string RegionalTeam = "regionalTeam";

    /// <summary>The team on duty for a family that has a key worker, or for an investigation that somebody does: it can give it to another, and reads nothing of it.</summary>
    public const string AssigningTeam = "assigningTeam";

    /// <summary>Does the investigation.</summary>
    public const string Investigator = "investigator";

    /// <summary>The team on duty of another municipality, which was asked to become responsible for children of the family.</summary>
    public const string ReceivingTeam = "receivingTeam";

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } =
        [KeyWorker, Cover, Duo, DutyTeam, Consulted, EmergencyAccess, RegionalTeam, AssigningTeam, Investigator, ReceivingTeam];

    /// <summary>The full name of a relation, under which alone it gives anything: that of the service that gives it, and its own.</summary>
    public static string By(string service, string relation) => $"{service}.{relation}";

    /// <summary>A relation's own name, without that of the service that gives it.</summary>
    public static string OwnNameOf(string fullName) => fullName[(fullName.IndexOf('.', StringComparison.Ordinal) + 1)..];
}

/// <summary>A term started to run. Any service may raise it.</summary>
/// <param name="ClockId">The clock.</param>
/// <param name="Term">The term: a key of the dated list of time limits, or of a term until an agreed day.</param>
/// <param name="StartedAt">The moment from which the term counts.</param>
/// <param name="WarnAt">When its owner is warned.</param>
/// <param name="DueAt">When it runs out.</param>
/// <param name="Owner">Who answers for it: <c>keyWorker</c>, <c>investigator</c> or <c>privacyOfficer</c>.</param>
public sealed record ClockStarted(
    Guid ClockId, string Term, DateTimeOffset StartedAt, DateTimeOffset WarnAt, DateTimeOffset DueAt, string Owner = "keyWorker") : DomainEvent;

/// <summary>A running term comes near its end.</summary>
/// <param name="ClockId">The clock.</param>
public sealed record ClockWarned(Guid ClockId) : DomainEvent;

/// <summary>A term ran out before what it waits for was done.</summary>
/// <param name="ClockId">The clock.</param>
public sealed record ClockOverdue(Guid ClockId) : DomainEvent;

/// <summary>What a term waited for was done.</summary>
/// <param name="ClockId">The clock.</param>
public sealed record ClockStopped(Guid ClockId) : DomainEvent;

/// <summary>A term waits, for a reason that lies with the family or with the law.</summary>
/// <param name="ClockId">The clock.</param>
/// <param name="Until">The last day on which it waits; null where it waits without a known end.</param>
public sealed record ClockPaused(Guid ClockId, DateOnly? Until = null) : DomainEvent;

/// <summary>A paused term goes on, with the days on which it waited given back.</summary>
/// <param name="ClockId">The clock.</param>
/// <param name="WarnAt">When its owner is warned now.</param>
/// <param name="DueAt">When it runs out now.</param>
public sealed record ClockResumed(Guid ClockId, DateTimeOffset WarnAt, DateTimeOffset DueAt) : DomainEvent;

/// <summary>A decision was published with its plain explanation, legal basis and remedy, which are read at the service that took it. Any service may raise it.</summary>
/// <param name="DecisionId">The decision.</param>
/// <param name="Kind">What was decided on, in camelCase, such as <c>triage</c> or <c>conclusion</c>.</param>
/// <param name="Outcome">What was decided, in camelCase.</param>
/// <param name="Remedy">What somebody who disagrees can do, in camelCase.</param>
public sealed record DecisionPublished(Guid DecisionId, string Kind, string Outcome, string Remedy) : DomainEvent;

/// <summary>A statement was added to those that were there. Any service may raise it.</summary>
/// <param name="StatementId">The statement.</param>
/// <param name="Author">Whose it is, as a role towards the family, in camelCase.</param>
/// <param name="Kind">Its kind in camelCase, or null while nobody labelled it.</param>
public sealed record StatementRecorded(Guid StatementId, string Author, string? Kind) : DomainEvent;

/// <summary>
/// A statement was amended or withdrawn by its author, corrected, taken out of sight, or brought up to date with where it
/// was told first. Whatever builds on it must be weighed again.
/// </summary>
/// <param name="StatementId">The statement.</param>
/// <param name="Change">What happened: <c>amended</c>, <c>withdrawn</c>, <c>corrected</c>, <c>takenOut</c> or <c>broughtUpToDate</c>.</param>
/// <param name="Number">The number of the version that counts now.</param>
public sealed record StatementChanged(Guid StatementId, string Change, int Number) : DomainEvent;

/// <summary>Somebody disputes a statement; that stays visible wherever it is shown.</summary>
/// <param name="StatementId">The statement.</param>
/// <param name="Outcome">
/// How one contest was settled while the statement stays contested: <c>bothStand</c>, or, where there is another contest,
/// <c>agreed</c> or <c>takenBack</c>; null when nothing was settled.
/// </param>
public sealed record StatementContested(Guid StatementId, string? Outcome = null) : DomainEvent;

/// <summary>Nobody disputes a statement any more.</summary>
/// <param name="StatementId">The statement.</param>
/// <param name="Outcome">How the last contest ended: <c>agreed</c> or <c>takenBack</c>; null when it ended where the statement was told first.</param>
public sealed record StatementContestSettled(Guid StatementId, string? Outcome = null) : DomainEvent;

/// <summary>A statement was shared with a member of the family.</summary>
/// <param name="StatementId">The statement.</param>
/// <param name="PersonId">The member.</param>
public sealed record StatementShared(Guid StatementId, Guid PersonId) : DomainEvent;

/// <summary>A statement is kept from the family for a time.</summary>
/// <param name="StatementId">The statement.</param>
/// <param name="ReviewOn">When that is looked at again.</param>
/// <param name="Until">The last day.</param>
public sealed record StatementWithheld(Guid StatementId, DateOnly ReviewOn, DateOnly Until) : DomainEvent;

/// <summary>A statement is no longer kept from the family.</summary>
/// <param name="StatementId">The statement.</param>
public sealed record StatementWithholdingLifted(Guid StatementId) : DomainEvent;
