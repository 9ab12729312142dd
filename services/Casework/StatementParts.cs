namespace Geborgen.Casework;

/// <summary>A version of a statement that a later one replaced.</summary>
public sealed class StatementVersion
{
    internal StatementVersion(
        int number, StatementKind? kind, string text, StatementChange change, string? reason, string changedBy, DateTimeOffset changedAt,
        DateOnly? agreedOn = null)
    {
        Id = Guid.CreateVersion7(changedAt);
        Number = number;
        Kind = kind;
        Text = text;
        Change = change;
        Reason = reason;
        ChangedBy = changedBy;
        ChangedAt = changedAt;
        AgreedOn = agreedOn;
    }

    /// <summary>The version's id.</summary>
    public Guid Id { get; private set; }

    /// <summary>Its number, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>The kind that it had.</summary>
    public StatementKind? Kind { get; private set; }

    /// <summary>The words that it had.</summary>
    public string Text { get; private set; }

    /// <summary>How it came to its end.</summary>
    public StatementChange Change { get; private set; }

    /// <summary>Why it was corrected; null when its author changed it.</summary>
    public string? Reason { get; private set; }

    /// <summary>The account that changed it.</summary>
    public string ChangedBy { get; private set; }

    /// <summary>When it was changed.</summary>
    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>When the change was read back to whose words they are, who agreed; null when the author made it.</summary>
    public DateOnly? AgreedOn { get; private set; }
}

/// <summary>How a version of a statement came to its end.</summary>
public enum StatementChange
{
    /// <summary>Its author amended it.</summary>
    Amended,

    /// <summary>Its author withdrew it.</summary>
    Withdrawn,

    /// <summary>The organisation that is responsible for it corrected a fact in it.</summary>
    Corrected,

    /// <summary>It was registered in error and taken out of sight.</summary>
    TakenOut,

    /// <summary>It was taken over again from where it was told first, since it was changed there.</summary>
    BroughtUpToDate,
}

/// <summary>Somebody disputes a statement.</summary>
public sealed class Contest
{
    internal Contest(ContestedPart part, string reason, string by, Guid? personId, DateTimeOffset at)
    {
        Id = Guid.CreateVersion7(at);
        Part = part;
        Reason = reason;
        By = by;
        PersonId = personId;
        At = at;
    }

    /// <summary>The contest's id.</summary>
    public Guid Id { get; private set; }

    /// <summary>What of the statement is disputed.</summary>
    public ContestedPart Part { get; private set; }

    /// <summary>Why, in the words of who disputes it.</summary>
    public string Reason { get; private set; }

    /// <summary>The account that wrote it down.</summary>
    public string By { get; private set; }

    /// <summary>The member of the family who disputes it, or null.</summary>
    public Guid? PersonId { get; private set; }

    /// <summary>When it was disputed.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>How it was settled, or null while nobody did. Disagreement may stand for ever.</summary>
    public ContestOutcome? Outcome { get; private set; }

    /// <summary>What there is to say about that, in words for both; null while it is not settled.</summary>
    public string? Explanation { get; private set; }

    /// <summary>The member of the family on whose word it ended, or null.</summary>
    public Guid? SettledByPersonId { get; private set; }

    /// <summary>On whose word else it ended, or null.</summary>
    public string? WordOf { get; private set; }

    /// <summary>When it was settled, or null.</summary>
    public DateTimeOffset? SettledAt { get; private set; }

    /// <summary>Whether there are two stories: it was not settled, or it was settled that both stand.</summary>
    public bool Stands => Outcome is null or ContestOutcome.BothStand;

    /// <summary>Where both stories stand, they may still agree or take it back later.</summary>
    internal bool CanEndBy(ContestOutcome outcome) => Stands && Outcome != outcome;

    internal void Settle(Settlement settlement, DateTimeOffset at) =>
        (Outcome, Explanation, SettledByPersonId, WordOf, SettledAt) =
            (settlement.Outcome, settlement.Explanation, settlement.PersonId, settlement.WordOf, at);

    internal void TakeOut() => (Reason, Explanation, WordOf) = ("", null, null);
}

/// <summary>How a contest is settled. Who writes it down doesn't end it: that takes the word of those who disagree.</summary>
/// <param name="Outcome">How.</param>
/// <param name="Explanation">What there is to say about it, in words for both.</param>
/// <param name="PersonId">The member of the family on whose word it ends, or null.</param>
/// <param name="WordOf">On whose word else it ends, as a name or function; null when nobody else's.</param>
public sealed record Settlement(ContestOutcome Outcome, string Explanation, Guid? PersonId = null, string? WordOf = null);

/// <summary>How a contest is settled.</summary>
public enum ContestOutcome
{
    /// <summary>They agreed: on who wrote or said it and who disputed it.</summary>
    Agreed,

    /// <summary>Who disputed it took that back.</summary>
    TakenBack,

    /// <summary>Both stories stand, side by side; it stays contested.</summary>
    BothStand,
}

/// <summary>What of a statement is disputed.</summary>
public enum ContestedPart
{
    /// <summary>What it says.</summary>
    Content,

    /// <summary>Its label: that it is a fact, or an opinion.</summary>
    Kind,
}

/// <summary>A statement was shared with a member of the family.</summary>
public sealed class Sharing
{
    /// <summary>Notes with whom a statement is shared.</summary>
    /// <param name="personId">The member.</param>
    /// <param name="sharedAt">When.</param>
    /// <param name="sharedBy">The account that shared it.</param>
    /// <param name="talkedWithChildOn">The day on which somebody spoke with the child about sharing it, or null.</param>
    /// <param name="safetyCheck">What was found about the child's safety once the reader knows it, or null.</param>
    /// <param name="consentedOn">The day on which a young person of sixteen or older agreed to it, or null.</param>
    public Sharing(
        Guid personId, DateTimeOffset sharedAt, string sharedBy, DateOnly? talkedWithChildOn, string? safetyCheck, DateOnly? consentedOn = null)
    {
        PersonId = personId;
        SharedAt = sharedAt;
        SharedBy = sharedBy;
        TalkedWithChildOn = talkedWithChildOn;
        SafetyCheck = safetyCheck;
        ConsentedOn = consentedOn;
    }

    /// <summary>The member.</summary>
    public Guid PersonId { get; private set; }

    /// <summary>When it was shared.</summary>
    public DateTimeOffset SharedAt { get; private set; }

    /// <summary>The account that shared it.</summary>
    public string SharedBy { get; private set; }

    /// <summary>The day on which somebody spoke with the child about sharing it, or null.</summary>
    public DateOnly? TalkedWithChildOn { get; private set; }

    /// <summary>What was found about the child's safety once the reader knows it, or null.</summary>
    public string? SafetyCheck { get; private set; }

    /// <summary>The day on which a young person of sixteen or older agreed to it, or null.</summary>
    public DateOnly? ConsentedOn { get; private set; }

    internal void TakeOut() => SafetyCheck = null;
}

/// <summary>Why a statement is kept from the family for a time.</summary>
/// <param name="Basis">The legal basis, such as Jeugdwet article 7.3.10 or Wmo 2015 article 5.3.2.</param>
/// <param name="Reason">Why, for those who decide on it again.</param>
/// <param name="ReviewOn">When it is looked at again; not after the end.</param>
/// <param name="Until">The last day.</param>
public sealed record Withholding(string Basis, string Reason, DateOnly ReviewOn, DateOnly Until)
{
    /// <summary>The clock that runs until it is looked at again.</summary>
    public Guid? ClockId { get; init; }
}

/// <summary>Why something is not done to a statement.</summary>
public static class StatementRefusals
{
    /// <summary>A statement says that it was made later than now.</summary>
    public static Refusal StatedInFuture { get; } = new(
        "stated-in-future", "A statement can't be made in the future.",
        "Send the moment at which it was said or written, with its offset.", RefusalKind.Invalid);

    /// <summary>Only its author amends or withdraws a statement.</summary>
    public static Refusal NotTheAuthor { get; } = new(
        "not-the-author", "Only its author amends or withdraws a statement.",
        "Let its author do it, contest it, or let the responsible organisation correct a fact in it.");

    /// <summary>Words of somebody of the family are changed on their behalf only after they were read back.</summary>
    public static Refusal NotReadBack { get; } = new(
        "not-read-back", "Who wrote somebody's words down changes them only once that person heard and agreed to it.",
        "Read it back to whose words they are, and send the day on which that person agreed.");

    /// <summary>Nobody agreed later than today.</summary>
    public static Refusal AgreedInFuture { get; } = new(
        "agreed-in-future", "Nobody agreed on a day that is still to come.",
        "Send the day on which it was read back and agreed to.", RefusalKind.Invalid);

    /// <summary>It was withdrawn or taken out.</summary>
    public static Refusal NotStanding { get; } = new(
        "statement-not-standing", "This statement no longer stands.", "Record a new statement.");

    /// <summary>An opinion is not right or wrong.</summary>
    public static Refusal OpinionNotCorrectable { get; } = new(
        "opinion-not-correctable", "A fact can be corrected, an opinion can not.",
        "Attach the person's own statement to it, or contest that it is an opinion.");

    /// <summary>An own statement belongs with an opinion.</summary>
    public static Refusal AttachToOpinion { get; } = new(
        "attach-to-opinion", "An own statement is attached to an opinion or interpretation.",
        "Contest or correct a fact instead.");

    /// <summary>It is said whose own statement it is.</summary>
    public static Refusal OwnStatementOfNobody { get; } = new(
        "own-statement-of-nobody", "A child's or parent's own statement says whose it is.",
        "Send the person whose words they are.", RefusalKind.Invalid);

    /// <summary>There is no such statement here.</summary>
    public static Refusal NoSuchStatement { get; } = new(
        "no-such-statement", "There is no such statement here.", "Read the statements again.", RefusalKind.NotFound);

    /// <summary>There is no such contest, or it ended before.</summary>
    public static Refusal NoSuchContest { get; } = new(
        "no-such-contest", "There is no such open contest.", "Read the statement's contests.", RefusalKind.NotFound);

    /// <summary>A contest ends on the word of those who disagree.</summary>
    public static Refusal SettledOnNobodysWord { get; } = new(
        "settled-on-nobodys-word", "A contest ends on the word of those who disagree, not of who writes it down.",
        "Send whose word it is, or that both stand.", RefusalKind.Invalid);

    /// <summary>Only who disputes something takes that back.</summary>
    public static Refusal TakenBackByAnother { get; } = new(
        "taken-back-by-another", "Only who disputes something takes that back.",
        "Send the person who disputed it, or that both stand.");

    /// <summary>A child's words reach a parent after a talk with the child.</summary>
    public static Refusal ChildNotSpokenWith { get; } = new(
        "child-not-spoken-with", "A child's words reach a parent only after a talk with the child.",
        "Speak with the child about it and record the day.");

    /// <summary>A child's words reach a parent after a safety check.</summary>
    public static Refusal SafetyNotChecked { get; } = new(
        "safety-not-checked", "A child's words reach a parent only after a safety check.",
        "Record what was found about the child's safety once the parent knows it.");

    /// <summary>A talk took place by now.</summary>
    public static Refusal TalkInFuture { get; } = new(
        "talk-in-future", "Nobody spoke with the child on a day that is still to come.",
        "Send the day of the talk.", RefusalKind.Invalid);

    /// <summary>A talk is about words that were said.</summary>
    public static Refusal TalkBeforeWords { get; } = new(
        "talk-before-words", "A talk about a child's words comes after them, as they are now.",
        "Speak with the child about these words and record that day.");

    /// <summary>From sixteen a young person decides alone (Jeugdwet, section 7.3).</summary>
    public static Refusal YoungPersonDecides { get; } = new(
        "young-person-decides", "From sixteen a young person alone decides who reads their words.",
        "Ask the young person and record the day on which they agreed.");

    /// <summary>It is kept from the family for now.</summary>
    public static Refusal Withheld { get; } = new(
        "statement-withheld", "This statement is kept from the family for now.", "Review the withholding first.");

    /// <summary>It is not kept from the family.</summary>
    public static Refusal NotWithheld { get; } = new(
        "statement-not-withheld", "This statement is not kept from the family.", "Read the statement again.");

    /// <summary>Withholding ends and is looked at again before.</summary>
    public static Refusal WithholdingWithoutEnd { get; } = new(
        "withholding-without-end", "Withholding has a review date and an end, both in the future.",
        "Send reviewOn and until, with until the later one or the same.", RefusalKind.Invalid);
}
