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
sealed class SkeletonProjection : IProjection<FamilyViewDb>
{
    public static IReadOnlyList<Type> Handles { get; } = [.. EventCatalogue.All.Values];

    public static IReadOnlyList<string> Sources { get; } = ["intake"];

    public async Task Apply(FamilyViewDb db, IReadOnlyList<ReceivedEvent> events, CancellationToken ct)
    {
        var changes = SkeletonChanges.Of(events);
        await db.WriteNewer(changes.Families, ct);
        await db.WriteNewer(changes.Members, ct);
        await db.WriteNewer(changes.Links, ct);
        await db.WriteNewer(changes.Contacts, ct);
        await WriteClocks(db, changes.Clocks, ct);
        await WriteTimeline(db, changes.Timeline, ct);
    }

    public Task Empty(FamilyViewDb db, CancellationToken ct) => db.Database.ExecuteSqlAsync(
        $"""
        delete from timeline; delete from clocks; delete from contacts;
        delete from person_links; delete from members; delete from families
        """, ct);

    // A stop that overtakes its start must not lose the term, nor the start undo the stop: each fills what it knows.
    // Rows go in the order of their keys, so that two batches that meet on a clock never wait for each other.
    static Task WriteClocks(FamilyViewDb db, List<ClockRow> rows, CancellationToken ct) => Write(db, rows.Count,
        """
        insert into clocks as c (clock_id, family_id, stream, term, started_at, warn_at, due_at, warned_at, overdue_at, stopped_at, version)
        select clock_id, family_id, stream, max(term), max(started_at), max(warn_at), max(due_at),
            max(warned_at), max(overdue_at), max(stopped_at), max(version)
        from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
            as n(clock_id, family_id, stream, term, started_at, warn_at, due_at, warned_at, overdue_at, stopped_at, version)
        group by clock_id, family_id, stream
        order by clock_id
        on conflict (clock_id) do update
        set term = coalesce(c.term, excluded.term), started_at = coalesce(c.started_at, excluded.started_at),
            warn_at = coalesce(c.warn_at, excluded.warn_at), due_at = coalesce(c.due_at, excluded.due_at),
            warned_at = coalesce(c.warned_at, excluded.warned_at), overdue_at = coalesce(c.overdue_at, excluded.overdue_at),
            stopped_at = coalesce(c.stopped_at, excluded.stopped_at), version = greatest(c.version, excluded.version)
        """,
        [Column(rows, row => row.ClockId), Column(rows, row => row.FamilyId), Column(rows, row => row.Stream),
        Column(rows, row => row.Term), Column(rows, row => row.StartedAt), Column(rows, row => row.WarnAt),
        Column(rows, row => row.DueAt), Column(rows, row => row.WarnedAt), Column(rows, row => row.OverdueAt),
        Column(rows, row => row.StoppedAt), Column(rows, row => row.Version)], ct);

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
