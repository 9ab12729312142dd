namespace Geborgen.Contracts.Intake;

/// <summary>A member reached an age at which rights switch by law. Said once per age.</summary>
/// <param name="PersonId">The member.</param>
/// <param name="Age">The age: 12, 16 or 18.</param>
public sealed record RightsChanged(Guid PersonId, int Age) : FamilyEvent;

/// <summary>
/// It became known of a child that is a member which age at which rights switch it has reached already. Ages that are reached later are
/// said when they are.
/// </summary>
/// <param name="PersonId">The child.</param>
/// <param name="Age">The highest of them: 12, 16 or 18.</param>
public sealed record MemberAgeKnown(Guid PersonId, int Age) : FamilyEvent;

/// <summary>Somebody was recorded as a member in error and is out of sight. Nobody shows or keeps anything of that membership.</summary>
/// <param name="PersonId">The person.</param>
public sealed record PersonTakenOut(Guid PersonId) : FamilyEvent;

/// <summary>What is known of a member was completed or corrected. What it is now is read at Intake.</summary>
/// <param name="PersonId">The member.</param>
/// <param name="Changed">What changed: <c>givenName</c>, <c>familyName</c>, <c>birthDate</c>, <c>dueDate</c>, <c>bsn</c>, <c>language</c>, <c>needsInterpreter</c>.</param>
public sealed record PersonParticularsChanged(Guid PersonId, IReadOnlyList<string> Changed) : FamilyEvent;

/// <summary>A member died. Nobody writes to the person any more and no rights switch.</summary>
/// <param name="PersonId">The member.</param>
public sealed record MemberDied(Guid PersonId) : FamilyEvent;

/// <summary>A login account is not a member's any more: it was tied in error, or another took its place.</summary>
/// <param name="PersonId">The member.</param>
/// <param name="Account">The account's id (<c>sub</c> of its tokens).</param>
public sealed record MemberAccountUnlinked(Guid PersonId, string Account) : FamilyEvent;

/// <summary>As what somebody belongs to a family was recorded wrongly and is corrected: it was so from the first day. Why is read at Intake.</summary>
/// <param name="Member">The person with the right role.</param>
/// <param name="Until">The last day of the membership; null while the person belongs to the family.</param>
public sealed record MemberRoleCorrected(FamilyMember Member, DateOnly? Until = null) : FamilyEvent;
