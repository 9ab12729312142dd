using System.Data;
using Microsoft.Extensions.Logging;
using Npgsql;
using NpgsqlTypes;

namespace Geborgen.Access;

/// <summary>Adds rows to the end of the chain, on a connection of its own so that no other work can starve it.</summary>
sealed class AccessLogWriter(NpgsqlDataSource source, AccessLogHead head, ILogger logger) : IAsyncDisposable
{
    const int Timeout = 5;
    const int Attempts = 20;
    const long Microsecond = TimeSpan.TicksPerMicrosecond;

    static readonly string Insert = $"""
        insert into access_log (seq, at, family_id, subject_id, action, {string.Join(", ", AccessLogText.Columns.Select(text => text.Column))}, salt, digest, prev_hash, hash)
        select * from unnest({string.Join(", ", Enumerable.Range(1, AccessLogText.Columns.Count + 9).Select(number => $"${number}"))})
        """;

    NpgsqlConnection? connection;
    (long Seq, byte[] Hash)? end;
    bool holdsHead;

    /// <summary>Writes the rows in one statement, which is one commit, and raises the head to the last of them.</summary>
    internal async Task Write(IReadOnlyList<AccessRecord> rows)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await Connect();
                end = await Append(rows, end ?? await ReadEnd());
                break;
            }
            catch (PostgresException taken) when (taken.SqlState == PostgresErrorCodes.UniqueViolation && attempt < Attempts)
            {
                end = null;
            }
            catch
            {
                // Whether the rows were committed is unknown: the next batch reads where the chain ends.
                end = null;
                await DisposeAsync();
                throw;
            }
        }
        if (holdsHead)
            Raise(end.Value);
    }

    public async ValueTask DisposeAsync()
    {
        if (connection is not null)
            await connection.DisposeAsync();
        connection = null;
    }

    async Task Connect()
    {
        if (connection is { State: ConnectionState.Open })
            return;
        await DisposeAsync();
        end = null;
        connection = await source.OpenConnectionAsync();
    }

    async Task<(long, byte[])> ReadEnd()
    {
        var last = await ReadLast();
        // Also before the first row, so that no log with rows is ever without a head.
        if (holdsHead = await HoldsHead())
            Raise(last);
        return last;
    }

    async Task<(long Seq, byte[] Hash)> ReadLast()
    {
        await using var command = new NpgsqlCommand("select seq, hash from access_log order by seq desc limit 1", connection) { CommandTimeout = Timeout };
        await using var reader = await command.ExecuteReaderAsync();
        return await reader.ReadAsync() ? (reader.GetInt64(0), reader.GetFieldValue<byte[]>(1)) : (0, AccessLogChain.Start);
    }

    /// <summary>Whether the head may go up: rows that were taken from the end would be made up for by new ones.</summary>
    async Task<bool> HoldsHead()
    {
        if (KnownHead() is not { Seq: > 0 } known)
            return true;
        await using var command = new NpgsqlCommand("select true from access_log where seq = $1 and hash = $2", connection)
        {
            CommandTimeout = Timeout,
            Parameters = { new() { Value = known.Seq }, new() { Value = known.Hash } },
        };
        if (await command.ExecuteScalarAsync() is true)
            return true;
        logger.LogCritical("The access log lacks row {Row}, which was written: rows were taken away or replaced. --verify-access-log tells more.", known.Seq);
        return false;
    }

    (long Seq, byte[] Hash)? KnownHead()
    {
        try
        {
            return head.Read();
        }
        catch (Exception failure) when (IsOfHead(failure))
        {
            return null;
        }
    }

    /// <summary>What was committed may be shown, whether or not its head can be kept.</summary>
    void Raise((long Seq, byte[] Hash) row)
    {
        try
        {
            head.Raise(row.Seq, row.Hash);
        }
        catch (Exception failure) when (IsOfHead(failure))
        {
            logger.LogError("The head of the access log can't be kept beside the keys ({Failure}); rows that are taken from its end would not be missed.", failure.GetType().Name);
        }
    }

    static bool IsOfHead(Exception failure) => failure is IOException or UnauthorizedAccessException or FormatException;

    async Task<(long, byte[])> Append(IReadOnlyList<AccessRecord> rows, (long Seq, byte[] Hash) after)
    {
        var sealedRows = new AccessRecord[rows.Count];
        for (var i = 0; i < rows.Count; i++)
        {
            // PostgreSQL keeps microseconds; what is sealed is what is stored.
            var row = rows[i] with { At = new DateTimeOffset(rows[i].At.UtcTicks / Microsecond * Microsecond, TimeSpan.Zero) };
            sealedRows[i] = AccessLogChain.Seal(row, after.Seq + 1, after.Hash);
            after = (sealedRows[i].Seq, sealedRows[i].Hash);
        }
        await using var command = new NpgsqlCommand(Insert, connection) { CommandTimeout = Timeout };
        void Column<T>(NpgsqlDbType type, Func<AccessRecord, T> value) => command.Parameters.Add(
            new NpgsqlParameter { Value = Array.ConvertAll(sealedRows, row => value(row)), NpgsqlDbType = NpgsqlDbType.Array | type });
        Column(NpgsqlDbType.Bigint, row => row.Seq);
        Column(NpgsqlDbType.TimestampTz, row => row.At);
        Column(NpgsqlDbType.Uuid, row => row.FamilyId);
        Column(NpgsqlDbType.Uuid, row => row.SubjectId);
        Column(NpgsqlDbType.Text, row => AccessLogText.Of(row.Action));
        foreach (var text in AccessLogText.Columns)
            Column(NpgsqlDbType.Text, text.Of);
        Column(NpgsqlDbType.Bytea, row => row.Salt);
        Column(NpgsqlDbType.Bytea, row => row.Digest);
        Column(NpgsqlDbType.Bytea, row => row.PrevHash);
        Column(NpgsqlDbType.Bytea, row => row.Hash);
        await command.PrepareAsync();
        await command.ExecuteNonQueryAsync();
        return after;
    }
}
