using Geborgen.Messaging;

namespace Geborgen.Planning.Agreements;

/// <summary>A safety agreement of an emergency at Intake, as was said of it last.</summary>
/// <param name="Id">The agreement.</param>
/// <param name="EmergencyId">The emergency.</param>
/// <param name="FamilyId">The family.</param>
/// <param name="Until">Until when it holds; null once it ended.</param>
/// <param name="Version">The version of the emergency that said so.</param>
public sealed record EmergencyAgreement(Guid Id, Guid EmergencyId, Guid FamilyId, DateTimeOffset? Until, int Version) : IVersionedRow;

/// <summary>An emergency that ended at Intake: what still holds of what was agreed then lives on in the plan.</summary>
public sealed class EndedEmergency
{
    /// <summary>The emergency.</summary>
    public required Guid Id { get; init; }
}
