using Geborgen.Access;
using Geborgen.Casework;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.CaseFiles;

/// <summary>
/// Case files of a service that follows who belongs to which family (<see cref="Members"/>): whoever belongs to the family now may know
/// that they are there. A service of which less may be known says so itself.
/// </summary>
/// <typeparam name="T">The file.</typeparam>
/// <typeparam name="TShown">A file as a worker reads it.</typeparam>
/// <typeparam name="TOwn">A file as a member of the family reads it.</typeparam>
public abstract class FilesOfFamily<T, TShown, TOwn>(CaseFileDb db, IntakeClient intake) : FilesBesideIntake<T, TShown, TOwn>(intake) where T : CaseFile
{
    /// <inheritdoc/>
    public override IQueryable<Origin> WhoseIs(Guid id) => db.Set<T>().Where(one => one.Id == id).Select(one => new Origin(one.FamilyId, null));

    /// <inheritdoc/>
    public override Task<FamilyRecords> RecordsOf(T file, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(file);
        return db.RecordsOf(file.FamilyId, ct);
    }

    /// <inheritdoc/>
    public override async Task<IQueryable<T>> KnownTo(string account, DateTimeOffset now, CancellationToken ct)
    {
        var own = await db.FilesOf(await db.AloneBehind(account, WorkingDays.DateOf(now)).Select(login => login.FamilyId).ToListAsync(ct), ct);
        // Ids are made in the order of time.
        return db.Set<T>().Where(one => own.Contains(one.FamilyId)).OrderByDescending(one => one.Id);
    }

    /// <inheritdoc/>
    public override async Task<Guid?> MemberBehind(string account, T file, DateTimeOffset now, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(file);
        var inUse = await db.FileInUse(file.FamilyId, ct);
        var member = await db.AloneBehind(account, WorkingDays.DateOf(now)).Where(login => login.FamilyId == inUse)
            .Select(login => (Guid?)login.PersonId).SingleOrDefaultAsync(ct);
        // Of a file that went into another, who was registered in both is whom it knows.
        return inUse == file.FamilyId ? member : await db.Set<JoinedMemberRow>()
            .Where(one => one.FamilyId == inUse && !one.Undone && one.MemberId == member && db.Set<MemberRow>().Any(known => known.FamilyId == file.FamilyId && known.PersonId == one.PersonId))
            .Select(one => (Guid?)one.PersonId).FirstOrDefaultAsync(ct) ?? member;
    }
}
