using System.Text.Json;
using Npgsql;

namespace Geborgen.Messaging.Events;

/// <summary>An event that waits for the broker, and the row of the outbox in which it does.</summary>
readonly record struct OutgoingEvent(
    long Row, long LogId, Guid Stream, int Version, int Attempts, Guid EventId, string Name, string Municipality, JsonElement Body, string? Trace)
{
    const int MaxAttempts = 10;
    const double LongestHold = 300;

    /// <summary>How long it is held when it fails now: doubles from one second to five minutes, then it is parked.</summary>
    internal DateTimeOffset RetryAt(DateTimeOffset now) => Attempts + 1 >= MaxAttempts
        ? DateTimeOffset.MaxValue
        : now + TimeSpan.FromSeconds(Math.Min(Math.Pow(2, Attempts), LongestHold));
}

/// <summary>What waits in all: how much, since when, and how much is parked until somebody looks at it.</summary>
/// <param name="Waiting">Events that wait, parked ones included.</param>
/// <param name="Oldest">When the oldest of those that are not held was raised, or null when none waits.</param>
/// <param name="Parked">Events that are no longer tried.</param>
readonly record struct OutboxState(long Waiting, DateTimeOffset? Oldest, long Parked);

/// <summary>The statements of the relay. All run in the transaction that holds the lock.</summary>
static class Outbox
{
    /// <summary>Its own number in the database; nothing else takes advisory locks with it.</summary>
    const long RelayLock = 0x6765626f7267656e;

    /// <summary>A stream with an event that is held is held as a whole, so that its order is kept.</summary>
    const string Due = """
        select o.log_id, e.id, o.stream, e.version, case when e.id = o.log_id then o.attempts else 0 end, e.event_id, e.name, e.municipality, e.body, e.trace
        from (
            select * from outbox waits
            where waits.log_id > $1
              and not exists (select from outbox held where held.stream = waits.stream and held.retry_at > $2)
            order by waits.log_id limit $3) o
        join event_log e on e.stream = o.stream and e.version between o.version and o.until_version
        order by e.id
        """;

    /// <summary>Up to which version of its stream each row was sent: one that was sent to its end goes, another begins at the next event.</summary>
    const string Confirm = """
        with sent as (select * from unnest($1::bigint[], $2::int[]) as sent(row, version)),
        done as (delete from outbox using sent where outbox.log_id = sent.row and outbox.until_version <= sent.version)
        update outbox set version = next.version, log_id = next.id, attempts = 0, retry_at = null
        from sent join outbox waits on waits.log_id = sent.row join event_log next on next.stream = waits.stream and next.version = sent.version + 1
        where outbox.log_id = sent.row and outbox.until_version > sent.version
        """;

    const string Hold = """
        update outbox set attempts = attempts + 1, retry_at = failed.retry_at
        from unnest($1::bigint[], $2::timestamptz[]) as failed(log_id, retry_at)
        where outbox.log_id = failed.log_id
        """;

    const string Count = """
        select coalesce(sum(o.until_version - o.version + 1), 0), count(*) filter (where o.retry_at = 'infinity'),
               (select min(e.at) from outbox due join event_log e on e.id = due.log_id
                where not exists (select from outbox held where held.stream = due.stream and held.retry_at is not null))
        from outbox o
        """;

    const string Held = """
        select e.municipality, min(e.at)
        from outbox o join event_log e on e.stream = o.stream and e.version between o.version and o.until_version
        where o.stream in (select stream from outbox where retry_at is not null) and e.name = any($1)
        group by e.municipality
        """;

    /// <summary>Only one relay of all replicas works at a time. False when another one does.</summary>
    internal static async Task<bool> TryLock(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("select pg_try_advisory_xact_lock($1)", connection)
        {
            Parameters = { new() { Value = RelayLock } },
        };
        return (bool)(await command.ExecuteScalarAsync(ct))!;
    }

    internal static async Task<List<OutgoingEvent>> Read(
        NpgsqlConnection connection, long above, int limit, DateTimeOffset now, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(Due, connection)
        {
            Parameters = { new() { Value = above }, new() { Value = now }, new() { Value = limit } },
        };
        await using var reader = await command.ExecuteReaderAsync(ct);
        List<OutgoingEvent> due = [];
        while (await reader.ReadAsync(ct))
            due.Add(new OutgoingEvent(
                reader.GetInt64(0), reader.GetInt64(1), reader.GetGuid(2), reader.GetInt32(3), reader.GetInt32(4), reader.GetGuid(5),
                reader.GetString(6), reader.GetString(7), reader.GetFieldValue<JsonElement>(8), reader.IsDBNull(9) ? null : reader.GetString(9)));
        return due;
    }

    internal static Task Sent(NpgsqlConnection connection, IEnumerable<OutgoingEvent> sent, CancellationToken ct)
    {
        var rows = sent.GroupBy(one => one.Row, one => one.Version).ToList();
        return Execute(connection, Confirm, ct, rows.ConvertAll(row => row.Key), rows.ConvertAll(row => row.Max()));
    }

    internal static Task Failed(NpgsqlConnection connection, long[] logIds, DateTimeOffset[] retryAt, CancellationToken ct) =>
        Execute(connection, Hold, ct, logIds, retryAt);

    /// <summary>Lets the relay try again whatever it holds or parked, and says how many events those are.</summary>
    internal static Task<int> Release(NpgsqlConnection connection, CancellationToken ct) =>
        Execute(connection, "update outbox set attempts = 0, retry_at = null where retry_at is not null", ct);

    internal static async Task<OutboxState> State(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(Count, connection);
        await using var reader = await command.ExecuteReaderAsync(ct);
        await reader.ReadAsync(ct);
        return new OutboxState(
            reader.GetInt64(0), reader.IsDBNull(2) ? null : reader.GetFieldValue<DateTimeOffset>(2), reader.GetInt64(1));
    }

    /// <summary>Since when events of some kinds are held, themselves or behind another of their stream, by municipality.</summary>
    internal static async Task<Dictionary<string, DateTimeOffset>> HeldSince(
        NpgsqlConnection connection, string[] names, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(Held, connection) { Parameters = { new() { Value = names } } };
        await using var reader = await command.ExecuteReaderAsync(ct);
        Dictionary<string, DateTimeOffset> held = [];
        while (await reader.ReadAsync(ct))
            held.Add(reader.GetString(0), reader.GetFieldValue<DateTimeOffset>(1));
        return held;
    }

    static async Task<int> Execute(NpgsqlConnection connection, string sql, CancellationToken ct, params object[] values)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values)
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        return await command.ExecuteNonQueryAsync(ct);
    }
}
