using Geborgen.Intake.Contacts;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Intake.Families;

/// <summary>Notices go where those go whom they are about, and are taken back with the contact that brought them.</summary>
static class NoticesOfWhoGoes
{
    /// <summary>Persons go over from one file to another under their own ids.</summary>
    public static async Task TakeNoticesAlong(this IntakeDb db, IReadOnlyCollection<Guid> persons, Guid from, Guid to, CancellationToken ct)
    {
        var notices = await db.NoticesAround(from, to, ct);
        foreach (var one in notices.Where(one => one.FamilyId == from && one.FromFamilyId != to && persons.Contains(one.PersonId)).ToList())
            if (notices.Between(to, one.PersonId, one.FromFamilyId, one.FromPersonId) is { } there)
                there.TakeOver(one);
            else
                one.Follow(to);
        foreach (var one in notices.Where(one => one.FromFamilyId == from && one.FamilyId != to && persons.Contains(one.FromPersonId)).ToList())
            if (notices.Between(one.FamilyId, one.PersonId, to, one.FromPersonId) is { } there)
                there.TakeOver(one);
            else
                one.FollowThere(to);
    }

    /// <summary>
    /// A file goes into another in which some of its members are known already, who are heard of there from now on, under the id that they have
    /// there. What stood in the file stays for when the two are taken apart.
    /// </summary>
    public static async Task JoinNotices(this IntakeDb db, Family into, Guid from, CancellationToken ct)
    {
        var notices = await db.NoticesAround(from, into.Id, ct);
        foreach (var one in notices.Where(one => one.FamilyId == from && one.FromFamilyId != into.Id).ToList())
            Join(one, into.Id, into.MemberOf(one.PersonId), one.FromFamilyId, one.FromPersonId, into.MemberOf(one.PersonId));
        foreach (var one in notices.Where(one => one.FromFamilyId == from && one.FamilyId != into.Id).ToList())
            Join(one, one.FamilyId, one.PersonId, into.Id, into.MemberOf(one.FromPersonId), into.MemberOf(one.FromPersonId));

        void Join(Notice one, Guid familyId, Guid personId, Guid fromFamilyId, Guid fromPersonId, Guid member)
        {
            if (!into.Members.Any(known => known.PersonId == member && known.Until is null))
                return;
            if (notices.Between(familyId, personId, fromFamilyId, fromPersonId) is not { } there)
            {
                db.Add(there = one.Between(familyId, personId, fromFamilyId, fromPersonId));
                notices.Add(there);
            }
            there.TakeOver(one);
        }
    }

    /// <summary>
    /// A contact was registered in error: what it alone brought is told no more, in whichever file those are now whom it named. Whoever asked keeps
    /// the question and its answer.
    /// </summary>
    public static async Task TakeBackNotices(this IntakeDb db, Contact removed, CancellationToken ct)
    {
        var kin = await db.KinOf([removed.FamilyId], ct);
        var left = await db.Contacts.Where(one => kin.Files.Contains(one.FamilyId) && one.Id != removed.Id).Select(one => one.FamilyId).Distinct().ToListAsync(ct);
        if (left.Contains(removed.FamilyId))
            return;
        var (gone, stay) = (kin.NamedIn(removed.FamilyId), left.SelectMany(kin.NamedIn).ToList());
        var brought = gone.Where(one => !stay.Exists(other => kin.AreSame(one, other))).ToList();
        foreach (var notice in await db.Notices.Where(one => kin.Files.Contains(one.FromFamilyId) && one.AskedAt == null).ToListAsync(ct))
            if (brought.Exists(one => kin.AreSame(one, notice.FromPersonId)))
                db.Remove(notice);
    }

    static Task<List<Notice>> NoticesAround(this IntakeDb db, Guid from, Guid to, CancellationToken ct) =>
        db.Notices.Where(one => one.FamilyId == from || one.FromFamilyId == from || one.FamilyId == to || one.FromFamilyId == to).ToListAsync(ct);

    static Notice? Between(this List<Notice> notices, Guid familyId, Guid personId, Guid fromFamilyId, Guid fromPersonId) => notices.Find(
        one => one.FamilyId == familyId && one.PersonId == personId && one.FromFamilyId == fromFamilyId && one.FromPersonId == fromPersonId);
}
