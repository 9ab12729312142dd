using System.Runtime.CompilerServices;
using Geborgen.Casework;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Geborgen.CaseFiles;

/// <summary>Lets those who change one thing at once wait for each other.</summary>
public static class RowLocks
{
    /// <summary>Holds an aggregate until the current transaction ends, and loads it as whoever held it before left it.</summary>
    public static Task<T> TakeAsync<T>(this CaseFileDb db, Guid id, CancellationToken ct) where T : Versioned => db.Held<T>(id).SingleAsync(ct);

    /// <summary>Holds an aggregate and loads it, unless whoever held it before took it out of sight.</summary>
    internal static Task<T?> TakeIfThereAsync<T>(this CaseFileDb db, Guid id, CancellationToken ct) where T : Versioned => db.Held<T>(id).SingleOrDefaultAsync(ct);

    static IQueryable<T> Held<T>(this CaseFileDb db, Guid id) where T : Versioned
    {
        ArgumentNullException.ThrowIfNull(db);
        db.HoldsNow();
        var table = db.Model.FindEntityType(typeof(T))!.GetTableName();
        return db.Set<T>().FromSql(FormattableStringFactory.Create($"select * from {table} where id = {{0}} for update", id));
    }

    /// <summary>Holds something that may have no row yet until the current transaction ends; whoever holds it now is waited for.</summary>
    public static Task LockAsync(this CaseFileDb db, Guid id, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        db.HoldsNow();
        return db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({id.ToString()}, 0))", ct);
    }
}

/// <summary>
/// Nobody calls another service while the request holds something: whoever waits for it would wait for the other service too, and
/// one that is slow would stop a family's file. What is needed is read first, and compared once it is held.
/// </summary>
sealed class NothingHeld(IHttpContextAccessor http) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        http.HttpContext?.RequestServices.GetService<CaseFileDb>()?.HoldsAnything == true
            ? throw new InvalidOperationException("Another service is called while something is held.")
            : base.SendAsync(request, cancellationToken);
}
