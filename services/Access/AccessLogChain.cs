using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Npgsql;

namespace Geborgen.Access;

/// <summary>The chain of the access log: how rows are sealed, and whether the stored chain still holds.</summary>
public static class AccessLogChain
{
    const int SaltSize = 16;
    const char FieldEnd = '\u001f';

    internal static readonly byte[] Start = new byte[SHA256.HashSizeInBytes];

    static readonly string Rows = $"""
        select seq, at, family_id, subject_id, action, salt, digest, prev_hash, hash, {string.Join(", ", AccessLogText.Columns.Select(text => text.Column))}
        from access_log order by seq
        """;

    const int Texts = 9;

    /// <summary>
    /// Checks every row against its content and against the row before, and the end against the head. One statement sees the log as it stood at
    /// one moment, however much is written meanwhile; the head is read before, so that it is never ahead of it.
    /// </summary>
    /// <param name="connection">Of the service's database.</param>
    /// <param name="head">How far the log is known to have gone; null when nothing was written yet.</param>
    /// <param name="cancellation">Ends the check.</param>
    public static async Task<AccessLogState> Verify(NpgsqlConnection connection, (long Seq, byte[] Hash)? head, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(Rows, connection) { CommandTimeout = 0 };
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var (state, hash) = (new AccessLogState(0, null, null), Start);
        while (await reader.ReadAsync(cancellation))
        {
            var seq = state.Rows + 1;
            if (!Holds(reader, seq, hash))
                return state with { BrokenAt = reader.GetInt64(0), Fault = "it was changed or inserted, or what stood before it is missing" };
            var at = reader.GetFieldValue<DateTimeOffset>(1);
            (state, hash) = (new(seq, state.First ?? at, at), reader.GetFieldValue<byte[]>(8));
            if (head?.Seq == seq && !head.Value.Hash.AsSpan().SequenceEqual(hash))
                return state with { BrokenAt = seq, Fault = "another row was written there, so that it or rows before it were replaced" };
        }
        if ((head?.Seq ?? 0) > state.Rows)
            return state with { BrokenAt = state.Rows + 1, Fault = $"it was written, as were all up to row {head!.Value.Seq}, and is missing" };
        return head is null && state.Rows > 0
            ? state with { BrokenAt = state.Rows + 1, Fault = "whether there were more rows can't be told, as the file access-log.head beside the keys is missing" }
            : state;
    }

    internal static AccessRecord Seal(AccessRecord row, long seq, byte[] prevHash)
    {
        var salt = RandomNumberGenerator.GetBytes(SaltSize);
        var digest = DigestOf(
            salt, row.At, row.FamilyId, row.SubjectId, AccessLogText.Of(row.Action), AccessLogText.Columns.Select(text => text.Of(row)));
        return row with { Seq = seq, Salt = salt, Digest = digest, PrevHash = prevHash, Hash = HashOf(prevHash, seq, digest) };
    }

    /// <summary>Whether a stored row stands in its place and holds what was sealed.</summary>
    static bool Holds(NpgsqlDataReader row, long seq, byte[] prevHash)
    {
        var digest = row.GetFieldValue<byte[]>(6);
        var texts = AccessLogText.Columns.Select((_, place) => Text(row, Texts + place));
        return row.GetInt64(0) == seq
            && row.GetFieldValue<byte[]>(7).AsSpan().SequenceEqual(prevHash)
            && row.GetFieldValue<byte[]>(8).AsSpan().SequenceEqual(HashOf(prevHash, seq, digest))
            && !row.IsDBNull(5)
            && DigestOf(row.GetFieldValue<byte[]>(5), row.GetFieldValue<DateTimeOffset>(1), Id(2), Id(3), row.GetString(4), texts).AsSpan().SequenceEqual(digest);

        Guid? Id(int column) => row.IsDBNull(column) ? null : row.GetGuid(column);
    }

    static string? Text(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    static byte[] HashOf(byte[] prevHash, long seq, byte[] digest)
    {
        Span<byte> input = stackalloc byte[SHA256.HashSizeInBytes + sizeof(long) + SHA256.HashSizeInBytes];
        prevHash.CopyTo(input);
        BinaryPrimitives.WriteInt64BigEndian(input[SHA256.HashSizeInBytes..], seq);
        digest.CopyTo(input[(SHA256.HashSizeInBytes + sizeof(long))..]);
        return SHA256.HashData(input);
    }

    static byte[] DigestOf(byte[] salt, DateTimeOffset at, Guid? familyId, Guid? subjectId, string action, IEnumerable<string?> texts)
    {
        var content = new StringBuilder(256)
            .Append(at.UtcTicks.ToString(CultureInfo.InvariantCulture)).Append(FieldEnd)
            .Append(familyId?.ToString("N")).Append(FieldEnd)
            .Append(subjectId?.ToString("N")).Append(FieldEnd)
            .Append(action).Append(FieldEnd);
        foreach (var text in texts)
            content.Append(text is null ? "-" : $"{text.Length}:{text}").Append(FieldEnd);
        return SHA256.HashData([.. salt, .. Encoding.UTF8.GetBytes(content.ToString())]);
    }
}

/// <summary>What a check of the access log found.</summary>
/// <param name="Rows">How many rows hold.</param>
/// <param name="First">When the first of them was written.</param>
/// <param name="Last">When the last of them was written.</param>
/// <param name="BrokenAt">The place of the first row at which something is wrong; null when the log holds.</param>
/// <param name="Fault">What is wrong there, as the end of a sentence that begins with the row.</param>
public readonly record struct AccessLogState(long Rows, DateTimeOffset? First, DateTimeOffset? Last, long? BrokenAt = null, string? Fault = null);
