using Geborgen.Casework;
using Geborgen.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.CaseFiles;

/// <summary>Who belongs to the families of a service, as Intake says.</summary>
public static class Members
{
    /// <summary>Follows who belongs to which family.</summary>
    public static MessagingBuilder<TDb> FollowsMembers<TDb>(this MessagingBuilder<TDb> messaging) where TDb : CaseFileDb
    {
        ArgumentNullException.ThrowIfNull(messaging);
        return messaging.Projects<MembersProjection<TDb>>("members");
    }

    /// <summary>Maps where that is kept.</summary>
    public static void MapMembers(this ModelBuilder model)
    {
        ArgumentNullException.ThrowIfNull(model);
        model.Entity<MemberRow>(member =>
        {
            member.ToTable("family_members");
            member.HasKey(one => new { one.PersonId, one.FamilyId });
            member.HasIndex(one => one.FamilyId);
        });
        model.Entity<MemberRoleRow>(role =>
        {
            role.ToTable("family_member_roles");
            role.HasKey(one => new { one.FamilyId, one.PersonId });
        });
        model.Entity<MemberLoginRow>(login =>
        {
            login.ToTable("member_logins");
            login.HasKey(one => new { one.FamilyId, one.PersonId });
            login.HasIndex(one => one.Account);
        });
        model.Entity<AuthorityRow>(authority =>
        {
            authority.ToTable("authorities");
            authority.HasKey(one => new { one.FamilyId, one.ChildId, one.ParentId });
        });
        model.Entity<JoinedFileRow>(joined =>
        {
            joined.ToTable("joined_files");
            joined.HasKey(one => new { one.OtherFamilyId, one.FamilyId });
            joined.HasIndex(one => one.FamilyId);
        });
        model.Entity<OnceRecorded>(once =>
        {
            once.ToTable("once_recorded");
            once.HasKey(one => new { one.PersonId, one.IsChild });
        });
        model.Entity<Death>(death =>
        {
            death.ToTable("deaths");
            death.HasKey(one => one.PersonId);
            death.Property(one => one.PersonId).ValueGeneratedNever();
        });
        model.Entity<JoinedMemberRow>(joined =>
        {
            joined.ToTable("joined_members");
            joined.HasKey(one => new { one.PersonId, one.FamilyId });
        });
        model.Entity<ReachedAge>(reached =>
        {
            reached.ToTable("reached_ages");
            reached.HasKey(one => one.PersonId);
            reached.Property(one => one.PersonId).ValueGeneratedNever();
        });
    }

    /// <summary>The persons of each of some families, past ones included: whom a reading of their records is about.</summary>
    public static async Task<ILookup<Guid, Guid>> PersonsOf(this CaseFileDb db, IEnumerable<Guid> families, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        return (await db.Set<MemberRow>().Where(one => families.Contains(one.FamilyId) && !one.TakenOut).Select(one => new { one.FamilyId, one.PersonId }).ToListAsync(ct))
            .ToLookup(one => one.FamilyId, one => one.PersonId);
    }

    /// <summary>
    /// Who stands behind a login account, by a worker's act. Who left every family or died is not behind it any more; who was registered in a file that
    /// came into another belongs to that one under the id there.
    /// </summary>
    public static IQueryable<MemberLoginRow> Behind(this CaseFileDb db, string account, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.Set<MemberLoginRow>().Where(login => login.Account == account && !db.Set<Death>().Any(death => death.PersonId == login.PersonId)
            && db.Set<MemberRow>().Any(member => (member.Until == null || member.Until >= today) && (member.PersonId == login.PersonId
                || db.Set<JoinedMemberRow>().Any(joined => !joined.Undone && joined.PersonId == login.PersonId
                    && joined.FamilyId == member.FamilyId && joined.MemberId == member.PersonId))));
    }

    /// <summary>As whom an account belongs to families now. Where it is tied to two members of one nobody can tell who it is: it is nobody's there.</summary>
    public static IQueryable<MemberLoginRow> AloneBehind(this CaseFileDb db, string account, DateOnly today)
    {
        var behind = db.Behind(account, today);
        return behind.Where(login => db.Set<MemberRow>().Any(member => member.FamilyId == login.FamilyId && member.PersonId == login.PersonId
                && !member.TakenOut && (member.Until == null || member.Until >= today))
            && !behind.Any(other => other.FamilyId == login.FamilyId && other.PersonId != login.PersonId));
    }

    /// <summary>The family whose file is in use for a file: itself, or the one into which it went in the end.</summary>
    public static async Task<Guid> FileInUse(this CaseFileDb db, Guid familyId, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        var seen = new HashSet<Guid>();
        while (seen.Add(familyId) && await db.Set<JoinedFileRow>().Where(one => one.OtherFamilyId == familyId && !one.Undone)
            .Select(one => (Guid?)one.FamilyId).FirstOrDefaultAsync(ct) is { } into)
            familyId = into;
        return familyId;
    }

    /// <summary>All files of some families: their own, and those that went into them.</summary>
    public static async Task<IReadOnlyCollection<Guid>> FilesOf(this CaseFileDb db, IEnumerable<Guid> families, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        var files = families.ToHashSet();
        for (var latest = files.ToList(); latest.Count > 0;)
            latest = [.. (await db.Set<JoinedFileRow>().Where(one => latest.Contains(one.FamilyId) && !one.Undone).Select(one => one.OtherFamilyId).ToListAsync(ct)).Where(files.Add)];
        return files;
    }

    /// <summary>All ids under which a member of a family stands in its files, the own one first.</summary>
    public static async Task<IReadOnlyList<Guid>> IdsOf(this CaseFileDb db, Guid familyId, Guid member, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        return [member, .. await db.Set<JoinedMemberRow>().Where(one => one.FamilyId == familyId && one.MemberId == member && !one.Undone)
            .OrderBy(one => one.PersonId).Select(one => one.PersonId).ToListAsync(ct)];
    }

    /// <summary>
    /// What Intake's records say of a family, and where its file went into another, of the two as one. Of whom was taken out nothing is known, and
    /// whose role was not heard yet is one of the others.
    /// </summary>
    public static async Task<FamilyRecords> RecordsOf(this CaseFileDb db, Guid familyId, CancellationToken ct)
    {
        var own = await db.RecordsOfFile(familyId, ct);
        if (await db.FileInUse(familyId, ct) is var inUse && inUse == familyId)
            return own;
        var joined = await db.Set<JoinedMemberRow>().Where(one => one.FamilyId == inUse && !one.Undone).ToDictionaryAsync(one => one.PersonId, one => one.MemberId, ct);
        return own.GoingOnIn(await db.RecordsOfFile(inUse, ct), joined);
    }

    static async Task<FamilyRecords> RecordsOfFile(this CaseFileDb db, Guid familyId, CancellationToken ct)
    {
        var members = await (
            from member in db.Set<MemberRow>()
            where member.FamilyId == familyId && !member.TakenOut
            select new
            {
                member.PersonId,
                member.Until,
                Role = db.Set<MemberRoleRow>().Where(one => one.FamilyId == familyId && one.PersonId == member.PersonId).Select(one => one.Role).FirstOrDefault(),
                OnceAdult = db.Set<OnceRecorded>().Any(one => one.PersonId == member.PersonId && !one.IsChild),
                OnceChild = db.Set<OnceRecorded>().Any(one => one.PersonId == member.PersonId && one.IsChild),
                Died = db.Set<Death>().Any(one => one.PersonId == member.PersonId),
                Reached = db.Set<ReachedAge>().Where(one => one.PersonId == member.PersonId).Select(one => one.Age).FirstOrDefault(),
            }).ToListAsync(ct);
        var authority = await db.Set<AuthorityRow>().Where(one => one.FamilyId == familyId && one.Holds).ToListAsync(ct);
        return new(
            members.Where(one => one.Role == MemberRoleRow.Child).Select(one => one.PersonId).ToHashSet(),
            members.Where(one => one.Role == MemberRoleRow.Parent).Select(one => one.PersonId).ToHashSet(),
            members.Where(one => one.Role is not (MemberRoleRow.Child or MemberRoleRow.Parent)).Select(one => one.PersonId).ToHashSet(),
            members.Where(one => one.Reached >= ReachedAge.DecidesAlone).Select(one => one.PersonId).ToHashSet())
        {
            FromTwelve = members.Where(one => one.Reached >= ReachedAge.ReadsAlong).Select(one => one.PersonId).ToHashSet(),
            LastDays = members.Where(one => one.Until is not null).ToDictionary(one => one.PersonId, one => one.Until!.Value),
            Dead = members.Where(one => one.Died).Select(one => one.PersonId).ToHashSet(),
            Authority = authority.Select(one => (one.ChildId, one.ParentId)).ToHashSet(),
            OnceAdults = members.Where(one => one.OnceAdult).Select(one => one.PersonId).ToHashSet(),
            OnceChildren = members.Where(one => one.OnceChild && one.Role != MemberRoleRow.Child && one.Reached < ReachedAge.OfAge).Select(one => one.PersonId).ToHashSet(),
        };
    }
}
