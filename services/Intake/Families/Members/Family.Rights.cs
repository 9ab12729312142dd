using Geborgen.Casework;
using Geborgen.Contracts.Intake;
using Geborgen.Intake.Persons;

namespace Geborgen.Intake.Families;

/// <content>What its members may decide by age.</content>
public sealed partial class Family
{
    /// <summary>Notes when a member was born, so that rights switch in time, and says which age a child has reached by then.</summary>
    public void NoteBirth(Guid personId, DateOnly? bornOn, Actor by)
    {
        foreach (var member in members.Where(one => one.PersonId == personId))
        {
            member.Born(bornOn, by.Today);
            if ((member.Role == MemberRole.Child || roleCorrections.Exists(one => one.PersonId == personId && one.Wrong == MemberRole.Child))
                && member.ReachedOn(by.Today) is { } age)
                Raise(new MemberAgeKnown(personId, age), by.Now);
        }
    }

    /// <summary>Notes that what is known of a member was completed or corrected. The words stay with the person.</summary>
    public void NoteParticulars(Guid personId, DateOnly? bornOn, IReadOnlyList<string> changed, Actor by)
    {
        if (members.Exists(one => one.PersonId == personId && one.BornOn != bornOn))
            NoteBirth(personId, bornOn, by);
        Raise(new PersonParticularsChanged(personId, changed), by.Now);
    }

    /// <summary>Notes that a member died: no rights switch any more, and nobody has to tell that person anything.</summary>
    public void NoteDeath(Guid personId, DateOnly on, Actor by)
    {
        foreach (var member in members.Where(one => one.PersonId == personId))
            member.Died(on);
        Raise(new MemberDied(personId), by.Now);
    }

    /// <summary>
    /// Says for each member which ages were reached since it was said last, the lowest first, once per age. What was
    /// reached before somebody became a member is not said.
    /// </summary>
    public void SwitchRights(DateTimeOffset now)
    {
        foreach (var member in members.Where(one => one.Until is null))
            foreach (var age in member.Switch(WorkingDays.DateOf(now)))
                Raise(new RightsChanged(member.PersonId, age), now);
    }

    /// <summary>Who belongs to it at a moment.</summary>
    public IEnumerable<Membership> MembersAt(DateTimeOffset now)
    {
        var today = WorkingDays.DateOf(now);
        // Who goes over to another file belongs to that one from that moment on.
        return members.Where(one => one.From <= today && one.LeftBy is null && (one.Until is not { } until || until >= today));
    }

    /// <summary>
    /// Whether what came at a moment was about somebody of the family: who belongs to it, and who did then. Who came by a merge that was undone
    /// belonged to it from that merge on.
    /// </summary>
    /// <param name="ids">The ids under which files know the person.</param>
    /// <param name="at">When it came.</param>
    public bool WasOf(IReadOnlySet<Guid> ids, DateTimeOffset at) => members.Any(one => ids.Contains(one.PersonId) && (one.Until is not { } until
        || (WorkingDays.DateOf(at) <= until && !merges.Exists(merge => merge.Id == one.CameBy && merge.UndoneAt is not null && merge.At > at))));

    /// <summary>Who must be told that somebody reported a concern: the parents, and each child that reads the own file.</summary>
    public IEnumerable<Guid> MustHearOfReports(DateTimeOffset now) => MembersAt(now).Where(one => one.DiedOn is null)
        .Where(one => one.Role == MemberRole.Parent || (one.Role == MemberRole.Child && Rights.Of(BirthOf(one.PersonId), null, WorkingDays.DateOf(now)).Class
            is AgeClass.From12 or AgeClass.From16 or AgeClass.From18))
        .Select(one => one.PersonId);

    DateOnly? BirthOf(Guid personId) => members.Find(one => one.PersonId == personId && one.BornOn is not null)?.BornOn;

    bool IsOfAge(Guid personId, DateTimeOffset now) =>
        Rights.Of(BirthOf(personId), null, WorkingDays.DateOf(now)).Class == AgeClass.From18;
}
