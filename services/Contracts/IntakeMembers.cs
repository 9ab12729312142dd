namespace Geborgen.Contracts.Intake;

/// <summary>A member reached an age at which rights switch by law. Said once per age.</summary>
/// <param name="FamilyId">The family.</param>
/// <param name="Version">The place of the event in the family's stream.</param>
/// <param name="Municipality">The municipality that keeps the file.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="PersonId">The member.</param>
/// <param name="Age">The age: 12, 16 or 18.</param>
public sealed record RightsChanged(
    Guid FamilyId, int Version, string Municipality, DateTimeOffset At,
    Guid PersonId, int Age) : IDomainEvent
{
    Guid IDomainEvent.Stream => FamilyId;
}

/// <summary>Somebody was recorded as a member in error and is out of sight. Nobody shows or keeps anything of that membership.</summary>
/// <param name="FamilyId">The family.</param>
/// <param name="Version">The place of the event in the family's stream.</param>
/// <param name="Municipality">The municipality that keeps the file.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="PersonId">The person.</param>
public sealed record PersonTakenOut(
    Guid FamilyId, int Version, string Municipality, DateTimeOffset At,
    Guid PersonId) : IDomainEvent
{
    Guid IDomainEvent.Stream => FamilyId;
}
