namespace Geborgen.Contracts.Casework;

/// <summary>Something that nobody knows was recorded: what, why and what was tried are read at the service that recorded it.</summary>
/// <param name="FamilyId">The family.</param>
/// <param name="Stream">The aggregate that says so.</param>
/// <param name="Version">The place of the event in that aggregate's stream.</param>
/// <param name="Municipality">The responsible municipality.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="NotKnowingId">The record.</param>
/// <param name="ReviewOn">When it is looked at again.</param>
/// <param name="AgendaItem">The item of the knowledge agenda that it feeds, or null.</param>
public sealed record NotKnowingRecorded(
    Guid FamilyId, Guid Stream, int Version, string Municipality, DateTimeOffset At,
    Guid NotKnowingId, DateOnly ReviewOn, string? AgendaItem) : IDomainEvent;

/// <summary>It was looked at again and still nobody knows.</summary>
/// <param name="FamilyId">The family.</param>
/// <param name="Stream">The aggregate that says so.</param>
/// <param name="Version">The place of the event in that aggregate's stream.</param>
/// <param name="Municipality">The responsible municipality.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="NotKnowingId">The record.</param>
/// <param name="ReviewOn">When it is looked at again.</param>
public sealed record NotKnowingRenewed(
    Guid FamilyId, Guid Stream, int Version, string Municipality, DateTimeOffset At,
    Guid NotKnowingId, DateOnly ReviewOn) : IDomainEvent;

/// <summary>What was not known is known now, or no longer matters.</summary>
/// <param name="FamilyId">The family.</param>
/// <param name="Stream">The aggregate that says so.</param>
/// <param name="Version">The place of the event in that aggregate's stream.</param>
/// <param name="Municipality">The responsible municipality.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="NotKnowingId">The record.</param>
public sealed record NotKnowingResolved(
    Guid FamilyId, Guid Stream, int Version, string Municipality, DateTimeOffset At,
    Guid NotKnowingId) : IDomainEvent;
