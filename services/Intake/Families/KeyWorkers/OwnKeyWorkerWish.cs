using Geborgen.Casework;

namespace Geborgen.Intake.Families;

/// <summary>A member's own wish for another key worker, and what it was answered.</summary>
/// <param name="Id">The wish.</param>
/// <param name="PersonId">The member who asks; null when that is not said.</param>
/// <param name="Text">What the member says about it.</param>
/// <param name="At">When it was written down.</param>
/// <param name="Answer">
/// What the family was answered, or why the familiar face changed; null while it waits, and where it would tell what is kept from the reader.
/// </param>
/// <param name="AnsweredAt">When it was answered; null while it waits.</param>
public sealed record OwnKeyWorkerWish(Guid Id, Guid? PersonId, ForFamily Text, DateTimeOffset At, ForFamily? Answer, DateTimeOffset? AnsweredAt)
{
    internal static OwnKeyWorkerWish Of(KeyWorkerWish one, FamilyDoor door, string reader) =>
        new(one.Id, one.PersonId, door.Own(one.Text, one.WrittenBy, reader), one.At, door.Let(one.Answer), one.AnsweredAt);
}
