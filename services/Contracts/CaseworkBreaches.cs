namespace Geborgen.Contracts.Casework;

/// <summary>
/// What was registered in error was taken out of sight and is handled as a data breach. What it was, why, and who had
/// read it are read at the service that recorded it. Any service may raise it.
/// </summary>
/// <param name="DataBreachId">The data breach.</param>
/// <param name="Version">The place of the event in the data breach's stream.</param>
/// <param name="FamilyId">The family.</param>
/// <param name="Municipality">The responsible municipality.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="Kind">What was taken out: <c>statement</c> or <c>person</c>.</param>
/// <param name="SubjectId">The statement or person.</param>
public sealed record DataBreachRecorded(
    Guid DataBreachId, int Version, Guid FamilyId, string Municipality, DateTimeOffset At,
    string Kind, Guid SubjectId) : IDomainEvent
{
    Guid IDomainEvent.Stream => DataBreachId;
}

/// <summary>Somebody who had read what was registered in error was told that it does not count.</summary>
/// <param name="DataBreachId">The data breach.</param>
/// <param name="Version">The place of the event in the data breach's stream.</param>
/// <param name="FamilyId">The family.</param>
/// <param name="Municipality">The responsible municipality.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="RecipientId">The recipient, by the id that the data breach gave.</param>
public sealed record BreachRecipientTold(
    Guid DataBreachId, int Version, Guid FamilyId, string Municipality, DateTimeOffset At,
    Guid RecipientId) : IDomainEvent
{
    Guid IDomainEvent.Stream => DataBreachId;
}

/// <summary>The privacy officer decided whether the supervisory authority is told of a data breach.</summary>
/// <param name="DataBreachId">The data breach.</param>
/// <param name="Version">The place of the event in the data breach's stream.</param>
/// <param name="FamilyId">The family.</param>
/// <param name="Municipality">The responsible municipality.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="Outcome"><c>notified</c> or <c>notNotified</c>.</param>
public sealed record DataBreachAssessed(
    Guid DataBreachId, int Version, Guid FamilyId, string Municipality, DateTimeOffset At,
    string Outcome) : IDomainEvent
{
    Guid IDomainEvent.Stream => DataBreachId;
}
