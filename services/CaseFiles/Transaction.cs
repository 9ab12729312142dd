using Microsoft.EntityFrameworkCore.Storage;

namespace Geborgen.CaseFiles;

/// <summary>The transaction of a command. With an <c>Idempotency-Key</c> there is one already, which also keeps the answer and ends after it.</summary>
sealed class Transaction : IAsyncDisposable
{
    readonly IDbContextTransaction? own;

    Transaction(IDbContextTransaction? own) => this.own = own;

    public static async Task<Transaction> Of(CaseFileDb db, CancellationToken ct) =>
        new(db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(ct) : null);

    public Task Commit(CancellationToken ct) => own?.CommitAsync(ct) ?? Task.CompletedTask;

    public ValueTask DisposeAsync() => own?.DisposeAsync() ?? ValueTask.CompletedTask;
}
