namespace Geborgen.Contracts.Intake;

/// <summary>Members left a family and form one of their own, of which <see cref="FamilyOpened"/> tells.</summary>
/// <param name="NewFamilyId">The family that they form.</param>
public sealed record FamilySplit(Guid NewFamilyId) : FamilyEvent;

/// <summary>Another file of the same household came into this one and was closed.</summary>
/// <param name="MergeId">The merge.</param>
/// <param name="OtherFamilyId">The family whose file was closed.</param>
/// <param name="Joined">Who was registered in both, or in a file that came along, and is one member from now on; null where nobody was.</param>
public sealed record FamiliesMerged(Guid MergeId, Guid OtherFamilyId, IReadOnlyList<JoinedPerson>? Joined = null) : FamilyEvent;

/// <summary>Somebody who was registered in two files.</summary>
/// <param name="PersonId">The id in the file that came.</param>
/// <param name="MemberId">The id of the same person in the one that it came into.</param>
public sealed record JoinedPerson(Guid PersonId, Guid MemberId);

/// <summary>A merge was undone: they are two households.</summary>
/// <param name="MergeId">The merge.</param>
/// <param name="OtherFamilyId">The family whose file is in use again.</param>
/// <param name="Joined">Who was one member by it and is so no longer; null where nobody was.</param>
public sealed record MergeUndone(Guid MergeId, Guid OtherFamilyId, IReadOnlyList<JoinedPerson>? Joined = null) : FamilyEvent;
