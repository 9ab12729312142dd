namespace Geborgen.Contracts.Casework;

/// <summary>Somebody judged a person to be in acute danger; by whom and on what ground is read at the service that recorded it.</summary>
/// <param name="AcuteDangerId">The judgement.</param>
/// <param name="PersonId">Who is in danger.</param>
public sealed record AcuteDangerJudged(Guid AcuteDangerId, Guid PersonId) : DomainEvent;

/// <summary>Somebody judged that danger to be over.</summary>
/// <param name="AcuteDangerId">The judgement that no longer holds.</param>
public sealed record AcuteDangerOver(Guid AcuteDangerId) : DomainEvent;
