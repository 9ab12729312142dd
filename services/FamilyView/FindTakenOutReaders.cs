using Geborgen.Access;
using Geborgen.Contracts.Casework;
using Geborgen.Contracts.Intake;
using Geborgen.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.FamilyView;

/// <summary>
/// Finds in the access log of the family who had read of a person who was taken out, since that was last looked at. Where nobody did,
/// nothing is recorded.
/// </summary>
static class FindTakenOutReaders
{
    /// <summary>Saves what was found in the transaction of the caller.</summary>
    public static async Task Of(FamilyViewDb db, PersonTakenOut gone, DateTimeOffset now, CancellationToken ct)
    {
        var since = await db.TakenOutReaders.Where(one => one.FamilyId == gone.FamilyId && one.PersonId == gone.PersonId)
            .MaxAsync(one => (DateTimeOffset?)one.FoundAt, ct) ?? DateTimeOffset.MinValue;
        var readers = await db.Set<AccessRecord>().AsNoTracking()
            .Where(row => row.FamilyId == gone.FamilyId && row.SubjectId == gone.PersonId && row.At > since
                && row.Action != AccessAction.Denied && row.Account != null
                && row.Role != Roles.MunicipalSystem && row.Role != Roles.Instance)
            .GroupBy(row => new { row.Account, row.Organisation })
            .Select(rows => new TakenOutReader(rows.Key.Account!, rows.Key.Organisation, rows.Max(row => row.At)))
            .ToListAsync(ct);
        if (readers.Count == 0)
            return;
        db.Add(TakenOutReaders.Record(gone.FamilyId, new(gone.Municipality), gone.PersonId, readers, now));
        await db.SaveChangesAsync(ct);
    }
}
