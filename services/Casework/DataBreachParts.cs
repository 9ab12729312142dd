namespace Geborgen.Casework;

/// <summary>What can be registered in error and taken out of sight.</summary>
public enum BreachSubject
{
    /// <summary>A statement.</summary>
    Statement,

    /// <summary>A person.</summary>
    Person,

    /// <summary>A contact with all its statements.</summary>
    Contact,
}

/// <summary>Something that was registered in error and is taken out of sight.</summary>
/// <param name="Subject">What it is.</param>
/// <param name="SubjectId">The statement, person or contact.</param>
/// <param name="FamilyId">The family in whose file it stood.</param>
/// <param name="Municipality">The responsible municipality.</param>
/// <param name="Concerned">The persons whose data it is, as far as known.</param>
/// <param name="Reason">What went wrong, in words.</param>
/// <param name="DiscoveredAt">When somebody of the organisation found out; now when null.</param>
public sealed record RemovedItem(
    BreachSubject Subject, Guid SubjectId, Guid FamilyId, Municipality Municipality, IReadOnlyList<Guid> Concerned,
    string? Reason, DateTimeOffset? DiscoveredAt);

/// <summary>Somebody who read what was registered in error, or with whom it was shared.</summary>
/// <param name="Account">The account that read it, or null for a member of the family with whom it was shared.</param>
/// <param name="Organisation">Its organisation, or null when it belongs to none.</param>
/// <param name="LastReadAt">When it was last read, or shared.</param>
/// <param name="PersonId">The member of the family with whom it was shared, or null for an account that read it.</param>
public sealed record BreachReader(string? Account, string? Organisation, DateTimeOffset LastReadAt, Guid? PersonId = null);

/// <summary>Somebody who read what was registered in error, or with whom it was shared, and is told that it does not count.</summary>
public sealed class BreachRecipient
{
    BreachRecipient(Guid id, string? account, string? organisation, DateTimeOffset lastReadAt, Guid? personId)
    {
        Id = id;
        Account = account;
        Organisation = organisation;
        LastReadAt = lastReadAt;
        PersonId = personId;
    }

    internal BreachRecipient(BreachReader reader, DateTimeOffset now)
        : this(Guid.CreateVersion7(now), reader.Account, reader.Organisation, reader.LastReadAt, reader.PersonId)
    {
    }

    /// <summary>The id.</summary>
    public Guid Id { get; private set; }

    /// <summary>The account that read it, or null for a member of the family with whom it was shared.</summary>
    public string? Account { get; private set; }

    /// <summary>Its organisation, or null when it belongs to none.</summary>
    public string? Organisation { get; private set; }

    /// <summary>When it was last read, or shared.</summary>
    public DateTimeOffset LastReadAt { get; private set; }

    /// <summary>The member of the family with whom it was shared, or null for an account that read it.</summary>
    public Guid? PersonId { get; private set; }

    /// <summary>When it was recorded that the reader was told, or null.</summary>
    public DateTimeOffset? ToldAt { get; private set; }

    /// <summary>The account that told it, or null.</summary>
    public string? ToldBy { get; private set; }

    /// <summary>How it was told, or null.</summary>
    public string? How { get; private set; }

    internal void Tell(string how, Actor by) => (How, ToldBy, ToldAt) = (how, by.Account, by.Now);
}

/// <summary>Whether the supervisory authority was told of a data breach.</summary>
public sealed class BreachAssessment
{
    internal BreachAssessment(bool notified, string? reference, string? reason, string by, DateTimeOffset at)
    {
        Notified = notified;
        Reference = reference;
        Reason = reason;
        By = by;
        At = at;
    }

    /// <summary>Whether it was told.</summary>
    public bool Notified { get; private set; }

    /// <summary>The authority's reference, or null when it was not told.</summary>
    public string? Reference { get; private set; }

    /// <summary>Why it was not told, or what there is to say about it; null when nothing is.</summary>
    public string? Reason { get; private set; }

    /// <summary>The account of the privacy officer who decided.</summary>
    public string By { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private set; }
}

/// <summary>Why something is not done about what was registered in error.</summary>
public static class BreachRefusals
{
    /// <summary>What is taken out of sight has a reason.</summary>
    public static Refusal RemovalWithoutReason { get; } = new(
        "removal-without-reason", "What is taken out of sight was registered in error.", "Add what went wrong.", RefusalKind.Invalid);

    /// <summary>Nobody finds out later than now.</summary>
    public static Refusal DiscoveredInFuture { get; } = new(
        "discovered-in-future", "An error can't be found out in the future.",
        "Send the moment at which somebody found out, with its offset, or leave it out.", RefusalKind.Invalid);

    /// <summary>There is no such recipient.</summary>
    public static Refusal NoSuchRecipient { get; } = new(
        "no-such-recipient", "There is no such recipient here.", "Read the data breach again.", RefusalKind.NotFound);

    /// <summary>The recipient was told before.</summary>
    public static Refusal RecipientToldAlready { get; } = new(
        "recipient-told-already", "This recipient was told already.", "Read when and by whom.");

    /// <summary>It is written down how somebody was told.</summary>
    public static Refusal ToldWithoutHow { get; } = new(
        "told-without-how", "It is written down how a recipient was told.", "Add how.", RefusalKind.Invalid);

    /// <summary>It was decided before.</summary>
    public static Refusal AssessedAlready { get; } = new(
        "breach-assessed-already", "A data breach is assessed once.", "Read the assessment.");

    /// <summary>A notification has the authority's reference.</summary>
    public static Refusal NotificationWithoutReference { get; } = new(
        "notification-without-reference", "A notification of the authority has its reference.",
        "Add the reference that the authority gave.", RefusalKind.Invalid);

    /// <summary>Not notifying the authority has a reason.</summary>
    public static Refusal NoNotificationWithoutReason { get; } = new(
        "no-notification-without-reason", "Not telling the authority has a reason.",
        "Add why the breach is no risk for those concerned (AVG, article 33).", RefusalKind.Invalid);
}
