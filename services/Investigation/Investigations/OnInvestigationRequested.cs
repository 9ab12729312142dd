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
public sealed class OnInvestigationRequested(OrganisationRegistry registry, TimeLimits limits, TimeProvider time)
    : IProjection<InvestigationDb>
{
    /// <summary>Its name in the inbox.</summary>
    public const string Name = "on-investigation-requested";

    /// <inheritdoc/>
    public static IReadOnlyList<Type> Handles { get; } = [typeof(InvestigationRequested)];

    /// <inheritdoc/>
    public static IReadOnlyList<string> Sources { get; } = ["intake"];

    /// <inheritdoc/>
    public async Task Apply(InvestigationDb db, IReadOnlyList<ReceivedEvent> events, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        var requests = events.Select(one => one.Event).OfType<InvestigationRequested>().DistinctBy(one => one.RequestId).ToList();
        var asked = requests.ConvertAll(one => one.RequestId);
        var opened = await db.Investigations.Where(one => asked.Contains(one.RequestId)).Select(one => one.RequestId).ToListAsync(ct);
        var families = requests.Select(one => one.FamilyId).Distinct().Order().ToList();
        foreach (var family in families)
            await db.LockAsync(family, ct);
        var gone = (await db.Set<MemberRow>().Where(one => families.Contains(one.FamilyId) && one.TakenOut)
            .Select(one => new { one.FamilyId, one.PersonId }).ToListAsync(ct)).Select(one => (one.FamilyId, one.PersonId)).ToHashSet();
        var now = time.GetUtcNow();
        foreach (var request in requests.Where(one => !opened.Contains(one.RequestId)))
        {
            var municipality = new Municipality(request.Municipality);
            db.Add(Investigation.Open(
                new(request.RequestId, request.FamilyId, municipality, request.At, Left(request.Children), Left(request.Parents), Left(request.Adults ?? [])),
                registry.Current.RegionalOnDuty(municipality), limits.For(Investigation.Term, request.At), now));

            List<Guid> Left(IEnumerable<Guid> persons) => [.. persons.Where(person => !gone.Contains((request.FamilyId, person)))];
        }
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Does nothing: what was opened stays, and what is told again opens nothing twice.</summary>
    public Task Empty(InvestigationDb db, CancellationToken ct) => Task.CompletedTask;
}
