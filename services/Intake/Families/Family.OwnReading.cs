using Geborgen.Casework;
using Geborgen.Contracts.Casework;

namespace Geborgen.Intake.Families;

/// <content>Who of the family stands behind a login.</content>
public sealed partial class Family
{
    /// <summary>
    /// The present member to whom a worker tied an account; null when there is none any more. Where one account is tied to two
    /// members nobody can tell who it is: it is nobody's.
    /// </summary>
    public Guid? MemberBehind(string account, DateTimeOffset now)
    {
        var behind = MembersAt(now).Where(one => one.Account == account && one.DiedOn is null).Select(one => one.PersonId).Distinct().ToList();
        return behind is [var one] ? one : null;
    }

    /// <summary>Why a text does not go to who works with another file: it would tell what this one keeps. Null where it goes.</summary>
    public Refusal? WhyNotTold(string place, string? text, Actor by) => WhyNotForFamily(null, by, (place, text));

    /// <summary>
    /// The terms that a member may know: until the family has its familiar face, and until the own wish for another is answered. That one
    /// is sought since a report of which the member was not told, or since another member called for help, would tell of it, unless a face that
    /// the member knew is gone.
    /// </summary>
    public IEnumerable<Clock> OwnTerms(Guid personId, string account, Func<DateTimeOffset, bool> isKept) => Clocks.Where(clock => clock.StoppedAt is null
        && ((clock.Term == KeyWorkerAssignmentTerm
                && !helpCalls.Exists(call => call.Began && call.ClockId == clock.Id && !call.IsOf(personId, account))
            && (!isKept(clock.StartedAt) || assignments.Exists(one => one.Relation == Relations.KeyWorker && one.Until == clock.StartedAt)))
            || keyWorkerWishes.Exists(wish => wish.ClockId == clock.Id && (wish.PersonId == personId || wish.WrittenBy == account))));

    /// <summary>The first call for help of a member since which a key worker is still sought; null where there is none.</summary>
    public HelpCall? OwnCall(Guid personId, string account) => RunningClock(KeyWorkerAssignmentTerm) is { } sought
        ? helpCalls.Where(call => call.ClockId == sought.Id && call.IsOf(personId, account)).MinBy(call => call.At) : null;
}
