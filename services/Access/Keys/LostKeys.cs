using Npgsql;

namespace Geborgen.Access;

/// <summary>
/// Refuses to start without keys with which the database was written: new ones would be made in silence, and from then on nobody known
/// would be found by a number, and no number read.
/// </summary>
static class LostKeys
{
    /// <summary>The columns that say with which key a row was written; zero is none.</summary>
    const string Columns = """
        select table_name, column_name from information_schema.columns
        where table_schema = 'public' and data_type = 'integer' and (column_name = 'key_id' or column_name like '%\_key\_id')
        order by table_name, column_name
        """;

    /// <summary>Makes the first key of a service that has not begun yet; of one that has, all keys must be there.</summary>
    /// <returns>Which are missing, as a line for the operator; null where none is.</returns>
    internal static async Task<string?> Hinder(NpgsqlConnection connection, string folder, CancellationToken ct)
    {
        if (!KeyRing.IsIn(folder) && await Exists(connection, "select true from access_log limit 1", ct))
            return $"The database is in use and there is no key in {folder}: put its keys there, from a backup that has them.";
        var keys = KeyRing.Open(folder).Versions;
        foreach (var (table, column) in await Written(connection, ct))
            if (await Exists(connection, $"select true from \"{table}\" where \"{column}\" <> all($1) and \"{column}\" <> 0 limit 1", ct, keys))
                return $"The table {table} has rows that were written with a key that is not in {folder}: put it there, from a backup that has it.";
        return null;
    }

    static async Task<List<(string Table, string Column)>> Written(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(Columns, connection);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var found = new List<(string, string)>();
        while (await reader.ReadAsync(ct))
            found.Add((reader.GetString(0), reader.GetString(1)));
        return found;
    }

    static async Task<bool> Exists(NpgsqlConnection connection, string sql, CancellationToken ct, int[]? keys = null)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        if (keys is not null)
            command.Parameters.Add(new() { Value = keys });
        return await command.ExecuteScalarAsync(ct) is true;
    }
}
