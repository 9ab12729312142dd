using Geborgen.CaseFiles;
using Geborgen.Casework;
using Geborgen.Contracts.Intake;
using Geborgen.Messaging;
using Geborgen.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Investigation.Investigations;

/// <summary>
/// Opens the investigation that triage at Intake asked for, once, however often that is told. It concerns nobody who turned out
/// since to have been recorded in error.
/// </summary>
public sealed class OnInvestigationRequested(InvestigationDb db, OrganisationRegistry registry, TimeLimits limits, TimeProvider time)
    : IReacts<InvestigationRequested>
{
    /// <inheritdoc/>
    public async Task On(InvestigationRequested said, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(said);
        await db.HoldFamilyAsync(said.FamilyId, ct);
        if (await db.Investigations.AnyAsync(one => one.RequestId == said.RequestId, ct))
            return;
        var gone = await db.Set<MemberRow>().Where(one => one.FamilyId == said.FamilyId && one.TakenOut).Select(one => one.PersonId).ToListAsync(ct);
        var municipality = new Municipality(said.Municipality);
        db.Add(Investigation.Open(
            new(said.RequestId, said.FamilyId, municipality, said.At, Left(said.Children), Left(said.Parents), Left(said.Adults ?? [])),
            registry.Current.RegionalOnDuty(municipality), limits.For(Investigation.Term, said.At), time.GetUtcNow()));

        List<Guid> Left(IEnumerable<Guid> persons) => [.. persons.Except(gone)];
    }
}
