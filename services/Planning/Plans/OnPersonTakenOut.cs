using Geborgen.CaseFiles;
using Geborgen.Casework;
using Geborgen.Contracts.Intake;
using Geborgen.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Planning.Plans;

/// <summary>
/// Somebody was recorded in error at Intake and never belonged to the family: nothing of that person stands in its plans any more, and who
/// read it there is told, as of a data breach.
/// </summary>
public sealed class OnPersonTakenOut(PlanningDb db, DataBreaches breaches, TimeProvider time) : IReacts<PersonTakenOut>
{
    const string RemovedAtSource = "This person was recorded in error where the family was registered.";

    /// <inheritdoc/>
    public async Task On(PersonTakenOut said, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(said);
        await db.HoldFamilyAsync(said.FamilyId, ct);
        await db.WriteNewer([MemberRow.Of(said)], ct);
        FamilyPlan? told = null;
        foreach (var id in await db.Plans.Where(one => one.FamilyId == said.FamilyId).OrderBy(one => one.Id).Select(one => one.Id).ToListAsync(ct))
        {
            var plan = await db.TakeAsync<FamilyPlan>(id, ct);
            if (plan.FollowTakenOut(said.PersonId, time.GetUtcNow()))
                told ??= plan;
        }
        if (told is not null)
            await breaches.Record(
                new(BreachSubject.Person, said.PersonId, told.FamilyId, told.Municipality, [said.PersonId], RemovedAtSource, DiscoveredAt: null),
                [told.FamilyId], ct);
    }
}
