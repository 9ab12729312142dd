using Geborgen.Intake.Contacts;

namespace Geborgen.Intake.Persons;

/// <summary>
/// Where a person lives, or lived until it changed. It stands apart from the person, so that nothing that shows persons
/// shows it; it is part of no event, URL or log.
/// </summary>
public sealed class Residence
{
    /// <summary>The residence's id.</summary>
    public Guid Id { get; init; }

    /// <summary>The person.</summary>
    public Guid PersonId { get; init; }

    /// <summary>The street.</summary>
    public string? Street { get; init; }

    /// <summary>The number, with any addition.</summary>
    public string? HouseNumber { get; init; }

    /// <summary>The postal code.</summary>
    public string? PostalCode { get; init; }

    /// <summary>The town.</summary>
    public string? Town { get; init; }

    /// <summary>Whether nobody may learn of it, such as that of a shelter.</summary>
    public bool Secret { get; init; }

    /// <summary>The account that recorded it.</summary>
    public required string RecordedBy { get; init; }

    /// <summary>When it was recorded.</summary>
    public DateTimeOffset RecordedAt { get; init; }

    /// <summary>When another took its place, or null.</summary>
    public DateTimeOffset? Until { get; private set; }

    /// <summary>Whether it is the same place as another.</summary>
    public bool IsSamePlaceAs(Residence other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return IsAt(other.Street, other.HouseNumber, other.PostalCode);
    }

    /// <summary>Whether it is where a family was said to be.</summary>
    public bool IsAt(Whereabouts told)
    {
        ArgumentNullException.ThrowIfNull(told);
        return IsAt(told.Street, told.HouseNumber, told.PostalCode);
    }

    bool IsAt(string? street, string? houseNumber, string? postalCode) =>
        (Street ?? PostalCode) is not null && Place(Street, HouseNumber, PostalCode).Equals(Place(street, houseNumber, postalCode));

    static (string?, string?, string?) Place(string? street, string? houseNumber, string? postalCode) =>
        (street?.ToUpperInvariant(), houseNumber?.ToUpperInvariant(), postalCode?.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant());

    /// <summary>Another takes its place.</summary>
    public void End(DateTimeOffset now) => Until = now;
}
