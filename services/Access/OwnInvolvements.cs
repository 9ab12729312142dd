using Geborgen.Contracts;
using Geborgen.Contracts.Casework;
using Geborgen.Contracts.Intake;
using Geborgen.Messaging.Events;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Geborgen.Access;

/// <summary>
/// Takes the involvements that a service itself records into its own table, in the transaction that records them, so
/// that whoever is assigned has access at once and whoever is relieved has none.
/// </summary>
static class OwnInvolvements
{
    /// <summary>Adds the changes to the context that is about to save; the caller's save writes them.</summary>
    internal static async Task Apply(AccessDb db, IEnumerable<DomainEvent> events, CancellationToken cancellation)
    {
        foreach (var happened in events)
        {
            switch (happened)
            {
                case InvolvementStarted started:
                    db.Add(From(Own(db), started));
                    break;
                case InvolvementEnded ended:
                    var row = await db.FindAsync<Involvement>([ended.InvolvementId], cancellation)
                        ?? throw new InvalidOperationException("An involvement ended that this service never started.");
                    (row.Until, row.Version) = (ended.Until.ToUniversalTime(), ended.Version);
                    break;
                case MemberAccountLinked linked:
                    await Tie(db, linked.FamilyId, linked.PersonId, linked.Account, linked.Version, removed: false, cancellation);
                    break;
                case MemberAccountUnlinked unlinked:
                    await Tie(db, unlinked.FamilyId, unlinked.PersonId, unlinked.Account, unlinked.Version, removed: true, cancellation);
                    break;
            }
        }
    }

    static async Task Tie(
        AccessDb db, Guid family, Guid person, string account, int version, bool removed, CancellationToken cancellation)
    {
        if (await db.FindAsync<MemberAccount>([family, account, person], cancellation) is not { } row)
            db.Add(row = new MemberAccount { FamilyId = family, PersonId = person, Account = account, Service = Own(db) });
        (row.Version, row.Removed) = (version, removed);
    }

    static string Own(AccessDb db) => db.GetService<ServiceName>().Value;

    static Involvement From(string service, InvolvementStarted started) => new()
    {
        Id = started.InvolvementId,
        FamilyId = started.FamilyId,
        Municipality = started.Municipality,
        Service = service,
        Relation = started.Relation,
        Worker = started.Worker,
        Team = started.Team,
        Organisation = started.Organisation,
        From = started.From.ToUniversalTime(),
        Until = started.Until?.ToUniversalTime(),
        Version = started.Version,
    };
}
