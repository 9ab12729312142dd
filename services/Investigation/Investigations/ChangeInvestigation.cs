using Geborgen.Casework;
using Geborgen.Messaging;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Investigation.Investigations;

/// <summary>What every change of an investigation has in common: who may, on which version, and that it is logged with the change.</summary>
sealed class ChangeInvestigation(InvestigationDb db, FamilyAccess access, IHttpContextAccessor http, TimeProvider time)
{
    /// <summary>For a change that needs nothing but the investigation.</summary>
    /// <inheritdoc cref="Apply(Guid, Func{Investigation, DateTimeOffset, Task{Refusal?}}, CancellationToken)"/>
    public Task<Results<Ok<InvestigationResponse>, ProblemHttpResult>> Apply(
        Guid id, Func<Investigation, DateTimeOffset, Refusal?> change, CancellationToken ct) =>
        Apply(id, (investigation, now) => Task.FromResult(change(investigation, now)), ct);

    /// <summary>Loads the investigation, asks it, saves it, and answers with its new state.</summary>
    /// <param name="id">The investigation.</param>
    /// <param name="change">Asks the investigation; a refusal leaves everything as it was.</param>
    /// <param name="ct">Cancels the request.</param>
    public async Task<Results<Ok<InvestigationResponse>, ProblemHttpResult>> Apply(
        Guid id, Func<Investigation, DateTimeOffset, Task<Refusal?>> change, CancellationToken ct)
    {
        var investigation = await db.Investigations.SingleOrDefaultAsync(one => one.Id == id, ct);
        // An unknown one is judged as one of an unknown family, so that whoever tries ids leaves a trace.
        if (await access.To(investigation?.FamilyId ?? id, ct) is not { } grant || investigation is null)
            return Problems.NotFound();
        // What only adds something need not say on which version; who says it anyway is held to it.
        if (http.HttpContext!.Request.Headers.IfMatch.Count > 0 && IfMatch.Version(http.HttpContext) != investigation.Version)
            return Problems.Stale();
        if (await change(investigation, time.GetUtcNow()) is { } refusal)
            return Problems.From(refusal);
        await access.Log(grant, investigation.Concerned, ct);
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(InvestigationResponse.Of(investigation));
    }
}
