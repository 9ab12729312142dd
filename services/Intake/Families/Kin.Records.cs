using Geborgen.Casework;
using Geborgen.Intake.Persons;

namespace Geborgen.Intake.Families;

/// <content>As what persons belong to a family, whichever of the files recorded it.</content>
public sealed partial class Kin
{
    /// <summary>
    /// What is known of those who belong or belonged to some of the files. Of each person the file counts to which the person belongs now, or did
    /// last; what was recorded wrongly in any of them, and who was an adult in any, is known in all.
    /// </summary>
    public FamilyRecords RecordsOf(DateOnly today, params IEnumerable<Guid> some)
    {
        var memberships = files.Values.SelectMany(one => one.Members).ToLookup(one => same.Of(one.PersonId));
        var corrections = files.Values.SelectMany(one => one.RoleCorrections).ToLookup(one => same.Of(one.PersonId));
        var known = PersonsOf(some).Select(id => (Id: id, Roles: RolesOf(memberships[same.Of(id)]))).ToList();
        // Who was a child here once and is an adult of the household now is one for a child's words.
        return new(
            Those(one => one.Roles.All(role => role == MemberRole.Child)), Those(one => one.Roles.Contains(MemberRole.Parent)),
            Those(one => !one.Roles.Contains(MemberRole.Parent) && one.Roles.Any(role => role != MemberRole.Child)),
            Those(one => AgeOf(one.Id) is AgeClass.From16 or AgeClass.From18))
        {
            OnceAdults = Those(one => memberships[same.Of(one.Id)].Any(member => member.Role != MemberRole.Child) || WasCorrected(one.Id, role => role != MemberRole.Child)),
            OnceChildren = Those(one => one.Roles.Any(role => role != MemberRole.Child) && WasCorrected(one.Id, role => role == MemberRole.Child) && AgeOf(one.Id) != AgeClass.From18),
        };

        HashSet<Guid> Those(Func<(Guid Id, HashSet<MemberRole> Roles), bool> which) => [.. known.Where(which).Select(one => one.Id)];
        bool WasCorrected(Guid id, Func<MemberRole, bool> wrong) => corrections[same.Of(id)].Any(one => wrong(one.Wrong));
        AgeClass AgeOf(Guid id) => Rights.Of(memberships[same.Of(id)].FirstOrDefault(one => one.BornOn is not null)?.BornOn, null, today).Class;
    }

    // A file that somebody left for another of them is not where it is said any more as what that person belongs to the family.
    static HashSet<MemberRole> RolesOf(IEnumerable<Membership> memberships)
    {
        var all = memberships.ToList();
        var counting = all.FindAll(one => one.LeftBy is null);
        return [.. (counting.Count > 0 ? counting : all).Select(one => one.Role)];
    }
}
