namespace Geborgen.Contracts.Casework;

/// <summary>Something that nobody knows was recorded: what, why and what was tried are read at the service that recorded it.</summary>
/// <param name="NotKnowingId">The record.</param>
/// <param name="ReviewOn">When it is looked at again.</param>
/// <param name="AgendaItem">The item of the knowledge agenda that it feeds, or null.</param>
public sealed record NotKnowingRecorded(Guid NotKnowingId, DateOnly ReviewOn, string? AgendaItem) : DomainEvent;

/// <summary>It was looked at again and still nobody knows.</summary>
/// <param name="NotKnowingId">The record.</param>
/// <param name="ReviewOn">When it is looked at again.</param>
public sealed record NotKnowingRenewed(Guid NotKnowingId, DateOnly ReviewOn) : DomainEvent;

/// <summary>What was not known is known now, or no longer matters.</summary>
/// <param name="NotKnowingId">The record.</param>
public sealed record NotKnowingResolved(Guid NotKnowingId) : DomainEvent;
