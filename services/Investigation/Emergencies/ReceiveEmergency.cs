using Geborgen.CaseFiles;
using Geborgen.Casework;
using Geborgen.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Investigation.Emergencies;

/// <summary>
/// What every way by which an emergency arrives has in common: over the bus or by a direct call, whichever is first, it
/// is received once.
/// </summary>
public sealed class ReceiveEmergency(InvestigationDb db, OrganisationRegistry registry, TimeLimits limits, TimeProvider time)
{
    /// <summary>The response to an emergency, made when there is none. Runs in the current transaction; the caller saves.</summary>
    public async Task<EmergencyResponse> Once(RaisedEmergency emergency, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(emergency);
        // Both ways may come at the same instant; the second waits here and then finds the first one's response.
        await db.LockAsync(emergency.EmergencyId, ct);
        var response = db.EmergencyResponses.Local.FirstOrDefault(one => one.EmergencyId == emergency.EmergencyId)
            ?? await db.EmergencyResponses.IgnoreQueryFilters().SingleOrDefaultAsync(one => one.EmergencyId == emergency.EmergencyId, ct);
        if (response is null)
            db.Add(response = EmergencyResponse.Receive(
                emergency, registry.Current.RegionalOnDuty(emergency.Municipality),
                limits.For(EmergencyResponse.FollowUpTerm, emergency.RaisedAt), time.GetUtcNow()));
        response.Complete(emergency);
        return response;
    }
}
