namespace Geborgen.Casework;

/// <summary>
/// What one person saw, heard, thinks or agreed, in their words, beside what others say. Statements are never merged
/// into one account and never weighed by a score. A later version takes the place of an earlier one, which stays
/// readable; only what was registered in error is taken out of sight.
/// </summary>
public sealed class Statement
{
    /// <summary>The longest text, in characters.</summary>
    public const int MaxLength = 20_000;

    readonly List<StatementVersion> earlier = [];
    readonly List<Contest> contests = [];
    readonly List<Sharing> sharings = [];

    Statement(Guid id, int place, StatementKind? kind, StatementAuthor author, string text, DateTimeOffset statedAt)
    {
        Id = id;
        Place = place;
        Kind = kind;
        Author = author;
        Text = text;
        StatedAt = statedAt;
    }

    /// <summary>The statement's id, by which reports refer to it; its text is never pasted.</summary>
    public Guid Id { get; private set; }

    /// <summary>Its place among the statements that were recorded together, from 1.</summary>
    public int Place { get; private set; }

    /// <summary>What kind of statement it is; null while nobody labelled it. The label itself can be contested.</summary>
    public StatementKind? Kind { get; private set; }

    /// <summary>Whose statement it is, as a role towards the family.</summary>
    public StatementAuthor Author { get; private set; }

    /// <summary>The member of the family whose words they are, or null when the author is no member or not known.</summary>
    public Guid? PersonId { get; private init; }

    /// <summary>The account or client that wrote it down.</summary>
    public string? WrittenBy { get; private init; }

    /// <summary>The words; empty once it was taken out.</summary>
    public string Text { get; private set; }

    /// <summary>When it was said or written.</summary>
    public DateTimeOffset StatedAt { get; private set; }

    /// <summary>The number of its version, from 1.</summary>
    public int Number { get; private set; } = 1;

    /// <summary>Whether it stands.</summary>
    public StatementStatus Status { get; private set; }

    /// <summary>Whether somebody disputes it.</summary>
    public ContestStatus Contested { get; private set; }

    /// <summary>The statement that a person attached to this opinion, or null. It travels with it.</summary>
    public Guid? OwnStatementId { get; private set; }

    /// <summary>Why it is kept from the family for a time, or null.</summary>
    public Withholding? Withheld { get; private set; }

    /// <summary>Its earlier versions, the oldest first.</summary>
    public IReadOnlyList<StatementVersion> Earlier => earlier;

    /// <summary>Who disputed it and how that ended.</summary>
    public IReadOnlyList<Contest> Contests => contests;

    /// <summary>The members of the family with whom it was shared.</summary>
    public IReadOnlyList<Sharing> SharedWith => sharings;

    /// <summary>Records a statement.</summary>
    /// <param name="place">Its place among the statements that are recorded together, from 1.</param>
    /// <param name="kind">Its kind, or null when its author did not label it.</param>
    /// <param name="author">Whose it is.</param>
    /// <param name="text">The words; not empty.</param>
    /// <param name="statedAt">When it was said or written.</param>
    /// <param name="writtenBy">The account or client that wrote it down.</param>
    /// <param name="personId">The member of the family whose words they are, if known.</param>
    public static Statement Record(
        int place, StatementKind? kind, StatementAuthor author, string text, DateTimeOffset statedAt,
        string? writtenBy = null, Guid? personId = null) =>
        new(Guid.CreateVersion7(), place, kind, author, text, statedAt.ToUniversalTime()) { WrittenBy = writtenBy, PersonId = personId };

    /// <summary>Whether an account is its author: who wrote it down, or the member whose words they are.</summary>
    /// <param name="by">Who asks.</param>
    public bool IsBy(StatementWriter by)
    {
        ArgumentNullException.ThrowIfNull(by);
        return (WrittenBy is not null && WrittenBy == by.Account) || (PersonId is not null && PersonId == by.PersonId);
    }

    internal Refusal? Amend(StatementWriter by, string text, StatementKind? kind, DateTimeOffset now)
    {
        if (!IsBy(by))
            return StatementRefusals.NotTheAuthor;
        return Renew(text, kind, StatementChange.Amended, reason: null, by, now);
    }

    internal Refusal? Withdraw(StatementWriter by, DateTimeOffset now)
    {
        if (!IsBy(by))
            return StatementRefusals.NotTheAuthor;
        if (Status != StatementStatus.Standing)
            return StatementRefusals.NotStanding;
        Status = StatementStatus.Withdrawn;
        earlier.Add(new StatementVersion(Number++, Kind, Text, StatementChange.Withdrawn, reason: null, by.Account, now));
        return null;
    }

    internal Refusal? Correct(StatementWriter by, string text, string reason, DateTimeOffset now) =>
        Kind is StatementKind.Opinion or StatementKind.Interpretation
            ? StatementRefusals.OpinionNotCorrectable
            : Renew(text, Kind, StatementChange.Corrected, reason, by, now);

    internal Refusal? TakeOut()
    {
        if (Status == StatementStatus.TakenOut)
            return StatementRefusals.NotStanding;
        Status = StatementStatus.TakenOut;
        Text = "";
        earlier.Clear();
        Number++;
        return null;
    }

    internal Refusal? Contest(ContestedPart part, string reason, StatementWriter by, DateTimeOffset now)
    {
        if (Status != StatementStatus.Standing)
            return StatementRefusals.NotStanding;
        contests.Add(new Contest(part, reason, by.Account, by.PersonId, now));
        Contested = ContestStatus.Contested;
        return null;
    }

    internal Refusal? Settle(Guid contestId, string outcome, DateTimeOffset now)
    {
        if (contests.Find(one => one.Id == contestId) is not { SettledAt: null } open)
            return StatementRefusals.NoSuchContest;
        open.Settle(outcome, now);
        if (contests.TrueForAll(one => one.SettledAt is not null))
            Contested = ContestStatus.NotContested;
        return null;
    }

    internal Refusal? Attach(Statement own)
    {
        if (Kind is not (StatementKind.Opinion or StatementKind.Interpretation))
            return StatementRefusals.AttachToOpinion;
        OwnStatementId = own.Id;
        return null;
    }

    internal Refusal? Share(Sharing sharing, bool withParent, DateOnly today)
    {
        if (Status != StatementStatus.Standing)
            return StatementRefusals.NotStanding;
        if (Withheld is { } withheld && withheld.Until >= today)
            return StatementRefusals.Withheld;
        // A child's words can turn against the child: first the talk, then the check, then the parent.
        if (Author == StatementAuthor.Child && withParent)
        {
            if (sharing.TalkedWithChildOn is null)
                return StatementRefusals.ChildNotSpokenWith;
            if (string.IsNullOrWhiteSpace(sharing.SafetyCheck))
                return StatementRefusals.SafetyNotChecked;
        }
        if (!sharings.Exists(one => one.PersonId == sharing.PersonId))
            sharings.Add(sharing);
        return null;
    }

    internal Refusal? Withhold(Withholding withholding, DateOnly today)
    {
        if (withholding.Until <= today || withholding.ReviewOn > withholding.Until || withholding.ReviewOn <= today)
            return StatementRefusals.WithholdingWithoutEnd;
        Withheld = withholding;
        return null;
    }

    internal Refusal? Lift()
    {
        if (Withheld is null)
            return StatementRefusals.NotWithheld;
        Withheld = null;
        return null;
    }

    Refusal? Renew(string text, StatementKind? kind, StatementChange change, string? reason, StatementWriter by, DateTimeOffset now)
    {
        if (Status != StatementStatus.Standing)
            return StatementRefusals.NotStanding;
        earlier.Add(new StatementVersion(Number++, Kind, Text, change, reason, by.Account, now));
        Text = text;
        Kind = kind;
        return null;
    }
}

/// <summary>Who writes about a statement.</summary>
/// <param name="Account">The account or client.</param>
/// <param name="PersonId">The member of the family that the account belongs to, or null for a professional.</param>
public sealed record StatementWriter(string Account, Guid? PersonId = null);

/// <summary>Whose statement it is, as a role towards the family.</summary>
public enum StatementAuthor
{
    /// <summary>Who reported the concern.</summary>
    Reporter,

    /// <summary>A child or young person of the family.</summary>
    Child,

    /// <summary>A parent.</summary>
    Parent,

    /// <summary>Somebody of the family's own network.</summary>
    Network,

    /// <summary>A professional other than the reporter.</summary>
    Professional,

    /// <summary>An adult of the household who is no parent in it.</summary>
    Adult,
}

/// <summary>What kind of statement it is; facts and opinions stay apart.</summary>
public enum StatementKind
{
    /// <summary>Seen or heard by the author.</summary>
    Observation,

    /// <summary>Told to the author by somebody else.</summary>
    Reported,

    /// <summary>What the author makes of it.</summary>
    Interpretation,

    /// <summary>What the author thinks of it. Cannot be corrected as a fact can; an own statement can be attached.</summary>
    Opinion,

    /// <summary>What was agreed.</summary>
    Agreement,
}

/// <summary>Whether a statement stands.</summary>
public enum StatementStatus
{
    /// <summary>It stands.</summary>
    Standing,

    /// <summary>Its author withdrew it; that it was said stays visible.</summary>
    Withdrawn,

    /// <summary>It was registered in error and taken out of sight, earlier versions too.</summary>
    TakenOut,
}

/// <summary>Whether a statement is disputed.</summary>
public enum ContestStatus
{
    /// <summary>Nobody disputed it.</summary>
    NotContested,

    /// <summary>Somebody disputes it; that stays visible wherever it is shown.</summary>
    Contested,
}
