using Geborgen.Casework;

namespace Geborgen.Intake.Contacts;

/// <summary>What a member of the family said about a contact, and what that was answered.</summary>
/// <param name="Id">The feedback.</param>
/// <param name="Text">The member's words.</param>
/// <param name="PersonId">The member of the family whose words they are; null when that is not said.</param>
/// <param name="At">When it was written down.</param>
/// <param name="Answer">The answer; null while it waits for one, and where it would tell what is kept from the reader.</param>
/// <param name="AnsweredAt">When it was answered.</param>
public sealed record OwnFeedback(Guid Id, ForFamily Text, Guid? PersonId, DateTimeOffset At, ForFamily? Answer, DateTimeOffset? AnsweredAt)
{
    internal static OwnFeedback Of(Feedback one, FamilyDoor door, string reader) =>
        new(one.Id, door.Own(one.Text, one.WrittenBy, reader), one.PersonId, one.At, door.Let(one.Answer), one.AnsweredAt);
}
