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

/// <summary>A municipality asked another to become responsible for persons of a family. Until that accepts, it stays responsible.</summary>
/// <param name="FamilyId">The family.</param>
/// <param name="Version">The place of the event in the family's stream.</param>
/// <param name="Municipality">The responsible municipality.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="OfferId">The offer.</param>
/// <param name="ToMunicipality">The municipality that is asked (CBS code).</param>
/// <param name="Persons">Whom it concerns.</param>
public sealed record ResponsibilityOffered(
    Guid FamilyId, int Version, string Municipality, DateTimeOffset At,
    Guid OfferId, string ToMunicipality, IReadOnlyList<Guid> Persons) : IDomainEvent
{
    Guid IDomainEvent.Stream => FamilyId;
}

/// <summary>Another municipality has become responsible for persons of a family.</summary>
/// <param name="FamilyId">The family.</param>
/// <param name="Version">The place of the event in the family's stream.</param>
/// <param name="Municipality">The responsible municipality.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="OfferId">The offer.</param>
/// <param name="ToMunicipality">The municipality that is responsible now.</param>
/// <param name="Persons">Whom it concerns.</param>
/// <param name="From">From when.</param>
public sealed record ResponsibilityAccepted(
    Guid FamilyId, int Version, string Municipality, DateTimeOffset At,
    Guid OfferId, string ToMunicipality, IReadOnlyList<Guid> Persons, DateOnly From) : IDomainEvent
{
    Guid IDomainEvent.Stream => FamilyId;
}

/// <summary>Another municipality refused to become responsible, with a reason.</summary>
/// <param name="FamilyId">The family.</param>
/// <param name="Version">The place of the event in the family's stream.</param>
/// <param name="Municipality">The responsible municipality.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="OfferId">The offer.</param>
/// <param name="ToMunicipality">The municipality that refused.</param>
public sealed record ResponsibilityRefused(
    Guid FamilyId, int Version, string Municipality, DateTimeOffset At,
    Guid OfferId, string ToMunicipality) : IDomainEvent
{
    Guid IDomainEvent.Stream => FamilyId;
}

/// <summary>Members of a family go on as a family of their own.</summary>
/// <param name="FamilyId">The family.</param>
/// <param name="Version">The place of the event in the family's stream.</param>
/// <param name="Municipality">The responsible municipality.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="NewFamilyId">The new family.</param>
/// <param name="Persons">Who went.</param>
public sealed record FamilySplit(
    Guid FamilyId, int Version, string Municipality, DateTimeOffset At,
    Guid NewFamilyId, IReadOnlyList<Guid> Persons) : IDomainEvent
{
    Guid IDomainEvent.Stream => FamilyId;
}

/// <summary>Another family was found to be the same and was joined to this one.</summary>
/// <param name="FamilyId">The family.</param>
/// <param name="Version">The place of the event in the family's stream.</param>
/// <param name="Municipality">The responsible municipality.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="OtherFamilyId">The family that was joined.</param>
public sealed record FamilyMerged(
    Guid FamilyId, int Version, string Municipality, DateTimeOffset At,
    Guid OtherFamilyId) : IDomainEvent
{
    Guid IDomainEvent.Stream => FamilyId;
}

/// <summary>Two families that were joined go on apart again.</summary>
/// <param name="FamilyId">The family.</param>
/// <param name="Version">The place of the event in the family's stream.</param>
/// <param name="Municipality">The responsible municipality.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="OtherFamilyId">The family that goes on by itself.</param>
public sealed record FamilyMergeUndone(
    Guid FamilyId, int Version, string Municipality, DateTimeOffset At,
    Guid OtherFamilyId) : IDomainEvent
{
    Guid IDomainEvent.Stream => FamilyId;
}

/// <summary>A person was recorded in a family in error and was taken out of sight.</summary>
/// <param name="FamilyId">The family.</param>
/// <param name="Version">The place of the event in the family's stream.</param>
/// <param name="Municipality">The responsible municipality.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="PersonId">The person.</param>
public sealed record PersonTakenOut(
    Guid FamilyId, int Version, string Municipality, DateTimeOffset At,
    Guid PersonId) : IDomainEvent
{
    Guid IDomainEvent.Stream => FamilyId;
}

/// <summary>A young person reached an age at which the own rights grow (12, 16 or 18).</summary>
/// <param name="FamilyId">The family.</param>
/// <param name="Version">The place of the event in the family's stream.</param>
/// <param name="Municipality">The responsible municipality.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="PersonId">The young person.</param>
/// <param name="Age">The age.</param>
public sealed record RightsChanged(
    Guid FamilyId, int Version, string Municipality, DateTimeOffset At,
    Guid PersonId, int Age) : IDomainEvent
{
    Guid IDomainEvent.Stream => FamilyId;
}
