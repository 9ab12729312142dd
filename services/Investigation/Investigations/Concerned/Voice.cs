namespace Geborgen.Investigation.Investigations;

/// <summary>What a child or parent says themselves, or why that is missing.</summary>
public sealed class Voice
{
    Voice(Guid id, Guid personId, DateTimeOffset recordedAt)
    {
        Id = id;
        PersonId = personId;
        RecordedAt = recordedAt;
    }

    /// <summary>The id.</summary>
    public Guid Id { get; private set; }

    /// <summary>Whose voice it is.</summary>
    public Guid PersonId { get; private set; }

    /// <summary>The person's own statement, or null when it is missing.</summary>
    public Guid? StatementId { get; private set; }

    /// <summary>Who spoke with the person; null when there was no talk.</summary>
    public string? SpokenBy { get; private set; }

    /// <summary>How the talk suited the person's age and language; null when there was no talk.</summary>
    public string? Manner { get; private set; }

    /// <summary>Who interpreted the talk; null when nobody did.</summary>
    public string? Interpreter { get; private set; }

    /// <summary>Why the person's own statement is missing; null when it is not.</summary>
    public WhyNot? WhyNot { get; private set; }

    /// <summary>What there is to say about that reason, and what was tried; null when nothing is missing.</summary>
    public string? Explanation { get; private set; }

    /// <summary>When it was recorded.</summary>
    public DateTimeOffset RecordedAt { get; private set; }

    internal static Voice Heard(Guid personId, Guid statementId, string spokenBy, string manner, string? interpreter, DateTimeOffset now) =>
        new(Guid.CreateVersion7(now), personId, now) { StatementId = statementId, SpokenBy = spokenBy, Manner = manner, Interpreter = interpreter };

    internal static Voice Missing(Guid personId, WhyNot whyNot, string explanation, DateTimeOffset now) =>
        new(Guid.CreateVersion7(now), personId, now) { WhyNot = whyNot, Explanation = explanation };
}

/// <summary>Who interpreted a talk.</summary>
/// <param name="Who">The interpreter.</param>
/// <param name="IsRelative">Whether that is a relative of somebody of the family.</param>
public sealed record Interpreter(string Who, bool IsRelative);

/// <summary>Why a person's own statement is missing.</summary>
public enum WhyNot
{
    /// <summary>Does not want to.</summary>
    DoesNotWant,

    /// <summary>Is too young to be asked; somebody saw the child all the same.</summary>
    TooYoung,

    /// <summary>Asking would harm or endanger the person.</summary>
    Harmful,

    /// <summary>Can not be reached, also abroad.</summary>
    NotReached,

    /// <summary>Nobody knows who it is.</summary>
    Unknown,

    /// <summary>Is dead.</summary>
    Dead,
}
