using Geborgen.Messaging;

namespace Geborgen.FamilyView;

// The rows of the skeleton. They are written by SkeletonProjection alone, as sets; EF Core knows them for the schema
// and for reading.

/// <summary>A family that some service spoke of.</summary>
/// <param name="FamilyId">The family.</param>
/// <param name="Municipality">The responsible municipality.</param>
/// <param name="OpenedAt">When it came into view; null while only events about its parts have arrived.</param>
/// <param name="Version">The version of the event that the row stands at; 0 while it is only a parent.</param>
sealed record FamilyRow(Guid FamilyId, string Municipality, DateTimeOffset? OpenedAt, int Version) : IVersionedRow;

/// <summary>Whether the file of a family is closed. One that was opened again stays, so that a late closing cannot close it.</summary>
/// <param name="FamilyId">The family.</param>
/// <param name="ClosedOn">The day on which it was closed; null once it was opened again.</param>
/// <param name="Version">The version of the event that the row stands at.</param>
sealed record ClosingRow(Guid FamilyId, DateOnly? ClosedOn, int Version) : IVersionedRow;

/// <summary>A person's place in a family. A removed one stays as a tombstone without content, so that a late event cannot bring it back.</summary>
/// <param name="FamilyId">The family.</param>
/// <param name="PersonId">The person.</param>
/// <param name="Role">The role; null in a tombstone.</param>
/// <param name="From">The first day; null in a tombstone.</param>
/// <param name="Until">The last day; its presence makes the row a tombstone.</param>
/// <param name="Version">The version of the event that the row stands at.</param>
sealed record MemberRow(Guid FamilyId, Guid PersonId, string? Role, DateOnly? From, DateOnly? Until, int Version) : IVersionedRow;

/// <summary>The municipality that became responsible for a child; before the first row the one that keeps the file is.</summary>
/// <param name="FamilyId">The family.</param>
/// <param name="ChildId">The child.</param>
/// <param name="Municipality">The municipality.</param>
/// <param name="From">From when.</param>
/// <param name="Version">The version of the event that the row stands at.</param>
sealed record ResponsibilityRow(Guid FamilyId, Guid ChildId, string Municipality, DateTimeOffset From, int Version) : IVersionedRow;

/// <summary>The highest age at which rights switch that a member reached in this family. Apart from the member's own row, which other events own.</summary>
/// <param name="FamilyId">The family.</param>
/// <param name="PersonId">The member.</param>
/// <param name="Age">12, 16 or 18.</param>
/// <param name="Version">The version of the event that the row stands at.</param>
sealed record RightsRow(Guid FamilyId, Guid PersonId, int Age, int Version) : IVersionedRow;

/// <summary>Another family that this one came from or went into, as the family says from which the event comes.</summary>
/// <param name="FamilyId">The family.</param>
/// <param name="OtherFamilyId">The other family.</param>
/// <param name="Kind">What the other is to it: <c>splitOff</c>, <c>splitFrom</c>, <c>merged</c> or <c>mergedInto</c>.</param>
/// <param name="Since">Since when.</param>
/// <param name="Undone">Whether it was undone.</param>
/// <param name="Version">The version of the event that the row stands at.</param>
sealed record FamilyLinkRow(Guid FamilyId, Guid OtherFamilyId, string Kind, DateTimeOffset Since, bool Undone, int Version) : IVersionedRow;

/// <summary>A first contact about a family. One that was registered in error stays as a tombstone without content.</summary>
/// <param name="ContactId">The contact.</param>
/// <param name="FamilyId">The family.</param>
/// <param name="Kind">What kind of contact it is.</param>
/// <param name="ReceivedAt">When it was received.</param>
/// <param name="Version">The version of the event that the row stands at.</param>
/// <param name="TakenOut">Whether it was registered in error.</param>
sealed record ContactRow(Guid ContactId, Guid FamilyId, string Kind, DateTimeOffset ReceivedAt, int Version, bool TakenOut = false) : IVersionedRow;

/// <summary>A term. Each kind of event fills its own columns, once, so that their order of arrival does not matter.</summary>
/// <param name="ClockId">The clock.</param>
/// <param name="FamilyId">The family.</param>
/// <param name="Stream">The aggregate whose term it is.</param>
/// <param name="Term">The key of the term; null until its start arrives.</param>
/// <param name="StartedAt">The moment from which it counts; null until its start arrives.</param>
/// <param name="WarnAt">When its owner is warned; null until its start arrives.</param>
/// <param name="DueAt">When it runs out; null until its start arrives.</param>
/// <param name="WarnedAt">When the owner was warned.</param>
/// <param name="OverdueAt">When it was established that it had run out.</param>
/// <param name="StoppedAt">When what it waits for was done.</param>
/// <param name="Version">The highest version that was applied.</param>
/// <param name="TimingVersion">The version that gave the times: its start, or the last end of a pause.</param>
/// <param name="PausedAt">Since when it waits; null while it runs.</param>
/// <param name="PauseVersion">The version at which it last began or ended to wait.</param>
/// <param name="Owner">Who answers for it; null until its start arrives.</param>
/// <param name="PausedUntil">The last day on which it waits; null while it runs.</param>
sealed record ClockRow(
    Guid ClockId, Guid FamilyId, Guid Stream, string? Term, DateTimeOffset? StartedAt, DateTimeOffset? WarnAt, DateTimeOffset? DueAt,
    DateTimeOffset? WarnedAt, DateTimeOffset? OverdueAt, DateTimeOffset? StoppedAt, int Version,
    int TimingVersion = 0, DateTimeOffset? PausedAt = null, int PauseVersion = 0, string? Owner = null,
    DateOnly? PausedUntil = null);

/// <summary>
/// Something that runs or was settled around a family, of which the view knows what it is and how far: a decision, an
/// investigation, another expert who was asked for, an emergency, somebody in acute danger, a contested statement, something
/// that nobody knows, a wish for another key worker, support by the network, something that was registered in error.
/// </summary>
/// <param name="MatterId">The matter, by the id that its service gave it.</param>
/// <param name="FamilyId">The family.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Detail">More precisely what, as a code; null while that has not arrived, or when there is no more to say.</param>
/// <param name="Since">When it began; null while that has not arrived.</param>
/// <param name="State">How far it is, as a code.</param>
/// <param name="StateAt">When it came so far.</param>
/// <param name="Version">The version of the event that gave the state, or its place where more than one service tells of the matter.</param>
sealed record MatterRow(
    Guid MatterId, Guid FamilyId, string Kind, string? Detail, DateTimeOffset? Since, string State, DateTimeOffset StateAt, int Version);

/// <summary>Something that happened around a family, once by its id.</summary>
/// <param name="EventId">The event.</param>
/// <param name="FamilyId">The family.</param>
/// <param name="At">When it happened.</param>
/// <param name="Service">The service that said so.</param>
/// <param name="Name">The name of the event.</param>
/// <param name="Municipality">The municipality that was responsible then.</param>
/// <param name="Stream">The aggregate that it is about.</param>
/// <param name="Version">Its place in that aggregate's stream.</param>
sealed record TimelineRow(
    Guid EventId, Guid FamilyId, DateTimeOffset At, string Service, string Name, string Municipality, Guid Stream, int Version);
