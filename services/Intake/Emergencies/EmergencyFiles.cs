using Geborgen.Access;
using Geborgen.CaseFiles;

namespace Geborgen.Intake.Emergencies;

/// <summary>The files of emergencies.</summary>
sealed class EmergencyFiles(IntakeDb db) : Files<Emergency>
{
    /// <inheritdoc/>
    public override IQueryable<Origin> WhoseIs(Guid id) => db.OriginOfEmergency(id);

    /// <inheritdoc/>
    public override async Task<IEnumerable<Guid>> PersonsOf(Emergency file, CancellationToken ct) => await db.PersonsOf(file.FamilyId, ct);
}
