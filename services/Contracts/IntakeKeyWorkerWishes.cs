namespace Geborgen.Contracts.Intake;

/// <summary>Somebody of the family asked for another key worker. The words stay at Intake.</summary>
/// <param name="FamilyId">The family.</param>
/// <param name="Version">The place of the event in the family's stream.</param>
/// <param name="Municipality">The municipality that keeps the file.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="WishId">The wish.</param>
/// <param name="PersonId">The member of the family who asked, or null when that was not said.</param>
public sealed record AnotherKeyWorkerAskedFor(
    Guid FamilyId, int Version, string Municipality, DateTimeOffset At, Guid WishId, Guid? PersonId) : IDomainEvent
{
    Guid IDomainEvent.Stream => FamilyId;
}

/// <summary>The family was answered: the familiar face changes, or why it does not.</summary>
/// <param name="FamilyId">The family.</param>
/// <param name="Version">The place of the event in the family's stream.</param>
/// <param name="Municipality">The municipality that keeps the file.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="WishId">The wish.</param>
public sealed record KeyWorkerWishAnswered(
    Guid FamilyId, int Version, string Municipality, DateTimeOffset At, Guid WishId) : IDomainEvent
{
    Guid IDomainEvent.Stream => FamilyId;
}
