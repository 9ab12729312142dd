using Geborgen.Access;
using Geborgen.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Intake.Families;

/// <summary>Shows notices with whom to call about the file at their other end.</summary>
sealed class NoticeLists(IntakeDb db, FamilyAccess access, OrganisationRegistry registry, TimeProvider time)
{
    /// <summary>Shows those of one family, and logs in the files at the other end that somebody learned of them.</summary>
    public async Task<Page<TShown>> OfFamily<TShown>(
        Page<Notice> found, Grant grant, Func<Notice, (Guid FamilyId, Guid PersonId)> here, Func<Notice, (Guid FamilyId, Guid PersonId)> there,
        Func<Notice, Family, Organisations, DateTimeOffset, TShown> show, CancellationToken ct)
    {
        var others = await At(found, there, ct);
        await access.Log(grant, found.Items.Select(one => here(one).PersonId), ct);
        await access.LogElsewhere(found.Items.Select(there).Distinct(), ct);
        return new([.. found.Items.Select(one => show(one, others[there(one).FamilyId], registry.Current, time.GetUtcNow()))], found.Next);
    }

    /// <summary>Shows those of all families in reach, and logs in the files at the other end that somebody learned of them.</summary>
    public async Task<Page<TShown>> InReach<TShown>(
        Page<Notice> found, Func<Notice, (Guid FamilyId, Guid PersonId)> here, Func<Notice, (Guid FamilyId, Guid PersonId)> there,
        Func<Notice, Family, Organisations, DateTimeOffset, TShown> show, CancellationToken ct)
    {
        var (others, now) = (await At(found, there, ct), time.GetUtcNow());
        var grants = await access.ToEach([.. found.Items.Select(one => here(one).FamilyId)], ct);
        var shown = found.Items.Where(one => grants.ContainsKey(here(one).FamilyId)).ToList();
        await access.LogEach(shown.SelectMany(one => Both(one, grants[here(one).FamilyId])), ct);
        return new([.. shown.Select(one => show(one, others[there(one).FamilyId], registry.Current, now))], found.Next);

        IEnumerable<(Grant, IEnumerable<Guid>)> Both(Notice one, Grant grant) =>
            [(grant, [here(one).PersonId]), (grant with { FamilyId = there(one).FamilyId }, [there(one).PersonId])];
    }

    async Task<Dictionary<Guid, Family>> At(Page<Notice> found, Func<Notice, (Guid FamilyId, Guid PersonId)> end, CancellationToken ct)
    {
        var ids = found.Items.Select(one => end(one).FamilyId).Distinct().ToList();
        return await db.Families.AsNoTracking().Where(one => ids.Contains(one.Id)).ToDictionaryAsync(one => one.Id, ct);
    }
}
