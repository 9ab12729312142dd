namespace Geborgen.Intake.Persons;

/// <summary>Why two registrations may be about the same people.</summary>
public enum MatchBasis
{
    /// <summary>They carry one citizen service number.</summary>
    Number,

    /// <summary>The name and the date of birth are alike: likely one person, and never taken to be one without a worker who found so.</summary>
    NameAndBirthDate,

    /// <summary>They tell of one address.</summary>
    Address,
}
