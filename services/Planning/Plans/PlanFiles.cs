using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.Casework;
using Geborgen.Planning.OwnVoice;

namespace Geborgen.Planning.Plans;

/// <summary>The files of plans.</summary>
sealed class PlanFiles(PlanningDb db, IntakeClient intake, TimeLimits limits) : FilesOfFamily<FamilyPlan, PlanResponse, OwnFamilyPlan>(db, intake)
{
    readonly PlanningDb db = db;

    /// <inheritdoc/>
    public override string Key => "plan";

    /// <inheritdoc/>
    public override async Task<IEnumerable<Guid>> PersonsOf(FamilyPlan file, CancellationToken ct)
    {
        var family = await db.RecordsOf(file.FamilyId, ct);
        return family.Children.Concat(family.Adults);
    }

    /// <inheritdoc/>
    public override DateTimeOffset BeganAt(FamilyPlan file) => file.OpenedAt;

    /// <inheritdoc/>
    public override PlanResponse Show(FamilyPlan file, Grant grant) => PlanResponse.Of(file);

    /// <inheritdoc/>
    public override async Task<OwnFamilyPlan?> ShowOwn(FamilyPlan file, Actor reader, CancellationToken ct)
    {
        return reader.PersonId is { } person ? OwnFamilyPlan.Of(file, person, reader, await db.RecordsOf(file.FamilyId, ct), limits) : null;
    }
}
