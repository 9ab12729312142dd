using Microsoft.EntityFrameworkCore;

namespace Geborgen.CaseFiles;

/// <summary>A request that was carried out once, with its answer for those who ask again.</summary>
sealed class StoredAnswer
{
    /// <summary>SHA-256 of client, user, method, path and key.</summary>
    public required byte[] Scope { get; init; }

    /// <summary>Version of the key that encrypted the answer.</summary>
    public int KeyId { get; init; }

    /// <summary>The encrypted answer; null while the request is being carried out, which nobody outside its transaction sees.</summary>
    public byte[]? Answer { get; init; }

    public DateTimeOffset ExpiresAt { get; init; }
}

static class IdempotencyMapping
{
    internal static void MapIdempotency(this ModelBuilder model) => model.Entity<StoredAnswer>(answer =>
    {
        answer.ToTable("stored_answers");
        answer.HasKey(a => a.Scope);
        answer.HasIndex(a => a.ExpiresAt);
    });
}
