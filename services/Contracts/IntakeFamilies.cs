namespace Geborgen.Contracts.Intake;

/// <summary>Somebody of the network supports the family, without a case file of an organisation.</summary>
/// <param name="FamilyId">The family.</param>
/// <param name="Version">The place of the event in the family's stream.</param>
/// <param name="Municipality">The responsible municipality.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="SupportId">The support.</param>
/// <param name="From">The first day.</param>
public sealed record InformalSupportStarted(
    Guid FamilyId, int Version, string Municipality, DateTimeOffset At,
    Guid SupportId, DateOnly From) : IDomainEvent
{
    Guid IDomainEvent.Stream => FamilyId;
}

/// <summary>Support by the network ended.</summary>
/// <param name="FamilyId">The family.</param>
/// <param name="Version">The place of the event in the family's stream.</param>
/// <param name="Municipality">The responsible municipality.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="SupportId">The support.</param>
/// <param name="Until">The last day.</param>
public sealed record InformalSupportEnded(
    Guid FamilyId, int Version, string Municipality, DateTimeOffset At,
    Guid SupportId, DateOnly Until) : IDomainEvent
{
    Guid IDomainEvent.Stream => FamilyId;
}

/// <summary>It was recorded who has parental authority over a child.</summary>
/// <param name="FamilyId">The family.</param>
/// <param name="Version">The place of the event in the family's stream.</param>
/// <param name="Municipality">The responsible municipality.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="ChildId">The child.</param>
/// <param name="ParentId">The parent or guardian.</param>
/// <param name="Kind">In camelCase: <c>authority</c>, <c>noAuthority</c>, <c>guardianship</c> or <c>unknown</c>.</param>
/// <param name="From">From when.</param>
public sealed record AuthorityRecorded(
    Guid FamilyId, int Version, string Municipality, DateTimeOffset At,
    Guid ChildId, Guid ParentId, string Kind, DateOnly From) : IDomainEvent
{
    Guid IDomainEvent.Stream => FamilyId;
}

/// <summary>The file of a family was closed, because nothing runs any more. Why stands in the decision, which is read at Intake.</summary>
/// <param name="FamilyId">The family.</param>
/// <param name="Version">The place of the event in the family's stream.</param>
/// <param name="Municipality">The responsible municipality.</param>
/// <param name="At">When it was decided.</param>
/// <param name="DecisionId">The decision.</param>
/// <param name="ClosedOn">The day on which it was closed.</param>
public sealed record FamilyClosed(
    Guid FamilyId, int Version, string Municipality, DateTimeOffset At,
    Guid DecisionId, DateOnly ClosedOn) : IDomainEvent
{
    Guid IDomainEvent.Stream => FamilyId;
}

/// <summary>The closed file of a family was opened again.</summary>
/// <param name="FamilyId">The family.</param>
/// <param name="Version">The place of the event in the family's stream.</param>
/// <param name="Municipality">The responsible municipality.</param>
/// <param name="At">When.</param>
/// <param name="Cause">In camelCase: <c>emergency</c>, <c>newContact</c>, <c>familyAsked</c> or <c>closedTooSoon</c>.</param>
public sealed record FamilyReopened(
    Guid FamilyId, int Version, string Municipality, DateTimeOffset At,
    string Cause) : IDomainEvent
{
    Guid IDomainEvent.Stream => FamilyId;
}
