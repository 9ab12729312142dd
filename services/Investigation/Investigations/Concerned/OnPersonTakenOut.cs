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
public sealed class OnPersonTakenOut(DataBreaches breaches, TimeProvider time) : IProjection<InvestigationDb>
{
    /// <summary>Its name in the inbox.</summary>
    public const string Name = "on-person-taken-out";

    const string RemovedAtSource = "This person was recorded in error where the family was registered.";

    /// <inheritdoc/>
    public static IReadOnlyList<Type> Handles { get; } = [typeof(PersonTakenOut)];

    /// <inheritdoc/>
    public static IReadOnlyList<string> Sources { get; } = [Investigation.Source];

    /// <inheritdoc/>
    public async Task Apply(InvestigationDb db, IReadOnlyList<ReceivedEvent> events, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        var now = time.GetUtcNow();
        var taken = events.Select(one => one.Event).OfType<PersonTakenOut>().ToList();
        // A request for an investigation of the family that is on its way finds who is gone: it waits, or is found here.
        foreach (var family in taken.Select(one => one.FamilyId).Distinct().Order())
            await db.LockAsync(family, ct);
        await db.WriteNewer(taken.Select(MemberRow.Of), ct);
        foreach (var gone in taken)
        {
            var concerned = await db.Investigations.Where(one => one.FamilyId == gone.FamilyId).OrderBy(one => one.Id).Select(one => one.Id).ToListAsync(ct);
            Investigation? told = null;
            foreach (var id in concerned)
            {
                var investigation = await db.TakeAsync<Investigation>(id, ct);
                if (investigation.FollowTakenOut(gone.PersonId, RemovedAtSource, now))
                    told ??= investigation;
            }
            if (told is not null)
                await breaches.Record(
                    new(BreachSubject.Person, gone.PersonId, told.FamilyId, told.Municipality, [gone.PersonId], RemovedAtSource, DiscoveredAt: null), ct);
        }
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Does nothing: what was followed stays, and what is told again changes nothing twice.</summary>
    public Task Empty(InvestigationDb db, CancellationToken ct) => Task.CompletedTask;
}
