namespace Geborgen.Contracts.Intake;

/// <summary>Members left a family and form one of their own, of which <see cref="FamilyOpened"/> tells.</summary>
/// <param name="FamilyId">The family.</param>
/// <param name="Version">The place of the event in the family's stream.</param>
/// <param name="Municipality">The municipality that keeps the file.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="NewFamilyId">The family that they form.</param>
public sealed record FamilySplit(
    Guid FamilyId, int Version, string Municipality, DateTimeOffset At,
    Guid NewFamilyId) : IDomainEvent
{
    Guid IDomainEvent.Stream => FamilyId;
}

/// <summary>Another file of the same household came into this one and was closed.</summary>
/// <param name="FamilyId">The family.</param>
/// <param name="Version">The place of the event in the family's stream.</param>
/// <param name="Municipality">The municipality that keeps the file.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="MergeId">The merge.</param>
/// <param name="OtherFamilyId">The family whose file was closed.</param>
public sealed record FamiliesMerged(
    Guid FamilyId, int Version, string Municipality, DateTimeOffset At,
    Guid MergeId, Guid OtherFamilyId) : IDomainEvent
{
    Guid IDomainEvent.Stream => FamilyId;
}

/// <summary>A merge was undone: they are two households.</summary>
/// <param name="FamilyId">The family.</param>
/// <param name="Version">The place of the event in the family's stream.</param>
/// <param name="Municipality">The municipality that keeps the file.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="MergeId">The merge.</param>
/// <param name="OtherFamilyId">The family whose file is in use again.</param>
public sealed record MergeUndone(
    Guid FamilyId, int Version, string Municipality, DateTimeOffset At,
    Guid MergeId, Guid OtherFamilyId) : IDomainEvent
{
    Guid IDomainEvent.Stream => FamilyId;
}
