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
    // Two colleagues and a clock may meet on one emergency; more at once than this is a fault.
    const int Attempts = 5;

    /// <summary>
    /// Loads the emergency, asks it, saves it, and answers with its new state. What is added without naming a version is
    /// added to whatever the emergency became meanwhile, so that in danger nobody has to read again first.
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
        var read = IfMatch.Version(http.HttpContext!);
        var persons = await db.PersonsOf(familyId, ct);
        for (var attempt = 1; ; attempt++)
            try
            {
                var emergency = await db.Emergencies.SingleAsync(one => one.Id == id, ct);
                if (read is not null && read != emergency.Version)
                    return Problems.Stale();
                if (change(emergency, time.GetUtcNow()) is { } refusal)
                    return Problems.From(refusal);
                await access.Log(grant, persons, ct);
                await db.SaveChangesAsync(ct);
                return TypedResults.Ok(EmergencyResponse.Of(emergency));
            }
            catch (StaleException) when (read is null && attempt < Attempts)
            {
                db.ChangeTracker.Clear();
            }
    }
}
