using Geborgen.Access;
using Geborgen.Casework;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Geborgen.CaseFiles;

/// <summary>
/// Records what is taken out of sight as a data breach, with those who had read it as this service's access log says and
/// those of the family with whom it was shared.
/// The caller takes it out and saves both in one transaction.
/// </summary>
public sealed class DataBreaches(CaseFileDb db, IHttpContextAccessor http, TimeLimits limits, TimeProvider time)
{
    // Who writes something down may have a clock that runs a little ahead of ours.
    static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(2);

    /// <summary>
    /// Records that a statement was taken out. Readers are all who opened this kind of file of the family since the
    /// statement can have stood there; who wrote it down is no reader, nor is a system, which sees no words.
    /// </summary>
    public Task<Refusal?> Record(RemovedItem removed, Statement statement, string files, DateTimeOffset since, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(removed);
        ArgumentNullException.ThrowIfNull(statement);
        var said = statement.StatedAt - ClockTolerance;
        var from = said > since ? said : since;
        return Record(removed, rows => rows.Where(row => row.FamilyId == removed.FamilyId && row.At >= from
            && EF.Functions.Like(row.Resource!, files + "%") && row.Action != AccessAction.List && row.Account != statement.WrittenBy),
            statement.SharedWith.Select(sharing => new BreachReader(null, null, sharing.SharedAt, sharing.PersonId)), ct);
    }

    /// <summary>
    /// Records that a person was taken out. Readers are all to whom data of that person was shown from the files of this family; who reads
    /// the file of another family has read what that one knows.
    /// </summary>
    public Task<Refusal?> Record(RemovedItem removed, IReadOnlyCollection<Guid> files, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(removed);
        return Record(removed, rows => rows.Where(row => files.Contains(row.FamilyId!.Value) && removed.Concerned.Contains(row.SubjectId!.Value)), [], ct);
    }

    /// <summary>
    /// Records that something was taken out with all its words, where somebody of the family or of another organisation knows of it: what only
    /// colleagues read who keep the file went nowhere. Readers are all who opened these kinds of files of the family since then.
    /// </summary>
    /// <param name="removed">What was taken out.</param>
    /// <param name="told">Those of the family who know of it.</param>
    /// <param name="files">What the resources are called that show it, up to the point.</param>
    /// <param name="since">Since when it stood there.</param>
    /// <param name="by">Who took it out.</param>
    /// <param name="ct">Cancels it.</param>
    public async Task<Refusal?> RecordIfKnownOutside(
        RemovedItem removed, IReadOnlyCollection<BreachReader> told, string[] files, DateTimeOffset since, Actor by, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(removed);
        ArgumentNullException.ThrowIfNull(told);
        if (removed.DiscoveredAt > by.Now)
            return BreachRefusals.DiscoveredInFuture;
        var patterns = Array.ConvertAll(files, file => $"{file}.%");
        IQueryable<AccessRecord> Shown(IQueryable<AccessRecord> rows) => rows.Where(row => row.FamilyId == removed.FamilyId && row.At >= since
            && patterns.Any(pattern => EF.Functions.Like(row.Resource!, pattern)) && row.Action != AccessAction.List);
        return told.Count == 0 && !await Shown(Readings(by.Account)).AnyAsync(row => row.Organisation != by.Organisation, ct)
            ? null : await Record(removed, Shown, told, ct);
    }

    // A system sees no words, and who took it out knows.
    IQueryable<AccessRecord> Readings(string by) => db.Set<AccessRecord>().AsNoTracking()
        .Where(row => row.Action != AccessAction.Denied && row.Account != null && row.Account != by
            && row.Role != Roles.MunicipalSystem && row.Role != Roles.Instance);

    async Task<Refusal?> Record(
        RemovedItem removed, Func<IQueryable<AccessRecord>, IQueryable<AccessRecord>> shown, IEnumerable<BreachReader> told, CancellationToken ct)
    {
        var by = http.HttpContext?.RequestServices.GetRequiredService<CurrentUser>().Id ?? "";
        var readers = await shown(Readings(by))
            .GroupBy(row => new { row.Account, row.Organisation })
            .Select(rows => new BreachReader(rows.Key.Account!, rows.Key.Organisation, rows.Max(row => row.At), null))
            .ToListAsync(ct);
        var now = time.GetUtcNow();
        var (breach, refusal) = DataBreach.Record(removed, [.. readers, .. told], by, limits.For(DataBreach.NotificationTerm, now), now);
        if (breach is not null)
            db.Add(breach);
        return refusal;
    }
}
