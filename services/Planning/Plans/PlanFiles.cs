using Geborgen.Access;
using Geborgen.CaseFiles;
using Geborgen.Casework;
using Geborgen.Contracts.Casework;
using Geborgen.Planning.OwnVoice;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Planning.Plans;

/// <summary>The files of plans.</summary>
sealed class PlanFiles(PlanningDb db, IntakeClient intake, TimeLimits limits) : FilesOfFamily<FamilyPlan, PlanResponse, OwnFamilyPlan>(db, intake)
{
    // Whom the family knows by face, whatever it was told of reports.
    static readonly string[] FamiliarFaces = [Relations.KeyWorker, Relations.Cover, Relations.Duo];

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
    public override async Task<IEnumerable<Guid>> PersonsShownTo(FamilyPlan file, Guid reader, DateOnly today, CancellationToken ct)
    {
        var family = await db.RecordsOf(file.FamilyId, ct);
        return file.PersonsShownTo(reader, today)
            .Concat(file.GoalsShownTo(reader, family, today).Select(one => one.OwnerId).OfType<Guid>())
            .Concat(file.AnswersShownTo(reader, family, today).Select(one => one.PersonId)).Where(one => one != reader).Distinct();
    }

    /// <inheritdoc/>
    public override async Task<OwnFamilyPlan?> ShowOwn(FamilyPlan file, Actor reader, CancellationToken ct)
    {
        if (reader.PersonId is not { } person)
            return null;
        var faces = await db.Set<Involvement>().Where(one => one.FamilyId == file.FamilyId && one.Service == "intake" && FamiliarFaces.Contains(one.Relation)
            && one.From <= reader.Now && (one.Until == null || one.Until > reader.Now)).Select(one => one.Worker).Distinct().CountAsync(ct);
        return OwnFamilyPlan.Of(file, faces, person, reader, await db.RecordsOf(file.FamilyId, ct), limits);
    }
}
