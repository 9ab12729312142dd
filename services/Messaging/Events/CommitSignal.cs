using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Geborgen.Messaging.Events;

/// <summary>Wakes the relay of this process when a transaction that wrote events has committed, not when it was saved.</summary>
sealed class CommitSignal : DbTransactionInterceptor, IDisposable
{
    readonly SemaphoreSlim news = new(0, 1);

    public override void TransactionCommitted(DbTransaction transaction, TransactionEndEventData eventData) =>
        Announce(eventData);

    public override Task TransactionCommittedAsync(
        DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Announce(eventData);
        return Task.CompletedTask;
    }

    public override void TransactionRolledBack(DbTransaction transaction, TransactionEndEventData eventData) =>
        Forget(eventData);

    public override Task TransactionRolledBackAsync(
        DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Forget(eventData);
        return Task.CompletedTask;
    }

    /// <summary>Waits for a commit, or until the time is over.</summary>
    internal Task<bool> Wait(TimeSpan atMost, CancellationToken ct) => news.WaitAsync(atMost, ct);

    public void Dispose() => news.Dispose();

    void Announce(TransactionEndEventData data)
    {
        if (data.Context is not ServiceDb { HasUnannouncedEvents: true } db)
            return;
        db.HasUnannouncedEvents = false;
        lock (news)
            if (news.CurrentCount == 0)
                news.Release();
    }

    static void Forget(TransactionEndEventData data)
    {
        if (data.Context is ServiceDb db)
            db.HasUnannouncedEvents = false;
    }
}
