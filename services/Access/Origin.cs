namespace Geborgen.Access;

/// <summary>Where something comes from, which is what decides who may see it.</summary>
/// <param name="FamilyId">The family.</param>
/// <param name="Sender">The system or the member of the family that sent it, or null when a worker wrote it down.</param>
public sealed record Origin(Guid FamilyId, string? Sender = null);
