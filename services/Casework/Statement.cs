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
    readonly List<Sharing> sharedWith = [];

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

    /// <summary>The name of an author who is no member of the family, such as a professional; null where it is not known.</summary>
    public string? AuthorName { get; private set; }

    /// <summary>The account or client that wrote it down.</summary>
    public string? WrittenBy { get; private init; }

    /// <summary>
    /// Its versions with the account that wrote each, the oldest first and the one that counts last. Who wrote it down, corrected it or read it
    /// back is the writer, whoever said it.
    /// </summary>
    public IEnumerable<(string Text, string? WrittenBy)> Written
    {
        get
        {
            var writer = WrittenBy;
            foreach (var version in earlier.OrderBy(one => one.Number))
            {
                yield return (version.Text, writer);
                writer = version.Change == StatementChange.Withdrawn ? writer : version.ChangedBy;
            }
            yield return (Text, writer);
        }
    }

    /// <summary>The words; empty once it was taken out.</summary>
    public string Text { get; private set; }

    /// <summary>When it was said or written.</summary>
    public DateTimeOffset StatedAt { get; private set; }

    /// <summary>The number of its version, from 1.</summary>
    public int Number { get; private set; } = 1;

    /// <summary>Whether it stands.</summary>
    public StatementStatus Status { get; private set; }

    /// <summary>Whether somebody disputes it, here or where it was told first.</summary>
    public ContestStatus Contested { get; private set; }

    /// <summary>Whether it is disputed where it was told first; false where that is here.</summary>
    public bool ContestedAtSource { get; private set; }

    /// <summary>What those whom this opinion is about said of it themselves, the first first. They travel with it.</summary>
    public Guid[] OwnStatementIds { get; private set; } = [];

    /// <summary>Why it is kept from the family for a time, or null.</summary>
    public Withholding? Withheld { get; private set; }

    /// <summary>Its earlier versions, the oldest first.</summary>
    public IReadOnlyList<StatementVersion> Earlier => earlier;

    /// <summary>Who disputed it and how that ended.</summary>
    public IReadOnlyList<Contest> Contests => contests;

    /// <summary>The members of the family with whom it was shared.</summary>
    public IReadOnlyList<Sharing> SharedWith => sharedWith;

    /// <summary>Records a statement.</summary>
    internal static Statement Record(
        int place, StatementKind? kind, StatementAuthor author, string text, DateTimeOffset statedAt,
        string? writtenBy = null, Guid? personId = null, string? authorName = null) =>
        new(Guid.CreateVersion7(), place, kind, author, text, statedAt.ToUniversalTime())
        {
            WrittenBy = writtenBy,
            PersonId = personId,
            AuthorName = authorName,
        };

    /// <summary>
    /// Whether an account is its author: the member whose words they are, or who wrote down words of nobody of the family.
    /// Who writes a child's or parent's words down is not their author.
    /// </summary>
    public bool IsBy(Actor by)
    {
        ArgumentNullException.ThrowIfNull(by);
        return PersonId is { } person
            ? person == by.PersonId
            : IsWrittenBy(by) && (by.PersonId is not null || Author is not (StatementAuthor.Child or StatementAuthor.Parent));
    }

    internal Refusal? Amend(string text, StatementKind? kind, DateOnly? agreedOn, Actor by) =>
        WhyNotBy(by, agreedOn) ?? Renew(text, kind ?? Kind, StatementChange.Amended, reason: null, by, agreedOn);

    internal Refusal? Withdraw(DateOnly? agreedOn, Actor by)
    {
        if (WhyNotBy(by, agreedOn) is { } refusal)
            return refusal;
        if (Status != StatementStatus.Standing)
            return StatementRefusals.NotStanding;
        WithdrawBy(by.Account, agreedOn, by.Now);
        return null;
    }

    internal Refusal? Correct(string text, string reason, Actor by) =>
        Kind is StatementKind.Opinion or StatementKind.Interpretation
            ? StatementRefusals.OpinionNotCorrectable
            : Renew(text, Kind, StatementChange.Corrected, reason, by);

    /// <summary>Notes as what its author speaks. False when that was known.</summary>
    internal bool SayAs(StatementAuthor author)
    {
        var changed = Author != author;
        Author = author;
        return changed;
    }

    internal Refusal? BringUpToDate(string text, StatementKind? kind, Actor by) =>
        Renew(text, kind, StatementChange.BroughtUpToDate, reason: null, by);

    internal Refusal? WithdrawAtSource(string source, DateTimeOffset now)
    {
        if (Status != StatementStatus.Standing)
            return StatementRefusals.NotStanding;
        WithdrawBy(source, agreedOn: null, now);
        return null;
    }

    internal Refusal? TakeOut()
    {
        if (Status == StatementStatus.TakenOut)
            return StatementRefusals.NotStanding;
        Status = StatementStatus.TakenOut;
        (Text, AuthorName) = ("", null);
        earlier.Clear();
        // What others wrote about it tells what it said. With whom it was shared stays: they are told.
        contests.ForEach(one => one.TakeOut());
        sharedWith.ForEach(one => one.TakeOut());
        (Contested, ContestedAtSource, Withheld) = (ContestStatus.NotContested, false, null);
        Number++;
        return null;
    }

    internal Refusal? Contest(ContestedPart part, string reason, Guid? personId, Actor by)
    {
        if (Status != StatementStatus.Standing)
            return StatementRefusals.NotStanding;
        contests.Add(new Contest(part, reason, by.Account, personId, by.Now));
        Contested = ContestStatus.Contested;
        return null;
    }

    internal Refusal? Settle(Guid contestId, Settlement settlement, Actor by)
    {
        if (contests.Find(one => one.Id == contestId) is not { } contest || !contest.CanEndBy(settlement.Outcome) || Status == StatementStatus.TakenOut)
            return StatementRefusals.NoSuchContest;
        if (settlement.Outcome != ContestOutcome.BothStand && settlement.PersonId is null && string.IsNullOrWhiteSpace(settlement.WordOf))
            return StatementRefusals.SettledOnNobodysWord;
        if (settlement.Outcome == ContestOutcome.TakenBack && contest.PersonId is { } disputes && disputes != settlement.PersonId)
            return StatementRefusals.TakenBackByAnother;
        contest.Settle(settlement, by.Now);
        JudgeContested();
        return null;
    }

    /// <summary>Notes whether it is disputed where it was told first. False when that was known.</summary>
    internal bool ContestAtSource(bool contested)
    {
        if (ContestedAtSource == contested || Status == StatementStatus.TakenOut)
            return false;
        ContestedAtSource = contested;
        JudgeContested();
        return true;
    }

    internal Refusal? Attach(Statement own)
    {
        if (Kind is not (StatementKind.Opinion or StatementKind.Interpretation))
            return StatementRefusals.AttachToOpinion;
        if (own is { Author: StatementAuthor.Child or StatementAuthor.Parent, PersonId: null })
            return StatementRefusals.OwnStatementOfNobody;
        OwnStatementIds = [.. OwnStatementIds, own.Id];
        return null;
    }

    internal Refusal? Share(Sharing sharing, Audience audience, DateOnly today)
    {
        if (Status != StatementStatus.Standing)
            return StatementRefusals.NotStanding;
        if (Withheld is { } withheld && withheld.Until >= today)
            return StatementRefusals.Withheld;
        if (Author == StatementAuthor.Child && WhyNotShared(sharing, audience, today) is { } refusal)
            return refusal;
        // Words that were said anew are shared anew: what came before that counts now.
        if (sharedWith.Find(one => one.PersonId == sharing.PersonId) is { } before)
            before.Renew(sharing);
        else
            sharedWith.Add(sharing);
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

    bool IsWrittenBy(Actor by) => WrittenBy is not null && WrittenBy == by.Account;

    // Who wrote somebody's words down changes them once they were read back, never on an own insight.
    Refusal? WhyNotBy(Actor by, DateOnly? agreedOn) =>
        IsBy(by) ? null
        : !IsWrittenBy(by) ? StatementRefusals.NotTheAuthor
        : agreedOn is not { } day ? StatementRefusals.NotReadBack
        : day > by.Today ? StatementRefusals.AgreedInFuture
        : null;

    // A child's words can turn against the child: first the talk, then the check, then the parent. A young person decides.
    Refusal? WhyNotShared(Sharing sharing, Audience audience, DateOnly today)
    {
        if (WhyNotADay(sharing.TalkedWithChildOn, today) is { } talk)
            return talk;
        if (WhyNotADay(sharing.ConsentedOn, today) is { } consent)
            return consent;
        if (audience.AuthorDecides && sharing.ConsentedOn is null && sharing.PersonId != PersonId)
            return StatementRefusals.YoungPersonDecides;
        if (!audience.WithParent)
            return null;
        if (sharing.TalkedWithChildOn is null)
            return StatementRefusals.ChildNotSpokenWith;
        return string.IsNullOrWhiteSpace(sharing.SafetyCheck) ? StatementRefusals.SafetyNotChecked : null;
    }

    // Of words that were said anew since, nobody has spoken with the child yet.
    Refusal? WhyNotADay(DateOnly? spokenOn, DateOnly today) =>
        spokenOn is not { } day ? null
        : day > today ? StatementRefusals.TalkInFuture
        : day < WorkingDays.DateOf(earlier.Where(one => one.Change == StatementChange.Amended).Max(one => (DateTimeOffset?)one.ChangedAt) ?? StatedAt)
            ? StatementRefusals.TalkBeforeWords
            : null;

    void WithdrawBy(string account, DateOnly? agreedOn, DateTimeOffset now)
    {
        Status = StatementStatus.Withdrawn;
        earlier.Add(new StatementVersion(Number++, Kind, Text, StatementChange.Withdrawn, reason: null, account, now, agreedOn));
    }

    Refusal? Renew(string text, StatementKind? kind, StatementChange change, string? reason, Actor by, DateOnly? agreedOn = null)
    {
        if (Status != StatementStatus.Standing)
            return StatementRefusals.NotStanding;
        earlier.Add(new StatementVersion(Number++, Kind, Text, change, reason, by.Account, by.Now, agreedOn));
        Text = text;
        Kind = kind;
        return null;
    }

    void JudgeContested() => Contested =
        ContestedAtSource || contests.Exists(one => one.Stands) ? ContestStatus.Contested : ContestStatus.NotContested;
}
