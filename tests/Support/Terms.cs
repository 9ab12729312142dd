using Npgsql;

namespace Geborgen.Support;

/// <summary>Lets terms that have just begun come near their end, where the time of the service can't be turned.</summary>
public static class Terms
{
    /// <summary>Lets the terms of one row of a table, or of all, come near their end.</summary>
    public static async Task ComeNear(string database, string table, CancellationToken ct, Guid? id = null)
    {
        await using var data = NpgsqlDataSource.Create(database);
        await using var command = data.CreateCommand($"""
            update {table} set
                next_clock_at = (select min((one ->> 'StartedAt')::timestamptz) from jsonb_array_elements(clocks) one),
                clocks = (select jsonb_agg(one || jsonb_build_object('WarnAt', one -> 'StartedAt')) from jsonb_array_elements(clocks) one)
            where jsonb_array_length(clocks) > 0 and ($1::uuid is null or id = $1)
            """);
        command.Parameters.Add(new() { Value = (object?)id ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Uuid });
        await command.ExecuteNonQueryAsync(ct);
    }
}
