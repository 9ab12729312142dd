using Geborgen.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Access;

/// <summary>Pages of this service's own access log.</summary>
public static class AccessLogPages
{
    /// <summary>Reads a page about a family. Who reads logs it: <see cref="FamilyAccess.Log"/>.</summary>
    /// <returns>The newest rows before that place; <see cref="Page{T}.Next"/> is the cursor of the last one's <see cref="AccessLogRow.Seq"/>.</returns>
    public static async Task<Page<AccessLogRow>> ReadAccessLog(
        this AccessDb db, AccessPolicy policy, Guid familyId, long before, int size, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(policy);
        var rows = await db.Set<AccessRecord>().AsNoTracking()
            .Where(row => row.FamilyId == familyId && row.Seq < before)
            .OrderByDescending(row => row.Seq).Take(size + 1).ToListAsync(cancellation);
        var shown = rows.Take(size).ToList();
        return new Page<AccessLogRow>(
            [.. shown.Select(row => new AccessLogRow(
                row.Seq, row.At, row.SubjectId, row.Account, row.Client, row.Organisation, row.Role, row.Relation, row.Resource,
                row.Action, row.Reason, row.Activity, row.LegalBasis is { } basis ? policy.LegalBases.GetValueOrDefault(basis, basis) : null))],
            rows.Count > size ? Cursor.Encode(shown[^1].Seq) : null);
    }
}
