namespace Geborgen.Contracts.Intake;

/// <summary>Another municipality was asked to become responsible for children.</summary>
/// <param name="FamilyId">The family.</param>
/// <param name="Version">The place of the event in the family's stream.</param>
/// <param name="Municipality">The municipality that keeps the file.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="OfferId">The offer; its reason is read at Intake.</param>
/// <param name="Children">The children.</param>
/// <param name="ToMunicipality">The other municipality.</param>
public sealed record ResponsibilityOffered(
    Guid FamilyId, int Version, string Municipality, DateTimeOffset At,
    Guid OfferId, IReadOnlyList<Guid> Children, string ToMunicipality) : IDomainEvent
{
    Guid IDomainEvent.Stream => FamilyId;
}

/// <summary>Another municipality is responsible for children from now on.</summary>
/// <param name="FamilyId">The family.</param>
/// <param name="Version">The place of the event in the family's stream.</param>
/// <param name="Municipality">The municipality that keeps the file.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="OfferId">The offer; its reason is read at Intake.</param>
/// <param name="Children">The children.</param>
/// <param name="ToMunicipality">The other municipality.</param>
public sealed record ResponsibilityAccepted(
    Guid FamilyId, int Version, string Municipality, DateTimeOffset At,
    Guid OfferId, IReadOnlyList<Guid> Children, string ToMunicipality) : IDomainEvent
{
    Guid IDomainEvent.Stream => FamilyId;
}

/// <summary>The municipality that was asked does not become responsible. Nothing changed.</summary>
/// <param name="FamilyId">The family.</param>
/// <param name="Version">The place of the event in the family's stream.</param>
/// <param name="Municipality">The municipality that keeps the file.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="OfferId">The offer; its reason is read at Intake.</param>
public sealed record ResponsibilityRefused(
    Guid FamilyId, int Version, string Municipality, DateTimeOffset At,
    Guid OfferId) : IDomainEvent
{
    Guid IDomainEvent.Stream => FamilyId;
}

/// <summary>The municipality that asked took it back. Nothing changed.</summary>
/// <param name="FamilyId">The family.</param>
/// <param name="Version">The place of the event in the family's stream.</param>
/// <param name="Municipality">The municipality that keeps the file.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="OfferId">The offer; its reason is read at Intake.</param>
public sealed record ResponsibilityWithdrawn(
    Guid FamilyId, int Version, string Municipality, DateTimeOffset At,
    Guid OfferId) : IDomainEvent
{
    Guid IDomainEvent.Stream => FamilyId;
}

/// <summary>A family that split off begins with the municipality that was responsible for a child before.</summary>
/// <param name="FamilyId">The family.</param>
/// <param name="Version">The place of the event in the family's stream.</param>
/// <param name="Municipality">The municipality that keeps the file.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="ChildId">The child.</param>
/// <param name="ToMunicipality">The municipality that is responsible.</param>
public sealed record ResponsibilityTakenOver(
    Guid FamilyId, int Version, string Municipality, DateTimeOffset At,
    Guid ChildId, string ToMunicipality) : IDomainEvent
{
    Guid IDomainEvent.Stream => FamilyId;
}
