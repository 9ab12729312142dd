using System.Runtime.CompilerServices;
using Geborgen.Casework;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Messaging;

/// <summary>Lets those who change one thing at once wait for each other.</summary>
public static class RowLocks
{
    /// <summary>Holds an aggregate until the current transaction ends; whoever holds it now is waited for.</summary>
    public static Task LockAsync<T>(this ServiceDb db, Guid id, CancellationToken ct) where T : Aggregate
    {
        InTransaction(db);
        var table = db.Model.FindEntityType(typeof(T))!.GetTableName();
        return db.Database.ExecuteSqlAsync(FormattableStringFactory.Create($"select 1 from {table} where id = {{0}} for update", id), ct);
    }

    /// <summary>Holds something that may have no row yet until the current transaction ends; whoever holds it now is waited for.</summary>
    public static Task LockAsync(this ServiceDb db, Guid id, CancellationToken ct)
    {
        InTransaction(db);
        return db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({id.ToString()}, 0))", ct);
    }

    /// <summary>A lock outside a transaction is gone before anything is done under it.</summary>
    static void InTransaction(ServiceDb db)
    {
        ArgumentNullException.ThrowIfNull(db);
        if (db.Database.CurrentTransaction is null)
            throw new InvalidOperationException("What is held is held until the transaction ends, and there is none.");
    }
}
