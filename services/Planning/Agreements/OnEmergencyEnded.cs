using Geborgen.CaseFiles;
using Geborgen.Contracts.Intake;
using Geborgen.Messaging;
using Geborgen.Planning.Plans;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Planning.Agreements;

/// <summary>
/// Takes over what was agreed in an emergency and still holds when it ends, whatever the order in which that is told, and also when the
/// plan comes later.
/// </summary>
public sealed class OnEmergencyEnded(PlanningDb db, TimeProvider time)
    : IReacts<SafetyAgreementMade>, IReacts<SafetyAgreementEvaluated>, IReacts<EmergencyEnded>, IReacts<EmergencyTakenOut>
{
    /// <inheritdoc/>
    public Task On(SafetyAgreementMade said, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(said);
        return Note(said, said.AgreementId, said.Until, ct);
    }

    /// <inheritdoc/>
    public Task On(SafetyAgreementEvaluated said, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(said);
        return Note(said, said.AgreementId, said.Until, ct);
    }

    /// <inheritdoc/>
    public async Task On(EmergencyEnded said, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(said);
        await db.HoldFamilyAsync(said.FamilyId, ct);
        db.Add(new EndedEmergency { Id = said.EmergencyId });
        await db.SaveChangesAsync(ct);
        await Follow(said, ct);
    }

    /// <inheritdoc/>
    public async Task On(EmergencyTakenOut said, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(said);
        foreach (var agreement in await db.Set<EmergencyAgreement>().Where(one => one.EmergencyId == said.EmergencyId).Select(one => one.Id).ToListAsync(ct))
            await Note(said, agreement, until: null, ct);
    }

    async Task Note(EmergencyEvent said, Guid agreementId, DateTimeOffset? until, CancellationToken ct)
    {
        await db.HoldFamilyAsync(said.FamilyId, ct);
        await db.WriteNewer([new EmergencyAgreement(agreementId, said.EmergencyId, said.FamilyId, until, said.Version)], ct);
        await Follow(said, ct);
    }

    async Task Follow(EmergencyEvent said, CancellationToken ct)
    {
        var files = await db.FilesOf([await db.FileInUse(said.FamilyId, ct)], ct);
        if (await db.Plans.Where(one => files.Contains(one.FamilyId) && one.Status != PlanStatus.Closed).OrderBy(one => one.OpenedAt).FirstOrDefaultAsync(ct) is { } plan)
            await Follow(db, plan, files, time.GetUtcNow(), ct);
    }

    /// <summary>Lets a plan follow what was agreed in the emergencies of its family that ended.</summary>
    internal static async Task Follow(PlanningDb db, FamilyPlan plan, IReadOnlyCollection<Guid> files, DateTimeOffset now, CancellationToken ct)
    {
        foreach (var agreement in await db.Set<EmergencyAgreement>().AsNoTracking()
            .Where(one => files.Contains(one.FamilyId) && db.Set<EndedEmergency>().Any(ended => ended.Id == one.EmergencyId)).OrderBy(one => one.Id).ToListAsync(ct))
            plan.FollowAgreement(agreement.Id, agreement.EmergencyId, agreement.Until, now);
    }
}
