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

    const string Lock = "select pg_advisory_xact_lock(hashtextextended($1, 0))";

    /// <summary>The services that were read to the end of their feed, per municipality.</summary>
    const string CaughtUp = "select service, municipality from feed_cursors where projection = $1 and caught_up_at is not null";

    /// <summary>
    /// Holds the projection until the transaction ends: two replicas that apply side by side would wait for each other's
    /// rows, and one that is being emptied must not be filled.
    /// </summary>
    internal static Task Hold(ServiceDb db, string projection, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({projection}, 0))", ct);

    /// <summary>
    /// Those that were not applied before, each once; those of one stream in the order of their versions. Heartbeats are
    /// not noted, for a late one changes nothing; one of a source whose feed is still being read doesn't count.
    /// </summary>
    internal static async Task<List<ReceivedEvent>> TakeNew<TDb>(
        TDb db, ProjectionRegistration<TDb> projection, List<EventMessage> messages, DateTimeOffset now, CancellationToken ct)
        where TDb : ServiceDb
    {
        var heartbeats = messages.FindAll(message => message.Name == Heartbeat.Name).ConvertAll(message => message.Read());
        await using var batch = new NpgsqlBatch(
            (NpgsqlConnection)db.Database.GetDbConnection(),
            (NpgsqlTransaction)db.Database.CurrentTransaction!.GetDbTransaction())
        {
            BatchCommands =
            {
                Command(Lock, projection.Name),
                Command(Insert, projection.Name, messages.FindAll(message => message.Name != Heartbeat.Name).ConvertAll(message => message.EventId), now),
            },
        };
        if (heartbeats.Count > 0)
            batch.BatchCommands.Add(Command(CaughtUp, projection.Name));

        HashSet<Guid> fresh = [];
        HashSet<(string, string)> caughtUp = [];
        await using (var reader = await batch.ExecuteReaderAsync(ct))
        {
            await reader.NextResultAsync(ct);
            while (await reader.ReadAsync(ct))
                fresh.Add(reader.GetGuid(0));
            if (await reader.NextResultAsync(ct))
                while (await reader.ReadAsync(ct))
                    caughtUp.Add((reader.GetString(0), reader.GetString(1)));
        }
        return
        [
            .. heartbeats.Where(beat => !projection.Sources.Contains(beat.Service) || caughtUp.Contains((beat.Service, beat.Event.Municipality))),
            .. messages.Where(message => fresh.Remove(message.EventId)).Select(message => message.Read())
                .OrderBy(received => received.Event.Stream).ThenBy(received => received.Event.Version),
        ];

        static NpgsqlBatchCommand Command(string sql, params object[] values)
        {
            var command = new NpgsqlBatchCommand(sql);
            foreach (var value in values)
                command.Parameters.Add(new NpgsqlParameter { Value = value });
            return command;
        }
    }
}
