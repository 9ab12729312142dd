using Geborgen.CaseFiles;
using Geborgen.Casework;
using Geborgen.Contracts.Intake;
using Geborgen.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Investigation.Investigations;

/// <summary>
/// Somebody was recorded in error at Intake and never belonged to the family: no investigation concerns that person any more,
/// and who read here of the person is told, as of a data breach.
/// </summary>
public sealed class OnPersonTakenOut(InvestigationDb db, DataBreaches breaches, TimeProvider time) : IReacts<PersonTakenOut>
{
    const string RemovedAtSource = "This person was recorded in error where the family was registered.";

    /// <inheritdoc/>
    public async Task On(PersonTakenOut said, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(said);
        // A request for an investigation of the family that is on its way finds who is gone: it waits, or is found here.
        await db.HoldFamilyAsync(said.FamilyId, ct);
        await db.WriteNewer([MemberRow.Of(said)], ct);
        var concerned = await db.Investigations.Where(one => one.FamilyId == said.FamilyId).OrderBy(one => one.Id).Select(one => one.Id).ToListAsync(ct);
        Investigation? told = null;
        foreach (var id in concerned)
        {
            var investigation = await db.TakeAsync<Investigation>(id, ct);
            if (investigation.FollowTakenOut(said.PersonId, RemovedAtSource, time.GetUtcNow()))
                told ??= investigation;
        }
        if (told is not null)
            await breaches.Record(
                new(BreachSubject.Person, said.PersonId, told.FamilyId, told.Municipality, [said.PersonId], RemovedAtSource, DiscoveredAt: null),
                [told.FamilyId], ct);
    }
}
