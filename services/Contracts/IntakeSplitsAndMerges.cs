namespace Geborgen.Contracts.Intake;

/// <summary>Members left a family and form one of their own, of which <see cref="FamilyOpened"/> tells.</summary>
/// <param name="NewFamilyId">The family that they form.</param>
public sealed record FamilySplit(Guid NewFamilyId) : FamilyEvent;

/// <summary>Another file of the same household came into this one and was closed.</summary>
/// <param name="MergeId">The merge.</param>
/// <param name="OtherFamilyId">The family whose file was closed.</param>
public sealed record FamiliesMerged(Guid MergeId, Guid OtherFamilyId) : FamilyEvent;

/// <summary>A merge was undone: they are two households.</summary>
/// <param name="MergeId">The merge.</param>
/// <param name="OtherFamilyId">The family whose file is in use again.</param>
public sealed record MergeUndone(Guid MergeId, Guid OtherFamilyId) : FamilyEvent;
