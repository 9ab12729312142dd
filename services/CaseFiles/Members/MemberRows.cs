using Geborgen.Casework;
using Geborgen.Contracts.Intake;
using Geborgen.Messaging;

namespace Geborgen.CaseFiles;

// Written by MembersProjection as sets; EF Core knows them for the schema and for reading.

/// <summary>A person's place in a family. A removed one stays as a tombstone, so that a late event cannot bring it back.</summary>
/// <param name="FamilyId">The family.</param>
/// <param name="PersonId">The person.</param>
/// <param name="Until">The last day; null while the person belongs to it.</param>
/// <param name="TakenOut">Whether the person was recorded in error, and never belonged to it.</param>
/// <param name="Version">The version of the event that the row stands at.</param>
public sealed record MemberRow(Guid FamilyId, Guid PersonId, DateOnly? Until, bool TakenOut, int Version) : IVersionedRow
{
    /// <summary>Who never belonged to the family does not see it on the day of the mistake's discovery either.</summary>
    public static MemberRow Of(PersonTakenOut gone)
    {
        ArgumentNullException.ThrowIfNull(gone);
        return new(gone.FamilyId, gone.PersonId, WorkingDays.DateOf(gone.At).AddDays(-1), TakenOut: true, gone.Version);
    }
}

/// <summary>As what a person was added to a family last. It stays what it was when the person leaves.</summary>
/// <param name="FamilyId">The family.</param>
/// <param name="PersonId">The person.</param>
/// <param name="Role">The role, as a code.</param>
/// <param name="Version">The version of the event that the row stands at.</param>
public sealed record MemberRoleRow(Guid FamilyId, Guid PersonId, string Role, int Version) : IVersionedRow
{
    /// <summary>A child or young person.</summary>
    public const string Child = "child";

    /// <summary>A parent, with or without authority.</summary>
    public const string Parent = "parent";
}

/// <summary>The login account that a worker tied to a member, the latest one. An untied one stays as a tombstone.</summary>
/// <param name="FamilyId">The family.</param>
/// <param name="PersonId">The member.</param>
/// <param name="Account">The account's id (<c>sub</c> of its tokens); null once it was untied.</param>
/// <param name="Version">The version of the event that the row stands at.</param>
public sealed record MemberLoginRow(Guid FamilyId, Guid PersonId, string? Account, int Version) : IVersionedRow;

/// <summary>
/// Somebody who was registered in two files of which one came into the other: one member, whose login was tied under either id. One of a merge
/// that was undone stays as a tombstone.
/// </summary>
/// <param name="FamilyId">The family whose file the other came into.</param>
/// <param name="PersonId">The id in the file that came.</param>
/// <param name="MemberId">The id of the same person in this one.</param>
/// <param name="Undone">Whether the merge was undone.</param>
/// <param name="Version">The version of the event that the row stands at.</param>
public sealed record JoinedMemberRow(Guid FamilyId, Guid PersonId, Guid MemberId, bool Undone, int Version) : IVersionedRow;

/// <summary>A file that went into another of the same household. One of a merge that was undone stays as a tombstone.</summary>
/// <param name="OtherFamilyId">The family whose file went into the other.</param>
/// <param name="FamilyId">The family whose file it went into.</param>
/// <param name="Undone">Whether the merge was undone.</param>
/// <param name="Version">The version of the event that the row stands at.</param>
public sealed record JoinedFileRow(Guid OtherFamilyId, Guid FamilyId, bool Undone, int Version) : IVersionedRow;

/// <summary>Somebody was recorded as a child or as an adult once, in whichever file, though that may have been corrected.</summary>
/// <param name="PersonId">The person.</param>
/// <param name="IsChild">Whether as a child.</param>
public sealed record OnceRecorded(Guid PersonId, bool IsChild)
{
    internal static OnceRecorded Of(FamilyMember member) => new(member.PersonId, member.Role == MemberRoleRow.Child);
}

/// <summary>Somebody died.</summary>
/// <param name="PersonId">The person.</param>
public sealed record Death(Guid PersonId);

/// <summary>Whether somebody has authority over a child, as was recorded last.</summary>
/// <param name="FamilyId">The family.</param>
/// <param name="ChildId">The child.</param>
/// <param name="ParentId">The parent or guardian.</param>
/// <param name="Holds">Whether it is authority or guardianship.</param>
/// <param name="Version">The version of the event that the row stands at.</param>
public sealed record AuthorityRow(Guid FamilyId, Guid ChildId, Guid ParentId, bool Holds, int Version) : IVersionedRow
{
    // The kinds of authority under which somebody decides for a child.
    static readonly string[] Deciding = ["authority", "guardianship"];

    /// <summary>What was recorded.</summary>
    public static AuthorityRow Of(AuthorityRecorded said)
    {
        ArgumentNullException.ThrowIfNull(said);
        return new(said.FamilyId, said.ChildId, said.ParentId, Deciding.Contains(said.Kind), said.Version);
    }
}

/// <summary>The highest age at which rights switch that somebody reached, as Intake said.</summary>
/// <param name="PersonId">The person.</param>
/// <param name="Age">The age in years.</param>
public sealed record ReachedAge(Guid PersonId, int Age)
{
    /// <summary>The age from which a child reads the own file.</summary>
    public const int ReadsAlong = 12;

    /// <summary>The age from which a young person decides alone (Jeugdwet, section 7.3).</summary>
    public const int DecidesAlone = 16;

    /// <summary>The age at which somebody is of age.</summary>
    public const int OfAge = 18;
}
