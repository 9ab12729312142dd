using Geborgen.Casework;

namespace Geborgen.Intake.Families;

/// <summary>Somebody of the family asks for another key worker.</summary>
public sealed class KeyWorkerWish
{
    /// <summary>The wish.</summary>
    public required Guid Id { get; init; }

    /// <summary>The member of the family who asks, or null when that is not said.</summary>
    public Guid? PersonId { get; init; }

    /// <summary>What the family says about it.</summary>
    public required string Text { get; init; }

    /// <summary>The account that wrote it down.</summary>
    public required string WrittenBy { get; init; }

    /// <summary>When it was written down.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The clock that runs until the family hears.</summary>
    public required Guid ClockId { get; init; }

    /// <summary>What the family was answered, or why the familiar face changed; null while it waits.</summary>
    public string? Answer { get; private set; }

    /// <summary>The account that answered, or null.</summary>
    public string? AnsweredBy { get; private set; }

    /// <summary>When it was answered, or null.</summary>
    public DateTimeOffset? AnsweredAt { get; private set; }

    internal void Reply(string answer, Actor by) => (Answer, AnsweredBy, AnsweredAt) = (answer, by.Account, by.Now);
}

/// <summary>A wish for another key worker, and what it was answered.</summary>
/// <param name="Id">The wish.</param>
/// <param name="PersonId">The member of the family who asks; null when that is not said.</param>
/// <param name="Text">What the family says about it.</param>
/// <param name="At">When it was written down.</param>
/// <param name="Answer">What the family was answered, or why the familiar face changed; null while it waits.</param>
/// <param name="AnsweredAt">When it was answered; null while it waits.</param>
public sealed record KeyWorkerWishResponse(Guid Id, Guid? PersonId, string Text, DateTimeOffset At, string? Answer, DateTimeOffset? AnsweredAt)
{
    internal static KeyWorkerWishResponse Of(KeyWorkerWish one) => new(one.Id, one.PersonId, one.Text, one.At, one.Answer, one.AnsweredAt);
}
