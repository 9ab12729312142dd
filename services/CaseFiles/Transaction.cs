using Microsoft.EntityFrameworkCore.Storage;

namespace Geborgen.CaseFiles;

/// <summary>The transaction of a command. With an <c>Idempotency-Key</c> there is one already, which also keeps the answer and ends after it.</summary>
sealed class Transaction : IAsyncDisposable
{
    const string Begun = "begun";

    readonly CaseFileDb db;
    IDbContextTransaction? own;

    Transaction(CaseFileDb db, IDbContextTransaction? own) => (this.db, this.own) = (db, own);

    /// <param name="db">The database.</param>
    /// <param name="undoable">Whether the command may have to begin again with nothing held.</param>
    /// <param name="ct">Cancels it.</param>
    public static async Task<Transaction> Of(CaseFileDb db, bool undoable, CancellationToken ct)
    {
        if (db.Database.CurrentTransaction is not { } outer)
            return new(db, await db.Database.BeginTransactionAsync(ct));
        if (undoable)
            await outer.CreateSavepointAsync(Begun, ct);
        return new(db, null);
    }

    /// <summary>Undoes what the command did so far and lets go what it holds.</summary>
    public async Task Undo(CancellationToken ct)
    {
        if (own is null)
            await db.Database.CurrentTransaction!.RollbackToSavepointAsync(Begun, ct);
        else
        {
            await own.DisposeAsync();
            own = await db.Database.BeginTransactionAsync(ct);
        }
        db.HoldsNothing();
    }

    public Task Commit(CancellationToken ct) => own?.CommitAsync(ct) ?? Task.CompletedTask;

    public ValueTask DisposeAsync() => own?.DisposeAsync() ?? ValueTask.CompletedTask;
}
