using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Messaging;

/// <summary>The chain of the access log: how rows are sealed, and whether the stored chain still holds.</summary>
public static class AccessLogChain
{
    const int SaltSize = 16;
    const char FieldEnd = '\u001f';

    internal static readonly byte[] Start = new byte[SHA256.HashSizeInBytes];

    /// <summary>Checks every row against its content (where not erased) and against the row before.</summary>
    /// <param name="db">The service's database.</param>
    /// <param name="cancellation">Ends the check.</param>
    /// <returns>The place of the first row that was changed, inserted or follows a missing one; null when the chain holds.</returns>
    public static async Task<long?> Verify(ServiceDb db, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(db);
        var (seq, hash) = (0L, Start);
        await foreach (var row in db.Set<AccessRecord>().AsNoTracking().OrderBy(row => row.Seq).AsAsyncEnumerable().WithCancellation(cancellation))
        {
            if (row.Seq != seq + 1 || !row.PrevHash.AsSpan().SequenceEqual(hash)
                || !row.Hash.AsSpan().SequenceEqual(HashOf(row.PrevHash, row.Seq, row.Digest))
                || (row.Salt is { } salt && !row.Digest.AsSpan().SequenceEqual(DigestOf(row, salt))))
                return row.Seq;
            (seq, hash) = (row.Seq, row.Hash);
        }
        return null;
    }

    internal static AccessRecord Seal(AccessRecord row, long seq, byte[] prevHash)
    {
        var salt = RandomNumberGenerator.GetBytes(SaltSize);
        var digest = DigestOf(row, salt);
        return row with { Seq = seq, Salt = salt, Digest = digest, PrevHash = prevHash, Hash = HashOf(prevHash, seq, digest) };
    }

    static byte[] HashOf(byte[] prevHash, long seq, byte[] digest)
    {
        Span<byte> input = stackalloc byte[SHA256.HashSizeInBytes + sizeof(long) + SHA256.HashSizeInBytes];
        prevHash.CopyTo(input);
        BinaryPrimitives.WriteInt64BigEndian(input[SHA256.HashSizeInBytes..], seq);
        digest.CopyTo(input[(SHA256.HashSizeInBytes + sizeof(long))..]);
        return SHA256.HashData(input);
    }

    static byte[] DigestOf(AccessRecord row, byte[] salt)
    {
        var content = new StringBuilder(256)
            .Append(row.At.UtcTicks.ToString(CultureInfo.InvariantCulture)).Append(FieldEnd)
            .Append(row.FamilyId?.ToString("N")).Append(FieldEnd)
            .Append(row.SubjectId?.ToString("N")).Append(FieldEnd)
            .Append(AccessLogText.Of(row.Action)).Append(FieldEnd);
        foreach (var text in AccessLogText.Columns)
            content.Append(text.Of(row) is { } value ? $"{value.Length}:{value}" : "-").Append(FieldEnd);
        return SHA256.HashData([.. salt, .. Encoding.UTF8.GetBytes(content.ToString())]);
    }
}
