using Geborgen.Access;
using Geborgen.CaseFiles;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Investigation;

/// <summary>Questions that several use cases ask of what Investigation keeps.</summary>
static class InvestigationQueries
{
    /// <summary>The family of an investigation.</summary>
    public static IQueryable<Origin> OriginOfInvestigation(this InvestigationDb db, Guid id) =>
        db.Investigations.Where(one => one.Id == id).Select(one => new Origin(one.FamilyId, null));

    /// <summary>Those of some persons who are sixteen or older.</summary>
    public static async Task<IReadOnlySet<Guid>> FromSixteen(this InvestigationDb db, IEnumerable<Guid> persons, CancellationToken ct) =>
        await db.Set<ReachedAge>().Where(one => persons.Contains(one.PersonId) && one.Age >= ReachedAge.DecidesAlone)
            .Select(one => one.PersonId).ToHashSetAsync(ct);

    /// <summary>The family of what the regional team does about an emergency.</summary>
    public static IQueryable<Origin> OriginOfEmergency(this InvestigationDb db, Guid id) =>
        db.EmergencyResponses.Where(one => one.Id == id).Select(one => new Origin(one.FamilyId, null));
}
