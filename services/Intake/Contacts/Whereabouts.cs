using Geborgen.Intake.Persons;

namespace Geborgen.Intake.Contacts;

/// <summary>Where the family was seen or lives, as told at a contact. Enough to go there; never part of an event, a URL or a log.</summary>
/// <param name="Street">The street.</param>
/// <param name="HouseNumber">The number, with any addition.</param>
/// <param name="PostalCode">The postal code.</param>
/// <param name="Town">The town.</param>
/// <param name="Description">Anything that helps to find it.</param>
public sealed record Whereabouts(string? Street, string? HouseNumber, string? PostalCode, string? Town, string? Description)
{
    /// <summary>Nothing is known of where it is.</summary>
    public static Whereabouts Nowhere { get; } = new(null, null, null, null, null);

    /// <summary>Under what the place is found again.</summary>
    internal string[] Keys => PlaceKeys.Of(Street, HouseNumber, PostalCode, Town);

    /// <summary>Whether it says all that another does, and more.</summary>
    public bool OnlyAddsTo(Whereabouts other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return (other.Street ?? Street) == Street && (other.HouseNumber ?? HouseNumber) == HouseNumber && (other.PostalCode ?? PostalCode) == PostalCode
            && (other.Town ?? Town) == Town && (other.Description ?? Description) == Description;
    }
}
