using Geborgen.Casework;
using Geborgen.Intake.Persons;

namespace Geborgen.Intake.Families;

/// <summary>
/// Something came in, in another file, about somebody whom this file knows: that there is something, whether it is urgent and whom to call, and
/// nothing of what it is. Who works with this file can ask for it, and who works with the other answers. There is one for each two registrations.
/// </summary>
public sealed class Notice : Versioned
{
    Notice()
    {
    }

    /// <summary>The family whose file is told.</summary>
    public Guid FamilyId { get; private set; }

    /// <summary>Its member.</summary>
    public Guid PersonId { get; private init; }

    /// <summary>The family in whose file something came in.</summary>
    public Guid FromFamilyId { get; private set; }

    /// <summary>The person as registered there.</summary>
    public Guid FromPersonId { get; private init; }

    /// <summary>The municipality that is responsible.</summary>
    public Municipality Municipality { get; private init; }

    /// <summary>Why the two may be one.</summary>
    public MatchBasis Basis { get; private init; }

    /// <summary>Whether somebody may be in danger now.</summary>
    public bool Urgent { get; private set; }

    /// <summary>When it came in; when it became urgent, where it did so later.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>When somebody who works with the file saw it, or null.</summary>
    public DateTimeOffset? SeenAt { get; private set; }

    /// <summary>The account of who saw it first, or null.</summary>
    public string? SeenBy { get; private set; }

    /// <summary>When it was asked for last, or null.</summary>
    public DateTimeOffset? AskedAt { get; private set; }

    /// <summary>The account of who asked for it, or null.</summary>
    public string? AskedBy { get; private set; }

    /// <summary>What for, or null.</summary>
    public string? Reason { get; private set; }

    /// <summary>When that was answered, or null.</summary>
    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>The account of who answered, or null.</summary>
    public string? AnsweredBy { get; private set; }

    /// <summary>The answer, or null.</summary>
    public string? Answer { get; private set; }

    /// <summary>Tells a file of something.</summary>
    /// <param name="family">The family whose file is told.</param>
    /// <param name="personId">Its member.</param>
    /// <param name="fromFamilyId">The family in whose file something came in.</param>
    /// <param name="fromPersonId">The person as registered there.</param>
    /// <param name="basis">Why the two may be one.</param>
    /// <param name="urgent">Whether somebody may be in danger now.</param>
    /// <param name="at">When it came in.</param>
    public static Notice Of(Family family, Guid personId, Guid fromFamilyId, Guid fromPersonId, MatchBasis basis, bool urgent, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(family);
        return new()
        {
            Id = Guid.CreateVersion7(at),
            FamilyId = family.Id,
            PersonId = personId,
            FromFamilyId = fromFamilyId,
            FromPersonId = fromPersonId,
            Municipality = family.Municipality,
            Basis = basis,
            Urgent = urgent,
            At = at,
        };
    }

    /// <summary>Its member went over to another file: who works with the member there is told.</summary>
    public void Follow(Guid familyId)
    {
        FamilyId = familyId;
        TakeNextVersion();
    }

    /// <summary>The person in whose file something came in went over to another file: who works with the person there is asked.</summary>
    public void FollowThere(Guid fromFamilyId)
    {
        FromFamilyId = fromFamilyId;
        TakeNextVersion();
    }

    /// <summary>The same of two others: who was registered twice is one member.</summary>
    public Notice Between(Guid familyId, Guid personId, Guid fromFamilyId, Guid fromPersonId) => new()
    {
        Id = Guid.CreateVersion7(At),
        FamilyId = familyId,
        PersonId = personId,
        FromFamilyId = fromFamilyId,
        FromPersonId = fromPersonId,
        Municipality = Municipality,
        Basis = Basis,
        Urgent = Urgent,
        At = At,
        SeenAt = SeenAt,
        SeenBy = SeenBy,
    };

    /// <summary>Another tells of the same two persons: it stays as urgent as the more urgent one, unseen until both were seen, and what waits for an answer waits.</summary>
    public void TakeOver(Notice other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (other.SeenAt is null)
            (At, SeenAt, SeenBy) = (At > other.At ? At : other.At, null, null);
        Urgent |= other.Urgent;
        if (other.AskedAt is not null && (AskedAt is null || (AnsweredAt is not null && other.AnsweredAt is null)))
        {
            (AskedAt, AskedBy, Reason) = (other.AskedAt, other.AskedBy, other.Reason);
            (AnsweredAt, AnsweredBy, Answer) = (other.AnsweredAt, other.AnsweredBy, other.Answer);
        }
        TakeNextVersion();
    }

    /// <summary>It became urgent: whoever saw it before sees it anew.</summary>
    public void Urge(DateTimeOffset now)
    {
        if (Urgent)
            return;
        (Urgent, At, SeenAt, SeenBy) = (true, now, null, null);
        TakeNextVersion();
    }

    /// <summary>Somebody who works with the file saw it. Who sees it after that changes nothing.</summary>
    public void See(Actor by)
    {
        ArgumentNullException.ThrowIfNull(by);
        if (SeenAt is not null)
            return;
        (SeenAt, SeenBy) = (by.Now, by.Account);
        TakeNextVersion();
    }

    /// <summary>Somebody who works with the file asks the other for what there is; again once that was answered.</summary>
    public Refusal? Ask(string? reason, Actor by)
    {
        if (string.IsNullOrWhiteSpace(reason))
            return NoticeRefusals.AskedWithoutReason;
        if (AskedAt is not null && AnsweredAt is null)
            return NoticeRefusals.AskedAlready;
        See(by);
        (AskedAt, AskedBy, Reason) = (by.Now, by.Account, reason);
        (AnsweredAt, AnsweredBy, Answer) = (null, null, null);
        TakeNextVersion();
        return null;
    }

    /// <summary>Somebody who works with the other file answers: what may be told, or why nothing is.</summary>
    public Refusal? Reply(string text, Actor by)
    {
        ArgumentNullException.ThrowIfNull(by);
        if (AskedAt is null || AnsweredAt is not null)
            return NoticeRefusals.NothingAsked;
        (AnsweredAt, AnsweredBy, Answer) = (by.Now, by.Account, text);
        TakeNextVersion();
        return null;
    }
}

/// <summary>Why something is not done about what came in elsewhere.</summary>
public static class NoticeRefusals
{
    /// <summary>There is no such notice.</summary>
    public static Refusal NoSuchNotice { get; } = new(
        "no-such-notice", "There is no such notice here.", "Read the notices of this family.", RefusalKind.NotFound);

    /// <summary>Nobody said what for.</summary>
    public static Refusal AskedWithoutReason { get; } = new(
        "asked-without-reason", "What another file knows is asked for with a reason.", "Say what it is needed for.", RefusalKind.Invalid);

    /// <summary>The other file has the question.</summary>
    public static Refusal AskedAlready { get; } = new(
        "asked-already", "This was asked for and waits for its answer.", "Call the team that is named, where it can't wait.");

    /// <summary>Nobody waits for an answer.</summary>
    public static Refusal NothingAsked { get; } = new(
        "nothing-asked", "Nobody waits for an answer to this.", "Read what other files ask.", RefusalKind.NotFound);
}
