namespace Geborgen.Casework;

/// <summary>
/// Somebody judged that a person is in acute danger: a dated judgement with an author and a ground, about one person. It
/// is there or it is not; there is no level of danger.
/// </summary>
public sealed class AcuteDanger
{
    internal AcuteDanger(Guid personId, string ground, string judgedBy, string writtenBy, DateTimeOffset at)
    {
        Id = Guid.CreateVersion7(at);
        PersonId = personId;
        Ground = ground;
        JudgedBy = judgedBy;
        WrittenBy = writtenBy;
        At = at;
    }

    /// <summary>The judgement.</summary>
    public Guid Id { get; private set; }

    /// <summary>Who is in danger.</summary>
    public Guid PersonId { get; private set; }

    /// <summary>What it is built on.</summary>
    public string Ground { get; private set; }

    /// <summary>Who judged so, by name and function.</summary>
    public string JudgedBy { get; private set; }

    /// <summary>The account that wrote it down.</summary>
    public string WrittenBy { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>What somebody judged the danger to be over on; null while it lasts.</summary>
    public string? OverGround { get; private set; }

    /// <summary>Who judged it to be over, by name and function; null while it lasts.</summary>
    public string? OverJudgedBy { get; private set; }

    /// <summary>When it was judged to be over; null while it lasts.</summary>
    public DateTimeOffset? OverAt { get; private set; }

    internal void End(string ground, string judgedBy, DateTimeOffset now) => (OverGround, OverJudgedBy, OverAt) = (ground, judgedBy, now);
}

/// <summary>Why something is not done because of acute danger, or not to such a judgement.</summary>
public static class AcuteDangerRefusals
{
    /// <summary>There is no such judgement, or it was judged to be over.</summary>
    public static Refusal NoAcuteDanger { get; } = new(
        "no-acute-danger", "There is no such judgement of acute danger that still holds here.", "Read it again.", RefusalKind.NotFound);

    /// <summary>Nobody in danger is left without help.</summary>
    public static Refusal InAcuteDanger { get; } = new(
        "in-acute-danger", "Somebody who is in acute danger is not left without follow-up.",
        "Decide on help, or record on what ground the danger is over.");
}
