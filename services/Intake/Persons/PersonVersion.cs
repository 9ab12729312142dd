namespace Geborgen.Intake.Persons;

/// <summary>What was known of a person until somebody completed or corrected it.</summary>
public sealed class PersonVersion
{
    /// <summary>The version's id.</summary>
    public Guid Id { get; init; }

    /// <summary>Given names.</summary>
    public string? GivenName { get; init; }

    /// <summary>Family name.</summary>
    public string? FamilyName { get; init; }

    /// <summary>The date of birth.</summary>
    public DateOnly? BirthDate { get; init; }

    /// <summary>When the birth was expected.</summary>
    public DateOnly? DueDate { get; init; }

    /// <summary>The language.</summary>
    public string? Language { get; init; }

    /// <summary>Whether an interpreter was needed.</summary>
    public bool NeedsInterpreter { get; init; }

    /// <summary>The version of the keys that sealed the number that was replaced, or null when it was not.</summary>
    public int? BsnKeyId { get; init; }

    /// <summary>The number that was replaced, encrypted. Nobody is found by it any more.</summary>
    public byte[]? BsnCipher { get; init; }

    /// <summary>Why it was corrected, or null when it was only completed.</summary>
    public string? Reason { get; init; }

    /// <summary>The account that changed it.</summary>
    public required string By { get; init; }

    /// <summary>Until when this was known.</summary>
    public DateTimeOffset Until { get; init; }
}
