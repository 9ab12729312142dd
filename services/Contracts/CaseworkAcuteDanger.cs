namespace Geborgen.Contracts.Casework;

/// <summary>Somebody judged a person to be in acute danger; by whom and on what ground is read at the service that recorded it.</summary>
/// <param name="FamilyId">The family.</param>
/// <param name="Stream">The aggregate that says so.</param>
/// <param name="Version">The place of the event in that aggregate's stream.</param>
/// <param name="Municipality">The responsible municipality.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="AcuteDangerId">The judgement.</param>
/// <param name="PersonId">Who is in danger.</param>
public sealed record AcuteDangerJudged(
    Guid FamilyId, Guid Stream, int Version, string Municipality, DateTimeOffset At,
    Guid AcuteDangerId, Guid PersonId) : IDomainEvent;

/// <summary>Somebody judged that danger to be over.</summary>
/// <param name="FamilyId">The family.</param>
/// <param name="Stream">The aggregate that says so.</param>
/// <param name="Version">The place of the event in that aggregate's stream.</param>
/// <param name="Municipality">The responsible municipality.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="AcuteDangerId">The judgement that no longer holds.</param>
public sealed record AcuteDangerOver(
    Guid FamilyId, Guid Stream, int Version, string Municipality, DateTimeOffset At,
    Guid AcuteDangerId) : IDomainEvent;
