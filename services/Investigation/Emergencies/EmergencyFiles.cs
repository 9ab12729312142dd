using Geborgen.Access;
using Geborgen.CaseFiles;

namespace Geborgen.Investigation.Emergencies;

/// <summary>What the regional team does about emergencies; it tells of no person.</summary>
sealed class EmergencyFiles(InvestigationDb db) : Files<EmergencyResponse>
{
    /// <inheritdoc/>
    public override IQueryable<Origin> WhoseIs(Guid id) => db.OriginOfEmergency(id);

    /// <inheritdoc/>
    public override Task<IEnumerable<Guid>> PersonsOf(EmergencyResponse file, CancellationToken ct) => Task.FromResult(Enumerable.Empty<Guid>());
}
