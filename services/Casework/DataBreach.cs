using Geborgen.Contracts.Casework;

namespace Geborgen.Casework;

/// <summary>
/// Something that was registered in error and taken out of sight: others may have read it meanwhile, which makes it a
/// personal data breach (AVG, article 4, twelfth part). Who read it is told; within 72 hours the privacy officer records
/// whether the supervisory authority was (AVG, article 33).
/// </summary>
public sealed class DataBreach : ClockedAggregate
{
    /// <summary>The key of the term within which it is assessed whether the authority is told.</summary>
    public const string NotificationTerm = "dataBreachNotification";

    readonly List<BreachRecipient> recipients = [];

    DataBreach()
    {
    }

    /// <summary>The family in whose file it stood.</summary>
    public Guid FamilyId { get; private init; }

    /// <summary>What was taken out.</summary>
    public BreachSubject Subject { get; private init; }

    /// <summary>The statement, person or contact that was taken out.</summary>
    public Guid SubjectId { get; private init; }

    /// <summary>The persons whose data it was, as far as known.</summary>
    public Guid[] Concerned { get; private init; } = [];

    /// <summary>What went wrong, in words. They stay here.</summary>
    public string Reason { get; private init; } = "";

    /// <summary>When somebody of the organisation found out; the term counts from here.</summary>
    public DateTimeOffset DiscoveredAt { get; private init; }

    /// <summary>When it was taken out and recorded.</summary>
    public DateTimeOffset RecordedAt { get; private init; }

    /// <summary>The account that took it out; empty when it followed where it was told first.</summary>
    public string By { get; private init; } = "";

    /// <summary>Whether the supervisory authority was told, or null while that was not decided.</summary>
    public BreachAssessment? Assessment { get; private set; }

    /// <summary>Who had read it, or got it shared; each is told.</summary>
    public IReadOnlyList<BreachRecipient> Recipients => recipients;

    /// <inheritdoc/>
    public override Guid OfFamily => FamilyId;

    /// <inheritdoc/>
    protected override ClockOwner OwnerOfClocks => ClockOwner.PrivacyOfficer;

    /// <summary>Records that something was taken out of sight.</summary>
    /// <returns>The data breach, or why it is refused.</returns>
    public static (DataBreach? Breach, Refusal? Refusal) Record(
        RemovedItem removed, IEnumerable<BreachReader> readers, string by, TimeLimit limit, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(removed);
        if (string.IsNullOrWhiteSpace(removed.Reason))
            return (null, BreachRefusals.RemovalWithoutReason);
        var discovered = removed.DiscoveredAt?.ToUniversalTime() ?? now;
        if (discovered > now)
            return (null, BreachRefusals.DiscoveredInFuture);
        var breach = new DataBreach
        {
            Id = Guid.CreateVersion7(now),
            FamilyId = removed.FamilyId,
            Municipality = removed.Municipality,
            Subject = removed.Subject,
            SubjectId = removed.SubjectId,
            Concerned = [.. removed.Concerned.Distinct()],
            Reason = removed.Reason,
            DiscoveredAt = discovered,
            RecordedAt = now,
            By = by,
        };
        breach.recipients.AddRange(readers.Select(reader => new BreachRecipient(reader, now)));
        breach.Raise(new DataBreachRecorded(CamelCase.Of(removed.Subject), removed.SubjectId), now);
        breach.StartClock(limit, discovered, now);
        return (breach, null);
    }

    /// <summary>
    /// Others turn out to have read it, in another service: they are told as well. Who is a recipient already is told once, and who
    /// took it out knows.
    /// </summary>
    public void AddReaders(IEnumerable<BreachReader> readers, DateTimeOffset now)
    {
        List<BreachRecipient> added = [.. readers
            .Where(reader => reader.Account != By && !recipients.Exists(one => one.Account == reader.Account))
            .Select(reader => new BreachRecipient(reader, now))];
        if (added.Count == 0)
            return;
        recipients.AddRange(added);
        Raise(new BreachRecipientsFound([.. added.Select(one => one.Id)]), now);
    }

    /// <summary>Notes that somebody who had read it was told that it does not count.</summary>
    public Refusal? Tell(Guid recipientId, string? how, Actor by)
    {
        if (recipients.Find(one => one.Id == recipientId) is not { } recipient)
            return BreachRefusals.NoSuchRecipient;
        if (recipient.ToldAt is not null)
            return BreachRefusals.RecipientToldAlready;
        if (string.IsNullOrWhiteSpace(how))
            return BreachRefusals.ToldWithoutHow;
        recipient.Tell(how, by);
        Raise(new BreachRecipientTold(recipientId), by.Now);
        return null;
    }

    /// <summary>
    /// Records whether the supervisory authority was told: with its reference, or else why not. Also possible when the
    /// term is over: late is better than never.
    /// </summary>
    public Refusal? Assess(bool notified, string? reference, string? reason, Actor by)
    {
        if (Assessment is not null)
            return BreachRefusals.AssessedAlready;
        if (notified && string.IsNullOrWhiteSpace(reference))
            return BreachRefusals.NotificationWithoutReference;
        if (!notified && string.IsNullOrWhiteSpace(reason))
            return BreachRefusals.NoNotificationWithoutReason;
        Assessment = new BreachAssessment(notified, reference, reason, by.Account, by.Now);
        Raise(new DataBreachAssessed(notified ? "notified" : "notNotified"), by.Now);
        StopClock(NotificationTerm, by.Now);
        return null;
    }
}
