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

    /// <summary>Something known changes and nobody says why.</summary>
    public static Refusal CorrectionWithoutReason { get; } = new(
        "correction-without-reason", "What is known of a person is corrected with a reason.",
        "Send the reason; what was not known yet needs none.", RefusalKind.Invalid);

    /// <summary>Two members of one family with one number.</summary>
    public static Refusal NumberTwice { get; } = new(
        "number-twice", "This citizen service number is that of another member of the family.",
        "Check the number; who was registered twice is one member, so take the other registration out.");

    /// <summary>A residence since a day that can't be.</summary>
    public static Refusal ResidenceWithoutTime { get; } = new(
        "residence-without-time", "Nobody lives somewhere since a day to come, or longer than a life.",
        "Send since as the day on which the person came to live there, or leave it out.", RefusalKind.Invalid);

    /// <summary>A correction of what was never recorded.</summary>
    public static Refusal NoResidenceToCorrect { get; } = new(
        "no-residence-to-correct", "No residence of this member is recorded that can be wrong.", "Leave out the reason.");

    /// <summary>Nobody knows where it comes from.</summary>
    public static Refusal DeathWithoutSource { get; } = new(
        "death-without-source", "A death is recorded with its source.",
        "Name where it was found, such as the register or what a relative said.", RefusalKind.Invalid);

    /// <summary>A date of death in the future or before the birth.</summary>
    public static Refusal DeathWithoutTime { get; } = new(
        "death-without-time", "A person dies on or after the day of birth and not in the future.",
        "Check both dates.", RefusalKind.Invalid);

    /// <summary>The death was recorded before.</summary>
    public static Refusal DiedAlready { get; } = new(
        "died-already", "The death of this person was recorded already.", "Nothing needs to be done.");
}
