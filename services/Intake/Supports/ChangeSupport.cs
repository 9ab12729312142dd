using Geborgen.Access;
using Geborgen.Casework;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Intake.Supports;

/// <summary>What every change of an offer or request has in common: who may, on which version, and that it is logged with the change.</summary>
sealed class ChangeSupport(IntakeDb db, FamilyAccess access, CurrentUser user, IHttpContextAccessor http, TimeProvider time)
{
    /// <summary>For a change that needs nothing but the offer or request.</summary>
    /// <inheritdoc cref="Apply(Municipality, Guid, Func{SupportExchange, Actor, Task{Refusal?}}, CancellationToken)"/>
    public Task<Results<Ok<SupportResponse>, ProblemHttpResult>> Apply(
        Municipality municipality, Guid id, Func<SupportExchange, Actor, Refusal?> change, CancellationToken ct) =>
        Apply(municipality, id, (exchange, by) => Task.FromResult(change(exchange, by)), ct);

    /// <summary>Loads the offer or request, asks it, saves it, and answers with its new state.</summary>
    public async Task<Results<Ok<SupportResponse>, ProblemHttpResult>> Apply(
        Municipality municipality, Guid id, Func<SupportExchange, Actor, Task<Refusal?>> change, CancellationToken ct)
    {
        if (await access.ToCollection(ct) is not { } grant
            || await db.Supports.SingleOrDefaultAsync(one => one.Id == id && one.Municipality == municipality, ct) is not { } exchange)
            return Problems.NotFound();
        // What is added to a collection names no version.
        if (IfMatch.Version(http.HttpContext!) is { } version && version != exchange.Version)
            return Problems.Stale();
        if (await change(exchange, new(user.Id, user.Organisation, grant.Role, time.GetUtcNow())) is { } refusal)
            return Problems.From(refusal);
        await access.Log(grant, [], ct);
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(SupportResponse.Of(exchange));
    }
}
