using Geborgen.Contracts.Casework;
using Geborgen.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Intake.Emergencies;

/// <summary>
/// An investigator judges somebody to be in acute danger: that raises the emergency of the family to which the person belongs, when none runs or
/// was raised since. It hangs on the family's latest contact. Whether such a judgement still stands is noted: no emergency ends
/// meanwhile.
/// </summary>
sealed class OnAcuteDangerJudged(IntakeDb db, EmergencyOfFiles emergencies, TimeProvider time)
    : IReacts<AcuteDangerJudged>, IReacts<AcuteDangerOver>
{
    public async Task On(AcuteDangerJudged said, CancellationToken ct)
    {
        // Of two that judge so at once one raises it, and whoever closes the file or ends an emergency meanwhile comes before or after.
        await db.HoldFamilyAsync(said.FamilyId, ct);
        await db.WriteNewer([new DangerRow(said.AcuteDangerId, said.FamilyId, said.PersonId, Over: false, said.Version)], ct);
        // What is over already, as was heard first, is no danger any more.
        if (!await db.Set<DangerRow>().AnyAsync(one => one.AcuteDangerId == said.AcuteDangerId && !one.Over, ct)
            || !await db.Families.AnyAsync(one => one.Id == said.FamilyId, ct))
            return;
        foreach (var family in await emergencies.Hold(said.PersonId, said.FamilyId, ct))
            await emergencies.Raise(family, said.At.ToUniversalTime(), time.GetUtcNow(), ct);
    }

    public async Task On(AcuteDangerOver said, CancellationToken ct)
    {
        await db.HoldFamilyAsync(said.FamilyId, ct);
        await db.WriteNewer([new DangerRow(said.AcuteDangerId, said.FamilyId, PersonId: null, Over: true, said.Version)], ct);
    }
}

/// <summary>Somebody was judged to be in acute danger by another service. One that is over stays, so that a late event cannot bring it back.</summary>
/// <param name="AcuteDangerId">The judgement.</param>
/// <param name="FamilyId">The family.</param>
/// <param name="PersonId">Who is in danger; null once that is over.</param>
/// <param name="Over">Whether it was judged to be over.</param>
/// <param name="Version">The version of the event that the row stands at.</param>
sealed record DangerRow(Guid AcuteDangerId, Guid FamilyId, Guid? PersonId, bool Over, int Version) : IVersionedRow;
