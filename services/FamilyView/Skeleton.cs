using System.Text.Json;
using Geborgen.Contracts.Casework;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.FamilyView;

/// <summary>What the view knows of a family by itself: ids, codes and dates.</summary>
/// <param name="Municipality">The responsible municipality.</param>
/// <param name="OpenedAt">When the family came into view; null while that has not arrived.</param>
/// <param name="ClosedOn">The day on which its file was closed; null while it is open.</param>
/// <param name="Members">Who belongs to it.</param>
/// <param name="Involved">Who is involved now or will be; not who opened it in an emergency, nor a team that only gives work to its members.</param>
/// <param name="Clocks">The terms that run.</param>
/// <param name="Responsibilities">Which municipality is responsible for each child.</param>
/// <param name="Links">Other families that it split off from or went into, or the other way round.</param>
/// <param name="Contacts">The first contacts, in the order in which they were received.</param>
/// <param name="Matters">What runs or was settled, the first to begin first; of statements those that are contested now.</param>
/// <param name="EmergencyAccesses">Who opened the file in an emergency, the last first.</param>
sealed record Skeleton(
    string Municipality, DateTimeOffset? OpenedAt, DateOnly? ClosedOn, IReadOnlyList<FamilyResponse.Member> Members,
    IReadOnlyList<FamilyResponse.Involvement> Involved, IReadOnlyList<FamilyResponse.Clock> Clocks,
    IReadOnlyList<FamilyResponse.Responsibility> Responsibilities, IReadOnlyList<FamilyResponse.Link> Links,
    IReadOnlyList<FamilyResponse.Contact> Contacts, IReadOnlyList<FamilyResponse.Matter> Matters,
    IReadOnlyList<FamilyResponse.EmergencyAccess> EmergencyAccesses)
{
    /// <summary>Of goals and support those of one domain of life; all where none is named.</summary>
    public Skeleton OfDomain(string? domain) => domain is null ? this : this with
    {
        Matters = [.. Matters.Where(one => one.Kind is not (MatterKinds.Goal or MatterKinds.Support) || one.Detail == domain)],
    };

    /// <summary>
    /// Reads it in one statement. A family of which only involvements have arrived is there with what is known: to
    /// somebody who is involved it is never shown as absent.
    /// </summary>
    public static async Task<Skeleton> Read(FamilyViewDb db, Guid familyId, DateTimeOffset now, CancellationToken ct)
    {
        var json = await db.Database.SqlQuery<string>($"""
            select jsonb_build_object(
                'municipality', coalesce(f.municipality, (
                    select i.municipality from involvements i where i.family_id = asked.id order by i."from" desc limit 1)),
                'openedAt', f.opened_at,
                'closedOn', (select c.closed_on from family_closings c where c.family_id = asked.id),
                'members', coalesce((
                    select jsonb_agg(jsonb_build_object(
                        'personId', m.person_id, 'role', m.role, 'from', m."from",
                        'reachedAge', (select r.age from rights r where r.family_id = m.family_id and r.person_id = m.person_id)) order by m."from", m.person_id)
                    from members m
                    where m.family_id = asked.id and m.until is null), '[]'),
                'involved', coalesce((
                    select jsonb_agg(jsonb_build_object(
                        'service', i.service, 'relation', i.relation, 'organisation', i.organisation, 'team', i.team, 'worker', i.worker,
                        'from', i."from", 'until', i.until) order by i."from", i.id)
                    from involvements i
                    where i.family_id = asked.id and i.relation <> {Relations.EmergencyAccess} and i.relation <> {Relations.AssigningTeam} and (i.until is null or i.until > {now})), '[]'),
                'clocks', coalesce((
                    select jsonb_agg(jsonb_build_object(
                        'term', c.term, 'owner', coalesce(c.owner, 'keyWorker'), 'startedAt', c.started_at, 'warnAt', c.warn_at, 'dueAt', c.due_at,
                        'warnedAt', c.warned_at, 'overdueAt', c.overdue_at, 'pausedAt', c.paused_at, 'pausedUntil', c.paused_until) order by c.due_at, c.clock_id)
                    from clocks c
                    where c.family_id = asked.id and c.stopped_at is null and c.term is not null), '[]'),
                'responsibilities', coalesce((
                    select jsonb_agg(jsonb_build_object(
                        'childId', m.person_id, 'municipality', coalesce(r.municipality, f.municipality), 'from', r."from") order by m.person_id)
                    from members m
                    left join responsibilities r on r.family_id = m.family_id and r.child_id = m.person_id
                    where m.family_id = asked.id and m.until is null and m.role = 'child'), '[]'),
                'links', coalesce((
                    select jsonb_agg(jsonb_build_object(
                        'familyId', l.other_family_id, 'kind', l.kind, 'since', l.since) order by l.since, l.other_family_id, l.kind)
                    from family_links l
                    where l.family_id = asked.id and not l.undone), '[]'),
                'contacts', coalesce((
                    select jsonb_agg(jsonb_build_object(
                        'id', c.contact_id, 'kind', c.kind, 'receivedAt', c.received_at) order by c.received_at, c.contact_id)
                    from contacts c
                    where c.family_id = asked.id and not c.taken_out), '[]'),
                'matters', coalesce((
                    select jsonb_agg(jsonb_build_object(
                        'id', m.matter_id, 'kind', m.kind, 'detail', m.detail, 'since', coalesce(m.since, m.state_at),
                        'state', m.state, 'stateAt', m.state_at) order by coalesce(m.since, m.state_at), m.matter_id)
                    from matters m
                    where m.family_id = asked.id and m.state not in ('notContested', 'takenOut')), '[]'),
                'emergencyAccesses', coalesce((
                    select jsonb_agg(jsonb_build_object(
                        'worker', e.worker, 'organisation', e.organisation, 'from', e."from", 'until', e.until,
                        'reason', e.reason) order by e."from" desc, e.id)
                    from emergency_accesses e
                    where e.family_id = asked.id), '[]'))::text as "Value"
            from (select {familyId} as id) asked
            left join families f on f.family_id = asked.id
            """).SingleAsync(ct);
        return JsonSerializer.Deserialize<Skeleton>(json, JsonSerializerOptions.Web)!;
    }
}
