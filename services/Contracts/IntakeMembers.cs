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

/// <summary>What is known of a member was completed or corrected. What it is now is read at Intake.</summary>
/// <param name="FamilyId">The family.</param>
/// <param name="Version">The place of the event in the family's stream.</param>
/// <param name="Municipality">The municipality that keeps the file.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="PersonId">The member.</param>
/// <param name="Changed">What changed: <c>givenName</c>, <c>familyName</c>, <c>birthDate</c>, <c>dueDate</c>, <c>bsn</c>, <c>language</c>, <c>needsInterpreter</c>.</param>
public sealed record PersonParticularsChanged(
    Guid FamilyId, int Version, string Municipality, DateTimeOffset At,
    Guid PersonId, IReadOnlyList<string> Changed) : IDomainEvent
{
    Guid IDomainEvent.Stream => FamilyId;
}

/// <summary>A member died. Nobody writes to the person any more and no rights switch.</summary>
/// <param name="FamilyId">The family.</param>
/// <param name="Version">The place of the event in the family's stream.</param>
/// <param name="Municipality">The municipality that keeps the file.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="PersonId">The member.</param>
public sealed record MemberDied(
    Guid FamilyId, int Version, string Municipality, DateTimeOffset At,
    Guid PersonId) : IDomainEvent
{
    Guid IDomainEvent.Stream => FamilyId;
}

/// <summary>A login account is not a member's any more: it was tied in error, or another took its place.</summary>
/// <param name="FamilyId">The family.</param>
/// <param name="Version">The place of the event in the family's stream.</param>
/// <param name="Municipality">The municipality that keeps the file.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="PersonId">The member.</param>
/// <param name="Account">The account's id (<c>sub</c> of its tokens).</param>
public sealed record MemberAccountUnlinked(
    Guid FamilyId, int Version, string Municipality, DateTimeOffset At,
    Guid PersonId, string Account) : IDomainEvent
{
    Guid IDomainEvent.Stream => FamilyId;
}
