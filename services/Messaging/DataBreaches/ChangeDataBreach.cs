using Geborgen.Casework;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Messaging;

/// <summary>What every change of a data breach has in common: who may, on which version, and that it is logged with the change.</summary>
sealed class ChangeDataBreach(ServiceDb db, FamilyAccess access, IHttpContextAccessor http, TimeProvider time)
{
    /// <summary>Loads the data breach, asks it, saves it, and answers with its new state.</summary>
    /// <param name="id">The data breach.</param>
    /// <param name="change">Asks the data breach; a refusal leaves everything as it was.</param>
    /// <param name="ct">Cancels the request.</param>
    public async Task<Results<Ok<DataBreachResponse>, ProblemHttpResult>> Apply(
        Guid id, Func<DataBreach, DateTimeOffset, Refusal?> change, CancellationToken ct)
    {
        var breach = await db.Set<DataBreach>().SingleOrDefaultAsync(one => one.Id == id, ct);
        // An unknown one is judged as one of an unknown family, so that whoever tries ids leaves a trace.
        if (await access.To(breach?.FamilyId ?? id, ct) is not { } grant || breach is null)
            return Problems.NotFound();
        if (IfMatch.Version(http.HttpContext!) != breach.Version)
            return Problems.Stale();
        if (change(breach, time.GetUtcNow()) is { } refusal)
            return Problems.From(refusal);
        await access.Log(grant, breach.Concerned, ct);
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(DataBreachResponse.Of(breach));
    }
}
