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
    : IReacts<SafetyAgreementMade>, IReacts<SafetyAgreementEvaluated>, IReacts<EmergencyEnded>
{
    /// <inheritdoc/>
    public Task On(SafetyAgreementMade said, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(said);
        return Note(said.AgreementId, said, said.Until, ct);
    }

    /// <inheritdoc/>
    public Task On(SafetyAgreementEvaluated said, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(said);
        return Note(said.AgreementId, said, said.Until, ct);
    }

    /// <inheritdoc/>
    public async Task On(EmergencyEnded said, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(said);
        await db.HoldFamilyAsync(said.FamilyId, ct);
        db.Add(new EndedEmergency { Id = said.EmergencyId });
        await TakeOver(db, said.FamilyId, said.EmergencyId, time.GetUtcNow(), ct);
    }

    async Task Note(Guid agreementId, EmergencyEvent said, DateTimeOffset? until, CancellationToken ct)
    {
        await db.HoldFamilyAsync(said.FamilyId, ct);
        var held = await db.FindAsync<EmergencyAgreement>([agreementId], ct);
        if (held is null)
            db.Add(new EmergencyAgreement { Id = agreementId, EmergencyId = said.EmergencyId, FamilyId = said.FamilyId, Until = until, Version = said.Version });
        else if (held.Version < said.Version)
            (held.Until, held.Version) = (until, said.Version);
        await db.SaveChangesAsync(ct);
        if (await db.FindAsync<EndedEmergency>([said.EmergencyId], ct) is not null)
            await TakeOver(db, said.FamilyId, said.EmergencyId, time.GetUtcNow(), ct);
    }

    static async Task TakeOver(PlanningDb db, Guid familyId, Guid emergencyId, DateTimeOffset now, CancellationToken ct)
    {
        if (await db.Plans.SingleOrDefaultAsync(one => one.FamilyId == familyId && one.Status != PlanStatus.Closed, ct) is { } plan)
            foreach (var agreement in await db.Set<EmergencyAgreement>().Where(one => one.EmergencyId == emergencyId && one.Until != null).ToListAsync(ct))
                plan.TakeOverAgreement(agreement.Id, emergencyId, agreement.Until!.Value, now);
    }

    /// <summary>What of the emergencies of a family that ended before its plan was opened still holds.</summary>
    internal static async Task TakeOverAll(PlanningDb db, FamilyPlan plan, DateTimeOffset now, CancellationToken ct)
    {
        var agreements = await db.Set<EmergencyAgreement>()
            .Where(one => one.FamilyId == plan.FamilyId && one.Until != null && db.Set<EndedEmergency>().Any(ended => ended.Id == one.EmergencyId)).ToListAsync(ct);
        foreach (var agreement in agreements)
            plan.TakeOverAgreement(agreement.Id, agreement.EmergencyId, agreement.Until!.Value, now);
    }
}
