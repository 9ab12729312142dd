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

/// <summary>
/// A service found who had read there of a person who was recorded in error and taken out. The data breach is handled where the
/// person was recorded: who read of them elsewhere is told from there as well. Any service may raise it.
/// </summary>
/// <param name="FindingId">What was found.</param>
/// <param name="Version">The place of the event in the finding's stream.</param>
/// <param name="FamilyId">The family.</param>
/// <param name="Municipality">The responsible municipality.</param>
/// <param name="At">When it was found.</param>
/// <param name="PersonId">The person.</param>
/// <param name="Readers">Who had read of the person.</param>
public sealed record TakenOutReadersFound(
    Guid FindingId, int Version, Guid FamilyId, string Municipality, DateTimeOffset At,
    Guid PersonId, IReadOnlyList<TakenOutReader> Readers) : IDomainEvent
{
    Guid IDomainEvent.Stream => FindingId;
}

/// <summary>Somebody who had read of a person who was recorded in error.</summary>
/// <param name="Account">The account.</param>
/// <param name="Organisation">Its organisation; null when it belongs to none.</param>
/// <param name="LastReadAt">When it last read of the person.</param>
public sealed record TakenOutReader(string Account, string? Organisation, DateTimeOffset LastReadAt);

/// <summary>Others turned out to have read what was registered in error; they are told as well.</summary>
/// <param name="DataBreachId">The data breach.</param>
/// <param name="Version">The place of the event in the data breach's stream.</param>
/// <param name="FamilyId">The family.</param>
/// <param name="Municipality">The responsible municipality.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="Recipients">The recipients that were added, by the ids that the data breach gave.</param>
public sealed record BreachRecipientsFound(
    Guid DataBreachId, int Version, Guid FamilyId, string Municipality, DateTimeOffset At,
    IReadOnlyList<Guid> Recipients) : IDomainEvent
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
