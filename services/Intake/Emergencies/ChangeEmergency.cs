using Geborgen.Casework;
using Geborgen.Messaging;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Intake.Emergencies;

/// <summary>
/// What every change of an emergency has in common: who may, on which version where the caller names one, and that it is
/// logged with the change.
/// </summary>
sealed class ChangeEmergency(IntakeDb db, FamilyAccess access, IHttpContextAccessor http, TimeProvider time)
{
    /// <summary>
    /// Loads the emergency, asks it, saves it, and answers with its new state. What colleagues record at once
    /// waits for its turn and is all kept, so that in danger nobody has to read again first.
    /// </summary>
    /// <param name="id">The emergency.</param>
    /// <param name="change">Asks the emergency; a refusal leaves everything as it was.</param>
    /// <param name="ct">Cancels the request.</param>
    public async Task<Results<Ok<EmergencyResponse>, ProblemHttpResult>> Apply(
        Guid id, Func<Emergency, DateTimeOffset, Refusal?> change, CancellationToken ct)
    {
        var familyId = await db.Emergencies.Where(one => one.Id == id).Select(one => one.FamilyId).SingleOrDefaultAsync(ct);
        // An unknown emergency is judged as one of an unknown family, so that whoever tries ids leaves a trace.
        if (await access.To(familyId == default ? id : familyId, ct) is not { } grant || familyId == default)
            return Problems.NotFound();
        // With an Idempotency-Key there is a transaction already.
        await using var own = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(ct) : null;
        await db.Database.ExecuteSqlAsync($"select 1 from emergencies where id = {id} for update", ct);
        var emergency = await db.Emergencies.SingleAsync(one => one.Id == id, ct);
        if (IfMatch.Version(http.HttpContext!) is { } read && read != emergency.Version)
            return Problems.Stale();
        if (change(emergency, time.GetUtcNow()) is { } refusal)
            return Problems.From(refusal);
        await access.Log(grant, await db.PersonsOf(familyId, ct), ct);
        await db.SaveChangesAsync(ct);
        if (own is not null)
            await own.CommitAsync(ct);
        return TypedResults.Ok(EmergencyResponse.Of(emergency));
    }
}
