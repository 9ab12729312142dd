using Geborgen.Casework;
using Geborgen.Contracts.Intake;
using Geborgen.Messaging;

namespace Geborgen.Investigation.OwnVoice;

// Written by OnMemberChanged, and of who was taken out by OnPersonTakenOut too, as sets; EF Core knows them for the schema and for reading.

/// <summary>A person's place in a family. A removed one stays as a tombstone, so that a late event cannot bring it back.</summary>
/// <param name="FamilyId">The family.</param>
/// <param name="PersonId">The person.</param>
/// <param name="Until">The last day; null while the person belongs to it.</param>
/// <param name="TakenOut">Whether the person was recorded in error, and never belonged to it.</param>
/// <param name="Version">The version of the event that the row stands at.</param>
sealed record MemberRow(Guid FamilyId, Guid PersonId, DateOnly? Until, bool TakenOut, int Version) : IVersionedRow
{
    /// <summary>Who never belonged to the family does not see it on the day of the mistake's discovery either.</summary>
    public static MemberRow Of(PersonTakenOut gone) =>
        new(gone.FamilyId, gone.PersonId, WorkingDays.DateOf(gone.At).AddDays(-1), TakenOut: true, gone.Version);
}

/// <summary>The login account that a worker tied to a member, the latest one. An untied one stays as a tombstone.</summary>
/// <param name="FamilyId">The family.</param>
/// <param name="PersonId">The member.</param>
/// <param name="Account">The account's id (<c>sub</c> of its tokens); null once it was untied.</param>
/// <param name="Version">The version of the event that the row stands at.</param>
sealed record MemberLoginRow(Guid FamilyId, Guid PersonId, string? Account, int Version) : IVersionedRow;
