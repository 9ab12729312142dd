using System.Text.Json.Serialization;

namespace Geborgen.Contracts.Casework;

/// <summary>What happens to a data breach.</summary>
public abstract record DataBreachEvent : DomainEvent
{
    /// <summary>The data breach.</summary>
    [JsonRequired]
    public Guid DataBreachId { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override Guid Stream { get => DataBreachId; init => DataBreachId = value; }
}

/// <summary>
/// What was registered in error was taken out of sight and is handled as a data breach. What it was, why, and who had
/// read it are read at the service that recorded it. Any service may raise it.
/// </summary>
/// <param name="Kind">What was taken out: <c>statement</c>, <c>person</c> or <c>contact</c>.</param>
/// <param name="SubjectId">The statement, person or contact.</param>
public sealed record DataBreachRecorded(string Kind, Guid SubjectId) : DataBreachEvent;

/// <summary>
/// A service found who had read there of a person who was recorded in error and taken out. The data breach is handled where the
/// person was recorded: who read of them elsewhere is told from there as well. Any service may raise it.
/// </summary>
/// <param name="PersonId">The person.</param>
/// <param name="Readers">Who had read of the person.</param>
public sealed record TakenOutReadersFound(Guid PersonId, IReadOnlyList<TakenOutReader> Readers) : DomainEvent
{
    /// <summary>What was found.</summary>
    [JsonRequired]
    public Guid FindingId { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override Guid Stream { get => FindingId; init => FindingId = value; }
}

/// <summary>Somebody who had read of a person who was recorded in error.</summary>
/// <param name="Account">The account.</param>
/// <param name="Organisation">Its organisation; null when it belongs to none.</param>
/// <param name="LastReadAt">When it last read of the person.</param>
public sealed record TakenOutReader(string Account, string? Organisation, DateTimeOffset LastReadAt);

/// <summary>Others turned out to have read what was registered in error; they are told as well.</summary>
/// <param name="Recipients">The recipients that were added, by the ids that the data breach gave.</param>
public sealed record BreachRecipientsFound(IReadOnlyList<Guid> Recipients) : DataBreachEvent;

/// <summary>Somebody who had read what was registered in error was told that it does not count.</summary>
/// <param name="RecipientId">The recipient, by the id that the data breach gave.</param>
public sealed record BreachRecipientTold(Guid RecipientId) : DataBreachEvent;

/// <summary>The privacy officer decided whether the supervisory authority is told of a data breach.</summary>
/// <param name="Outcome"><c>notified</c> or <c>notNotified</c>.</param>
public sealed record DataBreachAssessed(string Outcome) : DataBreachEvent;
