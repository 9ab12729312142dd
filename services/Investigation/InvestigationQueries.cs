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

    /// <summary>Which ages at which rights switch some persons reached.</summary>
    public static Task<List<ReachedAge>> ReachedAges(this InvestigationDb db, IEnumerable<Guid> persons, CancellationToken ct) =>
        db.Set<ReachedAge>().AsNoTracking().Where(one => persons.Contains(one.PersonId)).ToListAsync(ct);

    /// <summary>The family of what the regional team does about an emergency.</summary>
    public static IQueryable<Origin> OriginOfEmergency(this InvestigationDb db, Guid id) =>
        db.EmergencyResponses.Where(one => one.Id == id).Select(one => new Origin(one.FamilyId, null));
}
