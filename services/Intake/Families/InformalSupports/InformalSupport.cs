using Geborgen.Casework;

namespace Geborgen.Intake.Families;

/// <summary>Support by somebody of the network, such as a grandmother or a neighbour, without a case file of an organisation.</summary>
public sealed class InformalSupport
{
    readonly List<SupportNote> notes = [];

    internal InformalSupport(string who, string what, DateOnly from, DateTimeOffset recordedAt)
    {
        Id = Guid.CreateVersion7(recordedAt);
        Who = who;
        What = what;
        From = from;
        RecordedAt = recordedAt;
    }

    /// <summary>The support's id.</summary>
    public Guid Id { get; private set; }

    /// <summary>Who, as the family calls them.</summary>
    public string Who { get; private set; }

    /// <summary>What they do.</summary>
    public string What { get; private set; }

    /// <summary>The first day.</summary>
    public DateOnly From { get; private set; }

    /// <summary>The last day, or null while it goes on.</summary>
    public DateOnly? Until { get; private set; }

    /// <summary>When it was recorded.</summary>
    public DateTimeOffset RecordedAt { get; private set; }

    /// <summary>How it goes.</summary>
    public IReadOnlyList<SupportNote> Notes => notes;

    internal void Note(string text, Actor by) => notes.Add(new SupportNote(text, by.Account, by.Now));

    internal void End(DateOnly until) => Until = until;
}

/// <summary>How support goes, at a moment.</summary>
public sealed class SupportNote
{
    internal SupportNote(string text, string writtenBy, DateTimeOffset at)
    {
        Id = Guid.CreateVersion7(at);
        Text = text;
        WrittenBy = writtenBy;
        At = at;
    }

    /// <summary>The note's id.</summary>
    public Guid Id { get; private set; }

    /// <summary>The words.</summary>
    public string Text { get; private set; }

    /// <summary>The account of who wrote it down.</summary>
    public string WrittenBy { get; private set; }

    /// <summary>When it was written down.</summary>
    public DateTimeOffset At { get; private set; }
}
