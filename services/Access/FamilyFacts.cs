using Microsoft.EntityFrameworkCore;

namespace Geborgen.Access;

/// <summary>What the database says now about families and a caller, in one indexed query.</summary>
/// <param name="Involvements">Per family the involvements that count.</param>
/// <param name="OwnFiles">The families in which the caller appears as a member, and as which.</param>
sealed record FamilyFacts(ILookup<Guid, Involvement> Involvements, IReadOnlyDictionary<Guid, Guid> OwnFiles)
{
    internal static async Task<FamilyFacts> Read(
        AccessDb db, IReadOnlyCollection<Guid> families, string account, string service, DateTimeOffset heardSince, CancellationToken cancellation)
    {
        var rows = await db.InvolvementsThatCount(service, heardSince).Where(i => families.Contains(i.FamilyId))
            .Select(i => new Row
            {
                FamilyId = i.FamilyId,
                PersonId = null,
                Municipality = i.Municipality,
                Service = i.Service,
                Relation = i.Relation,
                Worker = i.Worker,
                Team = i.Team,
                Organisation = i.Organisation,
                From = i.From,
                Until = i.Until,
            })
            .Concat(db.Set<MemberAccount>().Where(m => families.Contains(m.FamilyId) && m.Account == account && !m.Removed)
                .Select(m => new Row
                {
                    FamilyId = m.FamilyId,
                    PersonId = m.PersonId,
                    Municipality = null,
                    Service = m.Service,
                    Relation = null,
                    Worker = null,
                    Team = null,
                    Organisation = null,
                    From = null,
                    Until = null,
                }))
            .ToListAsync(cancellation);
        return new FamilyFacts(
            rows.Where(row => row.PersonId is null).ToLookup(row => row.FamilyId, row => new Involvement
            {
                FamilyId = row.FamilyId,
                Municipality = row.Municipality!,
                Service = row.Service,
                Relation = row.Relation,
                Worker = row.Worker,
                Team = row.Team,
                Organisation = row.Organisation,
                From = row.From,
                Until = row.Until,
            }),
            rows.Where(row => row.PersonId is not null).GroupBy(row => row.FamilyId)
                .ToDictionary(family => family.Key, family => family.Min(row => row.PersonId!.Value)));
    }

    sealed class Row
    {
        public Guid FamilyId { get; init; }
        public Guid? PersonId { get; init; }
        public string? Municipality { get; init; }
        public required string Service { get; init; }
        public string? Relation { get; init; }
        public string? Worker { get; init; }
        public string? Team { get; init; }
        public string? Organisation { get; init; }
        public DateTimeOffset? From { get; init; }
        public DateTimeOffset? Until { get; init; }
    }
}
