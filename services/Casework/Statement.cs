namespace Geborgen.Casework;

/// <summary>
/// What one person saw, heard, thinks or agreed, in their words, beside what others say. Statements are never merged
/// into one account and never weighed by a score.
/// </summary>
public sealed class Statement
{
    /// <summary>The longest text, in characters.</summary>
    public const int MaxLength = 20_000;

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

    /// <summary>The words.</summary>
    public string Text { get; private set; }

    /// <summary>When it was said or written.</summary>
    public DateTimeOffset StatedAt { get; private set; }

    /// <summary>Whether somebody disputes it.</summary>
    public ContestStatus Contested { get; private set; }

    /// <summary>Records a statement.</summary>
    /// <param name="place">Its place among the statements that are recorded together, from 1.</param>
    /// <param name="kind">Its kind, or null when its author did not label it.</param>
    /// <param name="author">Whose it is.</param>
    /// <param name="text">The words; not empty.</param>
    /// <param name="statedAt">When it was said or written.</param>
    public static Statement Record(int place, StatementKind? kind, StatementAuthor author, string text, DateTimeOffset statedAt) =>
        new(Guid.CreateVersion7(), place, kind, author, text, statedAt.ToUniversalTime());
}

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

/// <summary>Whether a statement is disputed.</summary>
public enum ContestStatus
{
    /// <summary>Nobody disputed it.</summary>
    NotContested,

    /// <summary>Somebody disputes it; that stays visible wherever it is shown.</summary>
    Contested,
}
