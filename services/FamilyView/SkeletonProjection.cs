using Geborgen.Contracts;
using Geborgen.Messaging;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Geborgen.FamilyView;

/// <summary>
/// Builds the skeleton of each family from what the services say, one statement per table however many events there
/// are. Events may arrive late, reversed and in any mixture: every order gives the same rows. Who is involved is not
/// kept here: that is one mechanism, alike in every service.
/// </summary>
sealed class SkeletonProjection(TimeProvider time) : IProjection<FamilyViewDb>
{
    public static IReadOnlyList<Type> Handles { get; } = [.. EventCatalogue.All.Values];

    public static IReadOnlyList<string> Sources { get; } = ["intake", "investigation", "planning"];

    public async Task Apply(FamilyViewDb db, IReadOnlyList<ReceivedEvent> events, CancellationToken ct)
    {
        var changes = SkeletonChanges.Of(events);
        await db.WriteNewer(changes.Families, ct);
        await db.WriteNewer(changes.Closings, ct);
        await db.WriteNewer(changes.Members, ct);
        await db.WriteNewer(changes.Responsibilities, ct);
        await db.WriteNewer(changes.FamilyLinks, ct);
        await db.WriteNewer(changes.Rights, ct);
        await db.WriteNewer(changes.Contacts, ct);
        await WriteClocks(db, changes.Clocks, ct);
        await WriteMatters(db, changes.Matters, ct);
        await WriteTimeline(db, changes.Timeline, ct);
        foreach (var gone in changes.TakenOut)
            await FindTakenOutReaders.Of(db, gone, time.GetUtcNow(), ct);
    }

    public Task Empty(FamilyViewDb db, CancellationToken ct) => db.Database.ExecuteSqlAsync(
        $"""
        delete from timeline; delete from matters; delete from clocks; delete from contacts;
        delete from rights; delete from family_links; delete from responsibilities; delete from members;
        delete from family_closings; delete from families
        """, ct);

    // A stop that overtakes its start must not lose the term, nor the start undo the stop: each fills what it knows. Times
    // come from the start or the last end of a pause, whichever is later.
    // Rows go in the order of their keys, so that two batches that meet on a clock never wait for each other.
    static Task WriteClocks(FamilyViewDb db, List<ClockRow> rows, CancellationToken ct) => Write(db, rows.Count,
        """
        insert into clocks as c (clock_id, family_id, stream, term, started_at, warn_at, due_at, warned_at, overdue_at, stopped_at, version,
            timing_version, paused_at, pause_version, owner, paused_until)
        select clock_id, family_id, stream, max(term), max(started_at),
            (array_agg(warn_at order by timing_version desc))[1], (array_agg(due_at order by timing_version desc))[1],
            max(warned_at), max(overdue_at), max(stopped_at), max(version),
            max(timing_version), (array_agg(paused_at order by pause_version desc))[1], max(pause_version), max(owner),
            (array_agg(paused_until order by pause_version desc))[1]
        from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
            as n(clock_id, family_id, stream, term, started_at, warn_at, due_at, warned_at, overdue_at, stopped_at, version,
                timing_version, paused_at, pause_version, owner, paused_until)
        group by clock_id, family_id, stream
        order by clock_id
        on conflict (clock_id) do update
        set term = coalesce(c.term, excluded.term), started_at = coalesce(c.started_at, excluded.started_at),
            warn_at = case when excluded.timing_version > c.timing_version then excluded.warn_at else c.warn_at end,
            due_at = case when excluded.timing_version > c.timing_version then excluded.due_at else c.due_at end,
            warned_at = coalesce(c.warned_at, excluded.warned_at), overdue_at = coalesce(c.overdue_at, excluded.overdue_at),
            stopped_at = coalesce(c.stopped_at, excluded.stopped_at), version = greatest(c.version, excluded.version),
            timing_version = greatest(c.timing_version, excluded.timing_version),
            paused_at = case when excluded.pause_version > c.pause_version then excluded.paused_at else c.paused_at end,
            paused_until = case when excluded.pause_version > c.pause_version then excluded.paused_until else c.paused_until end,
            pause_version = greatest(c.pause_version, excluded.pause_version), owner = coalesce(c.owner, excluded.owner)
        """,
        [Column(rows, row => row.ClockId), Column(rows, row => row.FamilyId), Column(rows, row => row.Stream),
        Column(rows, row => row.Term), Column(rows, row => row.StartedAt), Column(rows, row => row.WarnAt),
        Column(rows, row => row.DueAt), Column(rows, row => row.WarnedAt), Column(rows, row => row.OverdueAt),
        Column(rows, row => row.StoppedAt), Column(rows, row => row.Version), Column(rows, row => row.TimingVersion),
        Column(rows, row => row.PausedAt), Column(rows, row => row.PauseVersion), Column(rows, row => row.Owner),
        Column(rows, row => row.PausedUntil)], ct);

    // What it is and since when comes from its first event, how far it is from its latest.
    static Task WriteMatters(FamilyViewDb db, List<MatterRow> rows, CancellationToken ct) => Write(db, rows.Count,
        """
        insert into matters as m (matter_id, family_id, kind, detail, since, state, state_at, version)
        select matter_id, family_id, kind, max(detail), max(since), (array_agg(state order by version desc))[1],
            (array_agg(state_at order by version desc))[1], max(version)
        from unnest($1, $2, $3, $4, $5, $6, $7, $8) as n(matter_id, family_id, kind, detail, since, state, state_at, version)
        group by matter_id, family_id, kind
        order by matter_id
        on conflict (matter_id) do update
        set detail = coalesce(m.detail, excluded.detail), since = coalesce(m.since, excluded.since),
            state = case when excluded.version > m.version then excluded.state else m.state end,
            state_at = case when excluded.version > m.version then excluded.state_at else m.state_at end,
            version = greatest(m.version, excluded.version)
        """,
        [Column(rows, row => row.MatterId), Column(rows, row => row.FamilyId), Column(rows, row => row.Kind),
        Column(rows, row => row.Detail), Column(rows, row => row.Since), Column(rows, row => row.State),
        Column(rows, row => row.StateAt), Column(rows, row => row.Version)], ct);

    static Task WriteTimeline(FamilyViewDb db, List<TimelineRow> rows, CancellationToken ct) => Write(db, rows.Count,
        """
        insert into timeline (event_id, family_id, at, service, name, municipality, stream, version)
        select * from unnest($1, $2, $3, $4, $5, $6, $7, $8) as n(event_id, family_id, at, service, name, municipality, stream, version)
        order by event_id
        on conflict (event_id) do nothing
        """,
        [Column(rows, row => row.EventId), Column(rows, row => row.FamilyId), Column(rows, row => row.At),
        Column(rows, row => row.Service), Column(rows, row => row.Name), Column(rows, row => row.Municipality),
        Column(rows, row => row.Stream), Column(rows, row => row.Version)], ct);

    static async Task Write(FamilyViewDb db, int rows, string sql, NpgsqlParameter[] columns, CancellationToken ct)
    {
        if (rows == 0)
            return;
        await using var command = new NpgsqlCommand(
            sql, (NpgsqlConnection)db.Database.GetDbConnection(), (NpgsqlTransaction)db.Database.CurrentTransaction!.GetDbTransaction());
        command.Parameters.AddRange(columns);
        await command.ExecuteNonQueryAsync(ct);
    }

    static NpgsqlParameter<TValue[]> Column<TRow, TValue>(List<TRow> rows, Func<TRow, TValue> value) =>
        new() { TypedValue = [.. rows.Select(value)] };
}
