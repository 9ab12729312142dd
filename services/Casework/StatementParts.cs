namespace Geborgen.Casework;

/// <summary>A version of a statement that a later one replaced.</summary>
public sealed class StatementVersion
{
    internal StatementVersion(
        int number, StatementKind? kind, string text, StatementChange change, string? reason, string changedBy, DateTimeOffset changedAt)
    {
        Id = Guid.CreateVersion7(changedAt);
        Number = number;
        Kind = kind;
        Text = text;
        Change = change;
        Reason = reason;
        ChangedBy = changedBy;
        ChangedAt = changedAt;
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

    /// <summary>How it ended, or null while it stands. Disagreement may stand for ever.</summary>
    public string? Outcome { get; private set; }

    /// <summary>When it ended, or null.</summary>
    public DateTimeOffset? SettledAt { get; private set; }

    internal void Settle(string outcome, DateTimeOffset at) => (Outcome, SettledAt) = (outcome, at);
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
    public Sharing(Guid personId, DateTimeOffset sharedAt, string sharedBy, DateOnly? talkedWithChildOn, string? safetyCheck)
    {
        PersonId = personId;
        SharedAt = sharedAt;
        SharedBy = sharedBy;
        TalkedWithChildOn = talkedWithChildOn;
        SafetyCheck = safetyCheck;
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
}

/// <summary>Why a statement is kept from the family for a time.</summary>
/// <param name="Basis">The legal basis, such as Jeugdwet article 7.3.10 or Wmo 2015 article 5.3.2.</param>
/// <param name="Reason">Why, for those who decide on it again.</param>
/// <param name="ReviewOn">When it is looked at again; not after the end.</param>
/// <param name="Until">The last day.</param>
public sealed record Withholding(string Basis, string Reason, DateOnly ReviewOn, DateOnly Until);

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

    /// <summary>There is no such statement here.</summary>
    public static Refusal NoSuchStatement { get; } = new(
        "no-such-statement", "There is no such statement here.", "Read the statements again.", RefusalKind.NotFound);

    /// <summary>There is no such contest, or it ended before.</summary>
    public static Refusal NoSuchContest { get; } = new(
        "no-such-contest", "There is no such open contest.", "Read the statement's contests.", RefusalKind.NotFound);

    /// <summary>A child's words reach a parent after a talk with the child.</summary>
    public static Refusal ChildNotSpokenWith { get; } = new(
        "child-not-spoken-with", "A child's words reach a parent only after a talk with the child.",
        "Speak with the child about it and record the day.");

    /// <summary>A child's words reach a parent after a safety check.</summary>
    public static Refusal SafetyNotChecked { get; } = new(
        "safety-not-checked", "A child's words reach a parent only after a safety check.",
        "Record what was found about the child's safety once the parent knows it.");

    /// <summary>It is kept from the family for now.</summary>
    public static Refusal Withheld { get; } = new(
        "statement-withheld", "This statement is kept from the family for now.", "Review the withholding first.");

    /// <summary>Withholding ends and is looked at again before.</summary>
    public static Refusal WithholdingWithoutEnd { get; } = new(
        "withholding-without-end", "Withholding has a review date and an end, both in the future.",
        "Send reviewOn and until, with until the later one or the same.", RefusalKind.Invalid);
}
