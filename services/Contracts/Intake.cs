namespace Geborgen.Contracts.Intake;

/// <summary>A first contact was registered: a question, a request for advice, a concern, a self-referral or an emergency.</summary>
/// <param name="ContactId">The contact.</param>
/// <param name="Version">The place of the event in the contact's stream.</param>
/// <param name="FamilyId">The family, provisional until a worker confirms it.</param>
/// <param name="Municipality">The responsible municipality.</param>
/// <param name="At">When it was registered.</param>
/// <param name="Kind">The kind of contact, in camelCase as the API writes it.</param>
/// <param name="ReceivedAt">When the contact was received, which starts the statutory terms.</param>
public sealed record ContactRegistered(
    Guid ContactId, int Version, Guid FamilyId, string Municipality, DateTimeOffset At,
    string Kind, DateTimeOffset ReceivedAt) : IDomainEvent
{
    Guid IDomainEvent.Stream => ContactId;
}

/// <summary>A family came into view, with the members that were named at that moment.</summary>
/// <param name="FamilyId">The family.</param>
/// <param name="Version">The place of the event in the family's stream.</param>
/// <param name="Municipality">The responsible municipality.</param>
/// <param name="At">When it was opened.</param>
/// <param name="Members">Who was named; may be nobody.</param>
public sealed record FamilyOpened(
    Guid FamilyId, int Version, string Municipality, DateTimeOffset At,
    IReadOnlyList<FamilyMember> Members) : IDomainEvent
{
    Guid IDomainEvent.Stream => FamilyId;
}

/// <summary>A person's place in a family.</summary>
/// <param name="PersonId">The person.</param>
/// <param name="Role">The role in the family, in camelCase as the API writes it.</param>
/// <param name="From">The first day of the membership.</param>
public sealed record FamilyMember(Guid PersonId, string Role, DateOnly From);

/// <summary>A person was added to a family.</summary>
/// <param name="FamilyId">The family.</param>
/// <param name="Version">The place of the event in the family's stream.</param>
/// <param name="Municipality">The responsible municipality.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="Member">The person and the role.</param>
public sealed record MemberAdded(
    Guid FamilyId, int Version, string Municipality, DateTimeOffset At, FamilyMember Member) : IDomainEvent
{
    Guid IDomainEvent.Stream => FamilyId;
}

/// <summary>A person's membership of a family ended; nothing of what follows is that person's to see.</summary>
/// <param name="FamilyId">The family.</param>
/// <param name="Version">The place of the event in the family's stream.</param>
/// <param name="Municipality">The responsible municipality.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="PersonId">The person.</param>
/// <param name="Until">The last day of the membership.</param>
public sealed record MemberRemoved(
    Guid FamilyId, int Version, string Municipality, DateTimeOffset At, Guid PersonId, DateOnly Until) : IDomainEvent
{
    Guid IDomainEvent.Stream => FamilyId;
}

/// <summary>
/// A worker confirmed that a person of a provisional family is a person who was already known. The known person's
/// id takes the place of the provisional one in this family.
/// </summary>
/// <param name="FamilyId">The family in which the person was registered anew.</param>
/// <param name="Version">The place of the event in the family's stream.</param>
/// <param name="Municipality">The responsible municipality.</param>
/// <param name="At">When it was confirmed.</param>
/// <param name="PersonId">The person as registered anew.</param>
/// <param name="KnownPersonId">The person as known before.</param>
public sealed record PersonLinkConfirmed(
    Guid FamilyId, int Version, string Municipality, DateTimeOffset At, Guid PersonId, Guid KnownPersonId) : IDomainEvent
{
    Guid IDomainEvent.Stream => FamilyId;
}

/// <summary>A confirmed link between two persons was undone: they are different people.</summary>
/// <param name="FamilyId">The family in which the person was registered anew.</param>
/// <param name="Version">The place of the event in the family's stream.</param>
/// <param name="Municipality">The responsible municipality.</param>
/// <param name="At">When it was undone.</param>
/// <param name="PersonId">The person as registered anew.</param>
/// <param name="KnownPersonId">The person who turned out to be somebody else.</param>
public sealed record PersonLinkUndone(
    Guid FamilyId, int Version, string Municipality, DateTimeOffset At, Guid PersonId, Guid KnownPersonId) : IDomainEvent
{
    Guid IDomainEvent.Stream => FamilyId;
}

/// <summary>A worker tied a login account to a member of the family.</summary>
/// <param name="FamilyId">The family.</param>
/// <param name="Version">The place of the event in the family's stream.</param>
/// <param name="Municipality">The responsible municipality.</param>
/// <param name="At">When it was tied.</param>
/// <param name="PersonId">The member.</param>
/// <param name="Account">The account's id (<c>sub</c> of its tokens).</param>
public sealed record MemberAccountLinked(
    Guid FamilyId, int Version, string Municipality, DateTimeOffset At, Guid PersonId, string Account) : IDomainEvent
{
    Guid IDomainEvent.Stream => FamilyId;
}
