using Geborgen.CaseFiles;
using Geborgen.Casework;
using Geborgen.Contracts.Casework;
using Geborgen.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Investigation.Investigations;

/// <summary>
/// Lets what was taken over from a contact follow its source: what was changed there flags the report, what was withdrawn
/// or disputed there is so here, and what was registered in error there goes out of sight and is recorded as a data breach.
/// </summary>
public sealed class OnContactStatementChanged(DataBreaches breaches, TimeProvider time) : IProjection<InvestigationDb>
{
    /// <summary>Its name in the inbox.</summary>
    public const string Name = "on-contact-statement-changed";

    const string RemovedAtSource = "It was registered in error at the contact where it was told.";

    /// <inheritdoc/>
    public static IReadOnlyList<Type> Handles { get; } = [typeof(StatementChanged), typeof(StatementContested), typeof(StatementContestSettled)];

    /// <inheritdoc/>
    public static IReadOnlyList<string> Sources { get; } = [Investigation.Source];

    /// <inheritdoc/>
    public async Task Apply(InvestigationDb db, IReadOnlyList<ReceivedEvent> events, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        var families = events.Select(one => one.Event.FamilyId).Distinct().ToList();
        var ofFamilies = await db.Investigations.Where(one => families.Contains(one.FamilyId)).OrderBy(one => one.Id).Select(one => one.Id).ToListAsync(ct);
        foreach (var id in ofFamilies)
        {
            // Whoever is taking a statement over now is waited for, so that no change falls in between.
            var investigation = await db.TakeAsync<Investigation>(id, ct);
            foreach (var happened in events)
                await Follow(investigation, happened, ct);
        }
        await db.SaveChangesAsync(ct);
        await db.WriteNewer(events.Select(one => one.Event switch
        {
            StatementChanged changed => new HeardChange(changed.StatementId, changed.Version),
            StatementContested contested => new HeardChange(contested.StatementId, contested.Version),
            StatementContestSettled settled => new HeardChange(settled.StatementId, settled.Version),
            _ => null,
        }).OfType<HeardChange>(), ct);
    }

    /// <summary>Does nothing: what was followed stays, and what is told again changes nothing twice.</summary>
    public Task Empty(InvestigationDb db, CancellationToken ct) => Task.CompletedTask;

    async Task Follow(Investigation investigation, ReceivedEvent happened, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        switch (happened.Event)
        {
            case StatementChanged { Change: "takenOut" } gone:
                if (investigation.FollowRemoval(gone.StatementId, now) is { } removed)
                    await breaches.Record(
                        new(BreachSubject.Statement, removed.Id, investigation.FamilyId, investigation.Municipality, [.. investigation.Concerned],
                            RemovedAtSource, DiscoveredAt: null),
                        removed, "investigation.", investigation.OpenedAt, ct);
                break;
            case StatementChanged changed:
                investigation.FollowChange(changed.StatementId, changed.Number, changed.Change == "withdrawn", now);
                break;
            case StatementContested contested:
                investigation.FollowContest(contested.StatementId, contested: true, contested.Version, now);
                break;
            case StatementContestSettled settled:
                investigation.FollowContest(settled.StatementId, contested: false, settled.Version, now);
                break;
        }
    }
}

/// <summary>Until which version of its contact it was heard what became of a statement: who read it before that reads it again.</summary>
/// <param name="StatementId">The statement at the contact.</param>
/// <param name="Version">The version of the contact at that change.</param>
sealed record HeardChange(Guid StatementId, int Version) : IVersionedRow;
