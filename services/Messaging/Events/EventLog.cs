using System.Diagnostics;
using System.Text.Json;
using Geborgen.Casework;
using Geborgen.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using NpgsqlTypes;

namespace Geborgen.Messaging.Events;

/// <summary>Writes raised events into the log and the outbox: one statement for all events of one save.</summary>
static class EventLog
{
    /// <summary>How events are written in logs, feeds and messages.</summary>
    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    const string Insert = """
        with logged as (
            insert into event_log (event_id, name, stream, version, family_id, municipality, body, trace, at)
            select event_id, name, stream, version, family_id, municipality, body, $1, at
            from unnest($2::uuid[], $3::text[], $4::uuid[], $5::int[], $6::uuid[], $7::text[], $8::jsonb[], $9::timestamptz[])
                with ordinality as raised(event_id, name, stream, version, family_id, municipality, body, at, place)
            order by place
            returning id, stream, version)
        insert into outbox (log_id, stream, version, until_version, attempts)
        select min(id), stream, min(version), max(version), 0 from logged group by stream
        """;

    /// <summary>The tracked aggregates that raised events since they were loaded or last saved.</summary>
    internal static List<Aggregate> Raisers(this ServiceDb db)
    {
        // Which entities are tracked is known without looking for changes in them, which saving does anyway.
        var detect = db.ChangeTracker.AutoDetectChangesEnabled;
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        List<Aggregate> raisers =
            [.. db.ChangeTracker.Entries<Aggregate>().Select(entry => entry.Entity).Where(one => one.Raised.Count > 0)];
        db.ChangeTracker.AutoDetectChangesEnabled = detect;
        return raisers;
    }

    internal static async Task Append(ServiceDb db, List<DomainEvent> events, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(Insert,
            (NpgsqlConnection)db.Database.GetDbConnection(),
            (NpgsqlTransaction)db.Database.CurrentTransaction!.GetDbTransaction());
        Add((object?)Activity.Current?.Id ?? DBNull.Value, NpgsqlDbType.Text);
        AddAll(NpgsqlDbType.Uuid, _ => Guid.CreateVersion7());
        AddAll(NpgsqlDbType.Text, raised => EventCatalogue.NameOf(raised.GetType()));
        AddAll(NpgsqlDbType.Uuid, raised => raised.Stream);
        AddAll(NpgsqlDbType.Integer, raised => raised.Version);
        AddAll(NpgsqlDbType.Uuid, raised => raised.FamilyId);
        AddAll(NpgsqlDbType.Text, raised => raised.Municipality);
        AddAll(NpgsqlDbType.Jsonb, raised => JsonSerializer.SerializeToUtf8Bytes(raised, raised.GetType(), Json));
        AddAll(NpgsqlDbType.TimestampTz, raised => raised.At.ToUniversalTime());
        await command.ExecuteNonQueryAsync(ct);
        db.HasUnannouncedEvents = true;

        void Add(object value, NpgsqlDbType type) =>
            command.Parameters.Add(new NpgsqlParameter { Value = value, NpgsqlDbType = type });

        void AddAll<T>(NpgsqlDbType type, Func<DomainEvent, T> of) =>
            Add(events.ConvertAll(raised => of(raised)), NpgsqlDbType.Array | type);
    }
}
