using Geborgen.CaseFiles;
using Geborgen.Casework;
using Geborgen.Contracts;
using Geborgen.Contracts.Intake;
using Geborgen.Contracts.Investigation;
using Geborgen.Messaging;
using Geborgen.Planning.Agreements;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Planning.Plans;

/// <summary>
/// Opens the plan of a family when help was decided on, at first contact or by an investigation: one, also when both are told at once, and
/// however often. Who belongs to the family may be told later.
/// </summary>
public sealed class OnHelpDecided(PlanningDb db, TimeProvider time) : IReacts<ContactTriaged>, IReacts<InvestigationConcluded>
{
    /// <inheritdoc/>
    public Task On(ContactTriaged said, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(said);
        return said.Outcome == CamelCase.Of(PlanCause.LocalSupport) ? Open(said, PlanCause.LocalSupport, said.ContactId, ct) : Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task On(InvestigationConcluded said, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(said);
        return said.Outcome == CamelCase.Of(PlanCause.VoluntarySupport) ? Open(said, PlanCause.VoluntarySupport, said.InvestigationId, ct)
            : said.Outcome == CamelCase.Of(PlanCause.ConditionsNeeded) ? Open(said, PlanCause.ConditionsNeeded, said.InvestigationId, ct)
            : Task.CompletedTask;
    }

    async Task Open(DomainEvent said, PlanCause cause, Guid causeId, CancellationToken ct)
    {
        // Of a file that went into another the family goes on there.
        var family = await db.FileInUse(said.FamilyId, ct);
        await db.HoldFamilyAsync(family, ct);
        var files = await db.FilesOf([family], ct);
        var earlier = await db.Plans.AsNoTracking().Where(one => files.Contains(one.FamilyId)).ToListAsync(ct);
        if (earlier.Exists(one => one.Status != PlanStatus.Closed || one.CauseId == causeId))
            return;
        var now = time.GetUtcNow();
        var plan = FamilyPlan.Open(family, new Municipality(said.Municipality), cause, causeId, earlier, now);
        await OnEmergencyEnded.Follow(db, plan, files, now, ct);
        db.Add(plan);
    }
}
