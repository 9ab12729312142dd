using Geborgen.Messaging;

namespace Geborgen.Investigation;

/// <summary>Somebody who is or was a member of a family, as Intake says; no name and no role.</summary>
/// <param name="FamilyId">The family.</param>
/// <param name="PersonId">The person.</param>
/// <param name="TakenOut">Whether the person was recorded in error, so that the row is a tombstone.</param>
/// <param name="Version">The version of the event that the row stands at.</param>
sealed record FamilyMember(Guid FamilyId, Guid PersonId, bool TakenOut, int Version) : IVersionedRow;
