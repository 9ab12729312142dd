namespace Geborgen.Contracts.Investigation;

/// <summary>The family was told of a source that it did not know of, or that was looked at again and still could not be.</summary>
/// <param name="InvestigationId">The investigation.</param>
/// <param name="Version">The place of the event in the investigation's stream.</param>
/// <param name="FamilyId">The family.</param>
/// <param name="Municipality">The responsible municipality.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="SourceId">The source.</param>
/// <param name="Outcome"><c>told</c>, or <c>notYet</c>.</param>
public sealed record SourceTellingRecorded(
    Guid InvestigationId, int Version, Guid FamilyId, string Municipality, DateTimeOffset At,
    Guid SourceId, string Outcome) : IDomainEvent
{
    Guid IDomainEvent.Stream => InvestigationId;
}

/// <summary>A parent or young person asked another expert to look at it.</summary>
/// <param name="InvestigationId">The investigation.</param>
/// <param name="Version">The place of the event in the investigation's stream.</param>
/// <param name="FamilyId">The family.</param>
/// <param name="Municipality">The responsible municipality.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="PersonId">Who asked.</param>
/// <param name="CounterExpertiseId">What was asked.</param>
public sealed record CounterExpertiseRequested(
    Guid InvestigationId, int Version, Guid FamilyId, string Municipality, DateTimeOffset At,
    Guid PersonId, Guid CounterExpertiseId = default) : IDomainEvent
{
    Guid IDomainEvent.Stream => InvestigationId;
}

/// <summary>Who asked for another expert heard whether one looks at it.</summary>
/// <param name="InvestigationId">The investigation.</param>
/// <param name="Version">The place of the event in the investigation's stream.</param>
/// <param name="FamilyId">The family.</param>
/// <param name="Municipality">The responsible municipality.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="CounterExpertiseId">What was asked.</param>
/// <param name="Outcome"><c>granted</c> or <c>refused</c>.</param>
public sealed record CounterExpertiseAnswered(
    Guid InvestigationId, int Version, Guid FamilyId, string Municipality, DateTimeOffset At,
    Guid CounterExpertiseId, string Outcome) : IDomainEvent
{
    Guid IDomainEvent.Stream => InvestigationId;
}

/// <summary>Another expert found something, or the look came to nothing.</summary>
/// <param name="InvestigationId">The investigation.</param>
/// <param name="Version">The place of the event in the investigation's stream.</param>
/// <param name="FamilyId">The family.</param>
/// <param name="Municipality">The responsible municipality.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="CounterExpertiseId">What was asked.</param>
/// <param name="StatementId">The finding, as a statement; null when it came to nothing.</param>
public sealed record CounterExpertiseFound(
    Guid InvestigationId, int Version, Guid FamilyId, string Municipality, DateTimeOffset At,
    Guid CounterExpertiseId, Guid? StatementId) : IDomainEvent
{
    Guid IDomainEvent.Stream => InvestigationId;
}
