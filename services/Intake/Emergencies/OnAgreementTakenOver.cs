using Geborgen.Contracts.Planning;
using Geborgen.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Intake.Emergencies;

/// <summary>A safety agreement of an ended emergency lives on in the family's plan, with its watch and its clock: here its clock stops.</summary>
sealed class OnAgreementTakenOver(IntakeDb db, TimeProvider time) : IReacts<PlanAgreementMade>
{
    public async Task On(PlanAgreementMade said, CancellationToken ct)
    {
        await db.HoldFamilyAsync(said.FamilyId, ct);
        foreach (var emergency in await db.Emergencies.Where(one => one.FamilyId == said.FamilyId && one.EndedAt != null).ToListAsync(ct))
            emergency.HandOver(said.AgreementId, time.GetUtcNow());
    }
}
