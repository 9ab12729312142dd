using Geborgen.Contracts;
using Geborgen.Contracts.Casework;
using Geborgen.Contracts.Intake;
using Geborgen.Messaging.Events;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Messaging;

/// <summary>
/// What the other services say about who is involved with whom. The rows of one involvement are the same whatever the
/// order of its events: an end that comes first leaves a row that stays ended and that its start later completes.
/// A service changes only what it said itself. When it was last heard is kept here too, in the same stream of messages.
/// </summary>
/// <param name="own">This service, whose own involvements are not projected.</param>
/// <param name="clock">The time, beyond which nobody was heard: the clock of a source may run ahead.</param>
sealed class InvolvementProjection<TDb>(ServiceName own, TimeProvider clock) : IProjection<TDb> where TDb : ServiceDb
{
    public static IReadOnlyList<Type> Handles { get; } =
        [typeof(InvolvementStarted), typeof(InvolvementEnded), typeof(MemberAccountLinked), typeof(Heartbeat)];

    public static IReadOnlyList<string> Sources { get; } = ["intake", "investigation", "family-view"];

    public async Task Apply(TDb db, IReadOnlyList<ReceivedEvent> events, CancellationToken ct)
    {
        await Start(db, Of<InvolvementStarted>(events), ct);
        await End(db, Of<InvolvementEnded>(events), ct);
        await Link(db, Of<MemberAccountLinked>(events), ct);
        await Hear(db, Of<Heartbeat>(events), clock.GetUtcNow(), ct);
    }

    public async Task Empty(TDb db, CancellationToken ct)
    {
        await db.Set<Involvement>().Where(row => row.Service != own.Value).ExecuteDeleteAsync(ct);
        await db.Set<MemberAccount>().Where(row => row.Service != own.Value).ExecuteDeleteAsync(ct);
        await db.Set<Source>().ExecuteDeleteAsync(ct);
    }

    static (string Service, T Event)[] Of<T>(IReadOnlyList<ReceivedEvent> events) where T : IDomainEvent =>
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

    static async Task Link(TDb db, (string Service, MemberAccountLinked Event)[] linked, CancellationToken ct)
    {
        if (linked.Length == 0)
            return;
        Array.Sort(linked, (a, b) => a.Event.FamilyId.CompareTo(b.Event.FamilyId));
        var families = Array.ConvertAll(linked, l => l.Event.FamilyId);
        var persons = Array.ConvertAll(linked, l => l.Event.PersonId);
        var accounts = Array.ConvertAll(linked, l => l.Event.Account);
        var services = Array.ConvertAll(linked, l => l.Service);
        await db.Database.ExecuteSqlAsync($"""
            insert into member_accounts (family_id, person_id, account, service)
            select * from unnest({families}, {persons}, {accounts}, {services})
            on conflict do nothing
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
