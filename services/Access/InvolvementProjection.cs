using Geborgen.Contracts;
using Geborgen.Contracts.Casework;
using Geborgen.Contracts.Intake;
using Geborgen.Messaging;
using Geborgen.Messaging.Events;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Access;

/// <summary>
/// What the other services say about who is involved with whom. The rows of one involvement are the same whatever the
/// order of its events: an end that comes first leaves a row that stays ended and that its start later completes.
/// A service changes only what it said itself. When it was last heard is kept here too, in the same stream of messages.
/// </summary>
sealed class InvolvementProjection<TDb>(ServiceName own, TimeProvider clock) : IProjection<TDb> where TDb : AccessDb
{
    public static IReadOnlyList<Type> Handles { get; } =
        [typeof(InvolvementStarted), typeof(InvolvementEnded), typeof(MemberAccountLinked), typeof(MemberAccountUnlinked), typeof(Heartbeat)];

    public static IReadOnlyList<string> Sources { get; } = ["intake", "investigation", "family-view"];

    public async Task Apply(TDb db, IReadOnlyList<ReceivedEvent> events, CancellationToken ct)
    {
        await Start(db, Of<InvolvementStarted>(events), ct);
        await End(db, Of<InvolvementEnded>(events), ct);
        await Tie(
            db,
            [
                .. Of<MemberAccountLinked>(events).Select(one => new MemberAccount
                {
                    FamilyId = one.Event.FamilyId, PersonId = one.Event.PersonId, Account = one.Event.Account, Service = one.Service, Version = one.Event.Version,
                }),
                .. Of<MemberAccountUnlinked>(events).Select(one => new MemberAccount
                {
                    FamilyId = one.Event.FamilyId, PersonId = one.Event.PersonId, Account = one.Event.Account, Service = one.Service, Version = one.Event.Version, Removed = true,
                }),
            ], ct);
        await Hear(db, Of<Heartbeat>(events), clock.GetUtcNow(), ct);
    }

    public async Task Empty(TDb db, CancellationToken ct)
    {
        await db.Set<Involvement>().Where(row => row.Service != own.Value).ExecuteDeleteAsync(ct);
        await db.Set<MemberAccount>().Where(row => row.Service != own.Value).ExecuteDeleteAsync(ct);
        await db.Set<Source>().ExecuteDeleteAsync(ct);
    }

    static (string Service, T Event)[] Of<T>(IReadOnlyList<ReceivedEvent> events) where T : DomainEvent =>
        [.. events.Where(received => received.Event is T).Select(received => (received.Service, (T)received.Event))];

    static async Task Start(TDb db, (string Service, InvolvementStarted Event)[] started, CancellationToken ct)
    {
        if (started.Length == 0)
            return;
        Array.Sort(started, (a, b) => a.Event.InvolvementId.CompareTo(b.Event.InvolvementId));
        var ids = Array.ConvertAll(started, s => s.Event.InvolvementId);
        var families = Array.ConvertAll(started, s => s.Event.FamilyId);
        var municipalities = Array.ConvertAll(started, s => s.Event.Municipality);
        var services = Array.ConvertAll(started, s => s.Service);
        var relations = Array.ConvertAll(started, s => s.Event.Relation);
        var workers = Array.ConvertAll(started, s => s.Event.Worker);
        var teams = Array.ConvertAll(started, s => s.Event.Team);
        var organisations = Array.ConvertAll(started, s => s.Event.Organisation);
        var from = Array.ConvertAll(started, s => s.Event.From.ToUniversalTime());
        var until = Array.ConvertAll(started, s => s.Event.Until?.ToUniversalTime());
        var versions = Array.ConvertAll(started, s => s.Event.Version);
        await db.Database.ExecuteSqlAsync($"""
            insert into involvements as held (id, family_id, municipality, service, relation, worker, team, organisation, "from", until, version)
            select * from unnest({ids}, {families}, {municipalities}, {services}, {relations}, {workers}, {teams}, {organisations}, {from}, {until}, {versions})
            on conflict (id) do update set
                relation = excluded.relation, worker = excluded.worker, team = excluded.team,
                organisation = excluded.organisation, "from" = excluded."from"
            where held.service = excluded.service and held.relation is null
            """, ct);
    }

    static async Task End(TDb db, (string Service, InvolvementEnded Event)[] ended, CancellationToken ct)
    {
        if (ended.Length == 0)
            return;
        var newest = ended.GroupBy(e => e.Event.InvolvementId).Select(same => same.MaxBy(e => e.Event.Version)).OrderBy(e => e.Event.InvolvementId).ToArray();
        var ids = Array.ConvertAll(newest, e => e.Event.InvolvementId);
        var families = Array.ConvertAll(newest, e => e.Event.FamilyId);
        var municipalities = Array.ConvertAll(newest, e => e.Event.Municipality);
        var services = Array.ConvertAll(newest, e => e.Service);
        var until = Array.ConvertAll(newest, e => e.Event.Until.ToUniversalTime());
        var versions = Array.ConvertAll(newest, e => e.Event.Version);
        await db.Database.ExecuteSqlAsync($"""
            insert into involvements as held (id, family_id, municipality, service, until, version)
            select * from unnest({ids}, {families}, {municipalities}, {services}, {until}, {versions})
            on conflict (id) do update set until = excluded.until, version = excluded.version
            where held.service = excluded.service and held.version < excluded.version
            """, ct);
    }

    static async Task Tie(TDb db, MemberAccount[] said, CancellationToken ct)
    {
        if (said.Length == 0)
            return;
        var newest = said.GroupBy(one => (one.FamilyId, one.Account, one.PersonId)).Select(same => same.MaxBy(one => one.Version)!)
            .OrderBy(one => one.FamilyId).ThenBy(one => one.Account, StringComparer.Ordinal).ThenBy(one => one.PersonId).ToArray();
        var families = Array.ConvertAll(newest, one => one.FamilyId);
        var persons = Array.ConvertAll(newest, one => one.PersonId);
        var accounts = Array.ConvertAll(newest, one => one.Account);
        var services = Array.ConvertAll(newest, one => one.Service);
        var versions = Array.ConvertAll(newest, one => one.Version);
        var removed = Array.ConvertAll(newest, one => one.Removed);
        await db.Database.ExecuteSqlAsync($"""
            insert into member_accounts as held (family_id, person_id, account, service, version, removed)
            select * from unnest({families}, {persons}, {accounts}, {services}, {versions}, {removed})
            on conflict (family_id, account, person_id) do update set version = excluded.version, removed = excluded.removed
            where held.service = excluded.service and held.version < excluded.version
            """, ct);
    }

    static async Task Hear(TDb db, (string Service, Heartbeat Event)[] heard, DateTimeOffset now, CancellationToken ct)
    {
        if (heard.Length == 0)
            return;
        var newest = heard.GroupBy(h => (h.Service, h.Event.Municipality)).Select(same => same.MaxBy(h => h.Event.At))
            .OrderBy(h => h.Service, StringComparer.Ordinal).ThenBy(h => h.Event.Municipality, StringComparer.Ordinal).ToArray();
        var services = Array.ConvertAll(newest, h => h.Service);
        var municipalities = Array.ConvertAll(newest, h => h.Event.Municipality);
        var epochs = Array.ConvertAll(newest, h => h.Event.Epoch);
        var positions = Array.ConvertAll(newest, h => h.Event.Position);
        var at = Array.ConvertAll(newest, h => h.Event.At < now ? h.Event.At.ToUniversalTime() : now);
        await db.Database.ExecuteSqlAsync($"""
            insert into sources as held (service, municipality, epoch, position, heard_at)
            select * from unnest({services}, {municipalities}, {epochs}, {positions}, {at})
            on conflict (service, municipality) do update
                set epoch = excluded.epoch, position = excluded.position, heard_at = excluded.heard_at
            where held.heard_at < excluded.heard_at
            """, ct);
    }
}
