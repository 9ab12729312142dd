namespace Geborgen.Contracts.Investigation;

/// <summary>The family was told of a source that it did not know of, or that was looked at again and still could not be.</summary>
/// <param name="SourceId">The source.</param>
/// <param name="Outcome"><c>told</c>, or <c>notYet</c>.</param>
public sealed record SourceTellingRecorded(Guid SourceId, string Outcome) : InvestigationEvent;

/// <summary>A parent or young person asked another expert to look at it.</summary>
/// <param name="PersonId">Who asked.</param>
/// <param name="CounterExpertiseId">What was asked.</param>
public sealed record CounterExpertiseRequested(Guid PersonId, Guid CounterExpertiseId = default) : InvestigationEvent;

/// <summary>Who asked for another expert heard whether one looks at it.</summary>
/// <param name="CounterExpertiseId">What was asked.</param>
/// <param name="Outcome"><c>granted</c> or <c>refused</c>.</param>
public sealed record CounterExpertiseAnswered(Guid CounterExpertiseId, string Outcome) : InvestigationEvent;

/// <summary>Another expert found something, or the look came to nothing.</summary>
/// <param name="CounterExpertiseId">What was asked.</param>
/// <param name="StatementId">The finding, as a statement; null when it came to nothing.</param>
public sealed record CounterExpertiseFound(Guid CounterExpertiseId, Guid? StatementId) : InvestigationEvent;
