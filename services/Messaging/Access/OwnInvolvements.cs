using Geborgen.Contracts;
using Geborgen.Contracts.Casework;
using Geborgen.Contracts.Intake;
using Geborgen.Messaging.Events;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Geborgen.Messaging;

/// <summary>
/// Takes the involvements that a service itself records into its own table, in the transaction that records them, so
/// that whoever is assigned has access at once and whoever is relieved has none.
/// </summary>
static class OwnInvolvements
{
    /// <summary>Adds the changes to the context that is about to save; the caller's save writes them.</summary>
    internal static async Task Apply(ServiceDb db, IEnumerable<IDomainEvent> events, CancellationToken cancellation)
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
                    if (await db.FindAsync<MemberAccount>([linked.FamilyId, linked.Account, linked.PersonId], cancellation) is null)
                        db.Add(new MemberAccount { FamilyId = linked.FamilyId, PersonId = linked.PersonId, Account = linked.Account, Service = Own(db) });
                    break;
            }
        }
    }

    static string Own(ServiceDb db) => db.GetService<ServiceName>().Value;

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
