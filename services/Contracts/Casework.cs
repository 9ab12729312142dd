namespace Geborgen.Contracts.Casework;

/// <summary>
/// Somebody became involved with a family and may from then on see what that involvement allows. Any service may
/// raise it. Either a person (<see cref="Worker"/>) or a whole team (<see cref="Team"/>) is involved, never both.
/// </summary>
/// <param name="FamilyId">The family.</param>
/// <param name="Stream">The aggregate that granted the involvement.</param>
/// <param name="Version">The place of the event in that aggregate's stream.</param>
/// <param name="Municipality">The responsible municipality.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="InvolvementId">The involvement, which a later event ends.</param>
/// <param name="Relation">One of <see cref="Relations"/>.</param>
/// <param name="Worker">The account that is involved, or null for a team.</param>
/// <param name="Team">The team that is involved, or null for a person.</param>
/// <param name="Organisation">The organisation that the worker or team belongs to.</param>
/// <param name="From">From when.</param>
/// <param name="Until">Until when, if that is known at the start.</param>
public sealed record InvolvementStarted(
    Guid FamilyId, Guid Stream, int Version, string Municipality, DateTimeOffset At,
    Guid InvolvementId, string Relation, string? Worker, string? Team, string Organisation,
    DateTimeOffset From, DateTimeOffset? Until) : IDomainEvent;

/// <summary>An involvement ended; it gives nothing from that moment on.</summary>
/// <param name="FamilyId">The family.</param>
/// <param name="Stream">The aggregate that granted the involvement.</param>
/// <param name="Version">The place of the event in that aggregate's stream.</param>
/// <param name="Municipality">The responsible municipality.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="InvolvementId">The involvement.</param>
/// <param name="Until">From when it gives nothing any more.</param>
public sealed record InvolvementEnded(
    Guid FamilyId, Guid Stream, int Version, string Municipality, DateTimeOffset At,
    Guid InvolvementId, DateTimeOffset Until) : IDomainEvent;

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

    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [KeyWorker, Cover, Duo, DutyTeam, Consulted, EmergencyAccess];
}

/// <summary>A term started to run. Any service may raise it.</summary>
/// <param name="FamilyId">The family.</param>
/// <param name="Stream">The aggregate whose term it is.</param>
/// <param name="Version">The place of the event in that aggregate's stream.</param>
/// <param name="Municipality">The responsible municipality.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="ClockId">The clock.</param>
/// <param name="Term">The term, a key of the dated list of time limits.</param>
/// <param name="StartedAt">The moment from which the term counts.</param>
/// <param name="WarnAt">When its owner is warned.</param>
/// <param name="DueAt">When it runs out.</param>
public sealed record ClockStarted(
    Guid FamilyId, Guid Stream, int Version, string Municipality, DateTimeOffset At,
    Guid ClockId, string Term, DateTimeOffset StartedAt, DateTimeOffset WarnAt, DateTimeOffset DueAt) : IDomainEvent;

/// <summary>A running term comes near its end.</summary>
/// <param name="FamilyId">The family.</param>
/// <param name="Stream">The aggregate whose term it is.</param>
/// <param name="Version">The place of the event in that aggregate's stream.</param>
/// <param name="Municipality">The responsible municipality.</param>
/// <param name="At">When the warning was given.</param>
/// <param name="ClockId">The clock.</param>
public sealed record ClockWarned(
    Guid FamilyId, Guid Stream, int Version, string Municipality, DateTimeOffset At, Guid ClockId) : IDomainEvent;

/// <summary>A term ran out before what it waits for was done.</summary>
/// <param name="FamilyId">The family.</param>
/// <param name="Stream">The aggregate whose term it is.</param>
/// <param name="Version">The place of the event in that aggregate's stream.</param>
/// <param name="Municipality">The responsible municipality.</param>
/// <param name="At">When that was established.</param>
/// <param name="ClockId">The clock.</param>
public sealed record ClockOverdue(
    Guid FamilyId, Guid Stream, int Version, string Municipality, DateTimeOffset At, Guid ClockId) : IDomainEvent;

/// <summary>What a term waited for was done.</summary>
/// <param name="FamilyId">The family.</param>
/// <param name="Stream">The aggregate whose term it is.</param>
/// <param name="Version">The place of the event in that aggregate's stream.</param>
/// <param name="Municipality">The responsible municipality.</param>
/// <param name="At">When it was done.</param>
/// <param name="ClockId">The clock.</param>
public sealed record ClockStopped(
    Guid FamilyId, Guid Stream, int Version, string Municipality, DateTimeOffset At, Guid ClockId) : IDomainEvent;
