using Geborgen.Casework;

namespace Geborgen.Intake.Persons;

/// <summary>Why a person is not registered.</summary>
public static class PersonRefusals
{
    /// <summary>Born and unborn at once.</summary>
    public static Refusal BornAndUnborn { get; } = new(
        "born-and-unborn", "A person has a birth date or a due date, not both.",
        "Leave out the due date of a child that was born.", RefusalKind.Invalid);

    /// <summary>A birth date in the future.</summary>
    public static Refusal BornInFuture { get; } = new(
        "born-in-future", "A birth date can't be in the future.",
        "Send an expected birth as a due date.", RefusalKind.Invalid);

    /// <summary>A birth date that nobody alive can have.</summary>
    public static Refusal BornTooLongAgo { get; } = new(
        "born-too-long-ago", "Nobody alive has this birth date.",
        "Check the year, or leave the birth date out.", RefusalKind.Invalid);

    /// <summary>A due date that no pregnancy can have.</summary>
    public static Refusal DueDateImpossible { get; } = new(
        "due-date-impossible", "A due date lies within ten months of today.",
        "Check the date, or send the birth date of a child that was born.", RefusalKind.Invalid);
}
