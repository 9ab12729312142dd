using Geborgen.CaseFiles;
using Geborgen.Casework;
using Geborgen.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Intake.Families;

/// <summary>Gives families back to their team when the account of who worked with them ends.</summary>
sealed class EndKeyWorkersOfEndedAccounts(IServiceScopeFactory scopes, TimeProvider clock, ILogger<EndKeyWorkersOfEndedAccounts> log)
    : EndedAccounts<IntakeDb>(scopes, clock, log, Worker.LocalTeam, Worker.RegionalTeam)
{
    /// <inheritdoc/>
    protected override async Task End(IServiceProvider services, IntakeDb db, Guid familyId, Worker worker, DateTimeOffset now, CancellationToken ct)
    {
        var family = await db.Families.SingleAsync(one => one.Id == familyId, ct);
        family.AccountEnded(
            worker, services.GetRequiredService<OrganisationRegistry>().Current.IntakeOnDuty(family.Municipality),
            services.GetRequiredService<TimeLimits>().For(Family.KeyWorkerAssignmentTerm, now), now);
        await FamilyFiles.Follow(db, family, now, ct);
    }
}
