using Microsoft.EntityFrameworkCore;

namespace Geborgen.Access;

/// <summary>What the database says now about families and a caller, in one indexed query.</summary>
/// <param name="Involvements">Per family the involvements that count: those of this service, and of sources that were heard lately.</param>
/// <param name="OwnFiles">The families in which the caller appears as a member, and as which.</param>
sealed record FamilyFacts(ILookup<Guid, Involvement> Involvements, IReadOnlyDictionary<Guid, Guid> OwnFiles)
{
    internal static async Task<FamilyFacts> Read(
        AccessDb db, IReadOnlyCollection<Guid> families, string account, string service, DateTimeOffset heardSince, CancellationToken cancellation)
    {
        var ids = families.ToArray();
        var rows = await db.Database.SqlQuery<Row>($"""
            select null::uuid as person_id, i.family_id, i.municipality, i.relation, i.worker, i.team, i.organisation, i."from", i.until
            from involvements i
            where i.family_id = any({ids}) and i.relation is not null
              and (i.service = {service} or exists (
                select from sources s where s.service = i.service and s.municipality = i.municipality and s.heard_at > {heardSince}))
            union all
            select m.person_id, m.family_id, null, null, null, null, null, null, null
            from member_accounts m
            where m.family_id = any({ids}) and m.account = {account} and not m.removed
            """).ToListAsync(cancellation);
        return new FamilyFacts(
            rows.Where(row => row.PersonId is null).ToLookup(row => row.FamilyId, row => new Involvement
            {
                FamilyId = row.FamilyId,
                Municipality = row.Municipality!,
                Service = "",
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

    sealed record Row(
        Guid? PersonId, Guid FamilyId, string? Municipality, string? Relation, string? Worker, string? Team, string? Organisation,
        DateTimeOffset? From, DateTimeOffset? Until);
}
