using Geborgen.Casework;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Messaging;

/// <summary>
/// What every change of something of a family has in common: who may, on which version where the caller names one, and
/// that it is logged with the change, and that one happens after the other. What colleagues add at once waits for its turn
/// and is all kept, so that nobody has to read again first who only adds something.
/// </summary>
public sealed class Changes(ServiceDb db, FamilyAccess access, IHttpContextAccessor http, TimeProvider time)
{
    /// <summary>Decides who may, loads, asks, and saves.</summary>
    /// <returns>What was changed under which grant, or the problem to answer with.</returns>
    public async Task<(T? Changed, Grant? Grant, ProblemHttpResult? Problem)> Apply<T>(
        Guid id, IQueryable<Origin> whose, Func<T, DateTimeOffset, Task<Refusal?>> change,
        Func<T, Task<IEnumerable<Guid>>> concerned, CancellationToken ct, Guid? other = null) where T : Aggregate
    {
        ArgumentNullException.ThrowIfNull(change);
        ArgumentNullException.ThrowIfNull(concerned);
        if (await access.To(id, whose, ct) is not { } grant)
            return (null, null, Problems.NotFound());
        // With an Idempotency-Key there is a transaction already.
        await using var own = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(ct) : null;
        Guid[] families = other is { } second ? [grant.FamilyId!.Value, second] : [grant.FamilyId!.Value];
        foreach (var family in families.Order())
            await db.HoldFamilyAsync(family, ct);
        await db.LockAsync<T>(id, ct);
        var changed = await db.Set<T>().SingleAsync(one => one.Id == id, ct);
        if (http.HttpContext!.Request.Headers.IfMatch.Count > 0 && IfMatch.Version(http.HttpContext) != changed.Version)
            return (null, null, Problems.Stale());
        if (await change(changed, time.GetUtcNow()) is { } refusal)
            return (null, null, Problems.From(refusal));
        await access.Log(grant, await concerned(changed), ct);
        await db.SaveChangesAsync(ct);
        if (own is not null)
            await own.CommitAsync(ct);
        return (changed, grant, null);
    }
}
