using System.Text.Json;
using Geborgen.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Geborgen.CaseFiles;

/// <summary>
/// Keeps what was carried out under a key. The key is taken at the start of the transaction in which the use case runs and what it
/// made is stored at its end, so that after a crash there is either all of it or nothing. Whoever comes with the same
/// key in the meantime waits for that transaction.
/// </summary>
sealed class AnswerStore(CaseFileDb db, KeyRing keys, TimeProvider clock)
{
    /// <summary>How long an answer is kept.</summary>
    internal static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    const string Purpose = "idempotency";

    internal async Task<Reservation> Reserve(byte[] scope, CancellationToken cancellation)
    {
        var transaction = await db.Database.BeginTransactionAsync(cancellation);
        try
        {
            if (await Take(scope, transaction, cancellation))
                return new Reservation(this, scope, transaction);
            var stored = await db.Set<StoredAnswer>().AsNoTracking().SingleAsync(answer => answer.Scope == scope, cancellation);
            var plain = keys.Unprotect(Purpose, new Protected(stored.KeyId, stored.Answer!));
            return new Reservation(this, scope, transaction) { First = JsonSerializer.Deserialize<CarriedOut>(plain) };
        }
        catch (PostgresException waited) when (waited.SqlState == PostgresErrorCodes.LockNotAvailable)
        {
            return new Reservation(this, scope, transaction) { TookTooLong = true };
        }
        catch
        {
            await transaction.DisposeAsync();
            throw;
        }
    }

    /// <summary>Takes a key that is new or expired. Otherwise its row is locked, so that it is not cleaned away before it is read.</summary>
    async Task<bool> Take(byte[] scope, IDbContextTransaction transaction, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        await using var batch = new NpgsqlBatch((NpgsqlConnection)db.Database.GetDbConnection(), (NpgsqlTransaction)transaction.GetDbTransaction())
        {
            BatchCommands =
            {
                new("set local lock_timeout = '5s'"),
                new("""
                    insert into stored_answers as held (scope, key_id, expires_at) values ($1, 0, $2)
                    on conflict (scope) do update set expires_at = excluded.expires_at, answer = null where held.expires_at <= $3
                    returning scope
                    """)
                {
                    Parameters = { new() { Value = scope }, new() { Value = now + Kept }, new() { Value = now } },
                },
                new("set local lock_timeout = default"),
            },
        };
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        return await reader.ReadAsync(cancellation);
    }

    async Task Store(byte[] scope, CarriedOut answer, CancellationToken cancellation)
    {
        var stored = keys.Protect(Purpose, JsonSerializer.SerializeToUtf8Bytes(answer));
        await db.Set<StoredAnswer>().Where(row => row.Scope == scope).ExecuteUpdateAsync(set => set
            .SetProperty(row => row.KeyId, stored.KeyId)
            .SetProperty(row => row.Answer, stored.Bytes), cancellation);
    }

    /// <summary>A key that was taken or found. Undone unless completed.</summary>
    internal sealed class Reservation(AnswerStore store, byte[] scope, IDbContextTransaction transaction) : IAsyncDisposable
    {
        /// <summary>The first request; null when this is the first.</summary>
        internal CarriedOut? First { get; init; }

        /// <summary>The first request still runs after five seconds.</summary>
        internal bool TookTooLong { get; init; }

        /// <summary>Stores what was made and commits everything that the use case did.</summary>
        internal async Task Complete(CarriedOut answer, CancellationToken cancellation)
        {
            await store.Store(scope, answer, cancellation);
            await transaction.CommitAsync(cancellation);
        }

        public ValueTask DisposeAsync() => transaction.DisposeAsync();
    }
}
