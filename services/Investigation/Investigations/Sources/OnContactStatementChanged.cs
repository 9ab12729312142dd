using Geborgen.CaseFiles;
using Geborgen.Casework;
using Geborgen.Contracts;
using Geborgen.Contracts.Casework;
using Geborgen.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Investigation.Investigations;

/// <summary>
/// Lets what was taken over from a contact follow its source: what was changed there flags the report, what was withdrawn
/// or disputed there is so here, and what was registered in error there goes out of sight and is recorded as a data breach.
/// </summary>
public sealed class OnContactStatementChanged(InvestigationDb db, DataBreaches breaches, TimeProvider time)
    : IReacts<StatementChanged>, IReacts<StatementContested>, IReacts<StatementContestSettled>
{
    const string RemovedAtSource = "It was registered in error at the contact where it was told.";

    /// <inheritdoc/>
    public Task On(StatementChanged said, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(said);
        return Follow(said, said.StatementId, said.Change == "takenOut"
            ? investigation => TakeOut(investigation, said.StatementId, ct)
            : investigation => Do(() => investigation.FollowChange(said.StatementId, said.Number, said.Change == "withdrawn", time.GetUtcNow())), ct);
    }

    /// <inheritdoc/>
    public Task On(StatementContested said, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(said);
        return Follow(said, said.StatementId,
            investigation => Do(() => investigation.FollowContest(said.StatementId, contested: true, said.Version, time.GetUtcNow())), ct);
    }

    /// <inheritdoc/>
    public Task On(StatementContestSettled said, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(said);
        return Follow(said, said.StatementId,
            investigation => Do(() => investigation.FollowContest(said.StatementId, contested: false, said.Version, time.GetUtcNow())), ct);
    }

    async Task Follow(DomainEvent said, Guid statementId, Func<Investigation, Task> follow, CancellationToken ct)
    {
        var ofFamily = await db.Investigations.Where(one => one.FamilyId == said.FamilyId).OrderBy(one => one.Id).Select(one => one.Id).ToListAsync(ct);
        // Whoever is taking a statement over now is waited for, so that no change falls in between.
        foreach (var id in ofFamily)
            await follow(await db.TakeAsync<Investigation>(id, ct));
        await db.WriteNewer([new HeardChange(statementId, said.Version)], ct);
    }

    async Task TakeOut(Investigation investigation, Guid statementId, CancellationToken ct)
    {
        if (investigation.FollowRemoval(statementId, time.GetUtcNow()) is { } removed)
            await breaches.Record(
                new(BreachSubject.Statement, removed.Id, investigation.FamilyId, investigation.Municipality, [.. investigation.Concerned],
                    RemovedAtSource, DiscoveredAt: null),
                removed, "investigation.", investigation.OpenedAt, ct);
    }

    static Task Do(Action follow)
    {
        follow();
        return Task.CompletedTask;
    }
}

/// <summary>Until which version of its contact it was heard what became of a statement: who read it before that reads it again.</summary>
/// <param name="StatementId">The statement at the contact.</param>
/// <param name="Version">The version of the contact at that change.</param>
sealed record HeardChange(Guid StatementId, int Version) : IVersionedRow;
