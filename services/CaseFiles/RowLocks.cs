using System.Runtime.CompilerServices;
using Geborgen.Casework;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Geborgen.CaseFiles;

/// <summary>Lets those who change one thing at once wait for each other.</summary>
public static class RowLocks
{
    /// <summary>Holds an aggregate until the current transaction ends; whoever holds it now is waited for.</summary>
    public static Task LockAsync<T>(this CaseFileDb db, Guid id, CancellationToken ct) where T : Aggregate
    {
        InTransaction(db);
        var table = db.Model.FindEntityType(typeof(T))!.GetTableName();
        return db.Database.ExecuteSqlAsync(FormattableStringFactory.Create($"select 1 from {table} where id = {{0}} for update", id), ct);
    }

    /// <summary>Holds something that may have no row yet until the current transaction ends; whoever holds it now is waited for.</summary>
    public static Task LockAsync(this CaseFileDb db, Guid id, CancellationToken ct)
    {
        InTransaction(db);
        return db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({id.ToString()}, 0))", ct);
    }

    /// <summary>Whether something is held now.</summary>
    internal static bool HoldsAnything(this CaseFileDb db) => db.HeldIn is { } held && held == db.Database.CurrentTransaction;

    /// <summary>A lock outside a transaction is gone before anything is done under it.</summary>
    static void InTransaction(CaseFileDb db)
    {
        ArgumentNullException.ThrowIfNull(db);
        db.HeldIn = db.Database.CurrentTransaction
            ?? throw new InvalidOperationException("What is held is held until the transaction ends, and there is none.");
    }
}

/// <summary>
/// Nobody calls another service while the request holds something: whoever waits for it would wait for the other service too, and
/// one that is slow would stop a family's file. What is needed is read first, and compared once it is held.
/// </summary>
sealed class NothingHeld(IHttpContextAccessor http) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        http.HttpContext?.RequestServices.GetService<CaseFileDb>()?.HoldsAnything() == true
            ? throw new InvalidOperationException("Another service is called while something is held.")
            : base.SendAsync(request, cancellationToken);
}
