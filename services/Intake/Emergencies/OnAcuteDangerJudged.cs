using Geborgen.Casework;
using Geborgen.Contracts.Casework;
using Geborgen.Intake.Families;
using Geborgen.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Intake.Emergencies;

/// <summary>
/// An investigator judges somebody to be in acute danger: that raises the emergency of the family, when none runs or was
/// raised since. It hangs on the family's latest contact. Whether such a judgement still stands is noted: no emergency ends
/// meanwhile.
/// </summary>
sealed class OnAcuteDangerJudged(TimeLimits limits, TimeProvider time, DangerReopens reopens) : IProjection<IntakeDb>
{
    public static IReadOnlyList<Type> Handles { get; } = [typeof(AcuteDangerJudged), typeof(AcuteDangerOver)];

    public static IReadOnlyList<string> Sources { get; } = ["investigation"];

    public async Task Apply(IntakeDb db, IReadOnlyList<ReceivedEvent> events, CancellationToken ct)
    {
        // Of two that judge so at once one raises it, and whoever closes the file or ends an emergency meanwhile comes before or after.
        foreach (var family in events.Select(one => one.Event.FamilyId).Distinct().Order())
            await db.HoldFamilyAsync(family, ct);
        await db.WriteNewer(events.Select(one => one.Event switch
        {
            AcuteDangerJudged danger => new DangerRow(danger.AcuteDangerId, danger.FamilyId, Over: false, danger.Version),
            AcuteDangerOver danger => new DangerRow(danger.AcuteDangerId, danger.FamilyId, Over: true, danger.Version),
            var other => throw new InvalidOperationException($"{other.GetType().Name} is not handled."),
        }), ct);
        var judged = events.Select(received => received.Event).OfType<AcuteDangerJudged>()
            .GroupBy(one => one.FamilyId).Select(same => same.MaxBy(one => one.At)!).OrderBy(one => one.FamilyId).ToList();
        var now = time.GetUtcNow();
        foreach (var danger in judged)
        {
            if (await db.Emergencies.AnyAsync(one => one.FamilyId == danger.FamilyId && (one.EndedAt == null || one.RaisedAt >= danger.At), ct)
                || await db.Contacts.Where(one => one.FamilyId == danger.FamilyId).OrderByDescending(one => one.ReceivedAt).ThenByDescending(one => one.Id)
                    .FirstOrDefaultAsync(ct) is not { } contact)
                continue;
            var at = danger.At.ToUniversalTime();
            db.Add(Emergency.Begin(
                contact, dutyWorker: null, limits.For(Emergency.ReceiptTerm, now), limits.For(Emergency.FollowUpTerm, at), at, now));
            await reopens.File(db, await db.FileInUse(danger.FamilyId, ct), now, ct);
        }
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Which judgements stand. An emergency that was raised is state of its own, and hearing of the danger again raises no second one.</summary>
    public Task Empty(IntakeDb db, CancellationToken ct) => db.Set<DangerRow>().ExecuteDeleteAsync(ct);
}

/// <summary>Somebody was judged to be in acute danger by another service. One that is over stays, so that a late event cannot bring it back.</summary>
/// <param name="AcuteDangerId">The judgement.</param>
/// <param name="FamilyId">The family.</param>
/// <param name="Over">Whether it was judged to be over.</param>
/// <param name="Version">The version of the event that the row stands at.</param>
sealed record DangerRow(Guid AcuteDangerId, Guid FamilyId, bool Over, int Version) : IVersionedRow;
