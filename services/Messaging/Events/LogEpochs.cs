using Npgsql;

namespace Geborgen.Messaging.Events;

/// <summary>Notices that the database was restored or failed over, from the identifier and timeline of its cluster.</summary>
static class LogEpochs
{
    /// <summary>
    /// What was read of feeds before counts no more: what their sources said in the time that was lost, and what a lost
    /// broker still held, is in the feeds and nowhere else. What was applied already counts once all the same.
    /// </summary>
    const string Start = """
        with started as (
            insert into log_epochs (cluster, first_id)
            select present.cluster, coalesce((select max(id) from event_log), 0) + 1
            from (select (select system_identifier::text from pg_control_system()) || '/'
                      || (select timeline_id::text from pg_control_checkpoint()) as cluster) as present
            where present.cluster is distinct from (select cluster from log_epochs order by epoch desc limit 1)
            returning epoch),
        forgotten as (delete from feed_cursors where exists (select from started))
        select exists (select from started)
        """;

    /// <summary>Starts a new epoch if the log lives on another cluster or timeline than before; says whether it does.</summary>
    internal static async Task<bool> StartWhereDue(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(Start, connection);
        return (bool)(await command.ExecuteScalarAsync(ct))!;
    }

    /// <summary>The present epoch and its first position.</summary>
    internal static async Task<(int Epoch, long FirstId)> Current(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            "select epoch, first_id from log_epochs order by epoch desc limit 1", connection);
        await using var reader = await command.ExecuteReaderAsync(ct);
        return await reader.ReadAsync(ct)
            ? (reader.GetInt32(0), reader.GetInt64(1))
            : throw new InvalidOperationException("The log has no epoch: the database was not migrated.");
    }
}
