namespace Geborgen.Contracts.Intake;

/// <summary>Another municipality was asked to become responsible for children.</summary>
/// <param name="OfferId">The offer; its reason is read at Intake.</param>
/// <param name="Children">The children.</param>
/// <param name="ToMunicipality">The other municipality.</param>
public sealed record ResponsibilityOffered(Guid OfferId, IReadOnlyList<Guid> Children, string ToMunicipality) : FamilyEvent;

/// <summary>Another municipality is responsible for children from now on.</summary>
/// <param name="OfferId">The offer; its reason is read at Intake.</param>
/// <param name="Children">The children.</param>
/// <param name="ToMunicipality">The other municipality.</param>
public sealed record ResponsibilityAccepted(Guid OfferId, IReadOnlyList<Guid> Children, string ToMunicipality) : FamilyEvent;

/// <summary>The municipality that was asked does not become responsible. Nothing changed.</summary>
/// <param name="OfferId">The offer; its reason is read at Intake.</param>
public sealed record ResponsibilityRefused(Guid OfferId) : FamilyEvent;

/// <summary>The municipality that asked took it back. Nothing changed.</summary>
/// <param name="OfferId">The offer; its reason is read at Intake.</param>
public sealed record ResponsibilityWithdrawn(Guid OfferId) : FamilyEvent;

/// <summary>A family that split off begins with the municipality that was responsible for a child before.</summary>
/// <param name="ChildId">The child.</param>
/// <param name="ToMunicipality">The municipality that is responsible.</param>
public sealed record ResponsibilityTakenOver(Guid ChildId, string ToMunicipality) : FamilyEvent;
