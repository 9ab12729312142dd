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

    /// <summary>The terms that run until the own wish of a member for another face is answered.</summary>
    public IEnumerable<Clock> OwnWishTerms(Guid personId, string account) => Clocks.Where(clock => clock.StoppedAt is null
        && keyWorkerWishes.Exists(wish => wish.ClockId == clock.Id && (wish.PersonId == personId || wish.WrittenBy == account)));

    /// <summary>Whether the family lost its familiar face at a moment, which it knew.</summary>
    public bool FaceWentAt(DateTimeOffset moment) => assignments.Exists(one => one.Relation == Relations.KeyWorker && one.Until == moment);

    /// <summary>Whether an involvement is that of a team which took the family back when it lost its face.</summary>
    public bool CameForFace(Guid assignmentId) => assignments.Exists(one => one.Id == assignmentId && FaceWentAt(one.From));

    /// <summary>Whether the family had a familiar face that came between two moments.</summary>
    public bool HadFaceBetween(DateTimeOffset from, DateTimeOffset until) =>
        assignments.Exists(one => one.Relation == Relations.KeyWorker && one.From > from && one.From < until);

    /// <summary>Whether a key worker is sought since a moment for what the family was told: its file was split off then, or opened again for a reason.</summary>
    public bool SeeksOpenlySince(DateTimeOffset moment) =>
        (SplitFrom is not null && OpenedAt == moment) || closings.Exists(one => one.ReopenedAt == moment && one.WhyReopened is not null);
}
