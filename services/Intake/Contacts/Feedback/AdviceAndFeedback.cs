using Geborgen.Casework;

namespace Geborgen.Intake.Contacts;

/// <summary>The advice that was given on a request for advice, without data on those concerned.</summary>
public sealed class Advice
{
    /// <summary>The advice.</summary>
    public required string Text { get; init; }

    /// <summary>The account that gave it.</summary>
    public required string By { get; init; }

    /// <summary>When it was given.</summary>
    public required DateTimeOffset At { get; init; }
}

/// <summary>How a contact went for the family, in its own words, and what it was answered.</summary>
public sealed class Feedback
{
    /// <summary>The feedback.</summary>
    public required Guid Id { get; init; }

    /// <summary>The words of the family.</summary>
    public required string Text { get; init; }

    /// <summary>The member of the family whose words they are, or null when that is not said.</summary>
    public Guid? PersonId { get; init; }

    /// <summary>The account that wrote it down.</summary>
    public required string WrittenBy { get; init; }

    /// <summary>When it was written down.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What the family was answered, or null while it waits for an answer.</summary>
    public string? Answer { get; private set; }

    /// <summary>The account that answered, or null.</summary>
    public string? AnsweredBy { get; private set; }

    /// <summary>When it was answered, or null.</summary>
    public DateTimeOffset? AnsweredAt { get; private set; }

    internal void Reply(string answer, Actor by) => (Answer, AnsweredBy, AnsweredAt) = (answer, by.Account, by.Now);
}
