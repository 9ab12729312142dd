using Geborgen.CaseFiles;
using Geborgen.Casework;
using Geborgen.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Investigation.Investigations;

/// <summary>Gives investigations back to their team when the account of who did them ends.</summary>
sealed class EndInvestigatorsOfEndedAccounts(IServiceScopeFactory scopes, TimeProvider clock, ILogger<EndInvestigatorsOfEndedAccounts> log)
    : EndedAccounts<InvestigationDb>(scopes, clock, log, Worker.RegionalTeam)
{
    /// <inheritdoc/>
    protected override async Task End(IServiceProvider services, InvestigationDb db, Guid familyId, Worker worker, DateTimeOffset now, CancellationToken ct)
    {
        var (registry, limits) = (services.GetRequiredService<OrganisationRegistry>(), services.GetRequiredService<TimeLimits>());
        foreach (var investigation in await db.Investigations.Where(one => one.FamilyId == familyId).ToListAsync(ct))
            investigation.AccountEnded(
                worker, registry.Current.RegionalOnDuty(investigation.Municipality), limits.For(Investigation.InvestigatorTerm, now), now);
    }
}
