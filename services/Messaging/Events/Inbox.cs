using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Geborgen.Messaging.Events;

/// <summary>Which events a projection applied before.</summary>
static class Inbox
{
    const string Insert = """
        insert into inbox (projection, event_id, at) select $1, event_id, $3 from unnest($2::uuid[]) as event_id
        on conflict do nothing returning event_id
        """;

    /// <summary>
    /// Those that were not applied before, each once; those of one stream in the order of their versions. Holds the
    /// projection until the transaction ends: two replicas that apply side by side would wait for each other's rows.
    /// Heartbeats are not noted: a late one changes nothing.
    /// </summary>
    internal static async Task<List<ReceivedEvent>> TakeNew(
        ServiceDb db, string projection, List<EventMessage> messages, DateTimeOffset now, CancellationToken ct)
    {
        await using var batch = new NpgsqlBatch(
            (NpgsqlConnection)db.Database.GetDbConnection(),
            (NpgsqlTransaction)db.Database.CurrentTransaction!.GetDbTransaction())
        {
            BatchCommands =
            {
                new NpgsqlBatchCommand("select pg_advisory_xact_lock(hashtextextended($1, 0))")
                {
                    Parameters = { new() { Value = projection } },
                },
                new NpgsqlBatchCommand(Insert)
                {
                    Parameters =
                    {
                        new() { Value = projection },
                        new() { Value = messages.FindAll(message => message.Name != Heartbeat.Name).ConvertAll(message => message.EventId) },
                        new() { Value = now },
                    },
                },
            },
        };
        await using var reader = await batch.ExecuteReaderAsync(ct);
        await reader.NextResultAsync(ct);
        HashSet<Guid> fresh = [];
        while (await reader.ReadAsync(ct))
            fresh.Add(reader.GetGuid(0));
        return
        [
            .. messages.Where(message => message.Name == Heartbeat.Name || fresh.Remove(message.EventId))
                .Select(message => message.Read())
                .OrderBy(received => received.Event.Stream).ThenBy(received => received.Event.Version),
        ];
    }
}
