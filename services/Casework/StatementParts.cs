namespace Geborgen.Casework;

/// <summary>What counts about who reads a statement, and about whose it is.</summary>
/// <param name="WithParent">Whether the reader is or was a parent, or a parent's partner.</param>
/// <param name="AuthorDecides">Whether the child whose words they are is sixteen or older, and decides alone (Jeugdwet, section 7.3).</param>
public sealed record Audience(bool WithParent, bool AuthorDecides = false);

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

    /// <summary>Somebody disputes it, also when it was settled that both stories stand; that stays visible wherever it is shown.</summary>
    Contested,
}

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

/// <summary>A statement was shared with a member of the family.</summary>
public sealed class Sharing
{
    Sharing(
        Guid personId, DateTimeOffset sharedAt, string sharedBy, DateOnly? talkedWithChildOn, string? safetyCheck, DateOnly? consentedOn)
    {
        PersonId = personId;
        SharedAt = sharedAt;
        SharedBy = sharedBy;
        TalkedWithChildOn = talkedWithChildOn;
        SafetyCheck = safetyCheck;
        ConsentedOn = consentedOn;
    }

    /// <summary>Notes with whom a statement is shared, and by whom.</summary>
    public Sharing(Guid personId, Actor by, DateOnly? talkedWithChildOn, string? safetyCheck, DateOnly? consentedOn = null)
        : this(personId, by.Now, by.Account, talkedWithChildOn, safetyCheck, consentedOn)
    {
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

    internal void Renew(Sharing later) => (SharedAt, SharedBy, TalkedWithChildOn, SafetyCheck, ConsentedOn) =
        (later.SharedAt, later.SharedBy, later.TalkedWithChildOn, later.SafetyCheck, later.ConsentedOn);

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
