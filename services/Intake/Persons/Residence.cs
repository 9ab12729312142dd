using Geborgen.Casework;
using Geborgen.Intake.Contacts;

namespace Geborgen.Intake.Persons;

/// <summary>
/// Where a person lives, or lived until it changed, as the file of one family recorded it: a child of two households lives in both. It
/// stands apart from the person, so that nothing that shows persons shows it; it is part of no event, URL or log.
/// </summary>
public sealed class Residence
{
    // The longest life on record is 122 years.
    const int LongestStay = 130;

    /// <summary>The residence's id.</summary>
    public Guid Id { get; init; }

    /// <summary>The family whose file recorded it.</summary>
    public Guid FamilyId { get; init; }

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

    /// <summary>Under what the place is found again.</summary>
    public string[] PlaceKeys { get; private init; } = [];

    /// <summary>Whether nobody may learn of it, such as that of a shelter.</summary>
    public bool Secret { get; init; }

    /// <summary>Since when the person lives there; null when that is not known.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>The account that recorded it.</summary>
    public required string RecordedBy { get; init; }

    /// <summary>When it was recorded.</summary>
    public DateTimeOffset RecordedAt { get; init; }

    /// <summary>When another took its place, or null.</summary>
    public DateTimeOffset? Until { get; private set; }

    /// <summary>Why it was wrong: the person never lived there. Null where the person moved, or lives there.</summary>
    public string? WhyWrong { get; private set; }

    /// <summary>
    /// Records where a member of a family lives. Without a reason the person moved; with one the former residence was wrong, and nobody moved.
    /// </summary>
    /// <param name="former">Where the person was recorded to live; null where nothing was recorded.</param>
    /// <param name="next">Where the person lives.</param>
    /// <param name="reason">Why the former residence was wrong.</param>
    /// <param name="by">Who says so.</param>
    /// <param name="earlier">What the file recorded of the person before.</param>
    /// <returns>The residence to keep, or why it is refused.</returns>
    public static (Residence? Residence, Refusal? Refusal) Record(Residence? former, Residence next, string? reason, Actor by, IEnumerable<Residence>? earlier = null)
    {
        ArgumentNullException.ThrowIfNull(next);
        if (next.Since > by.Today || next.Since < by.Today.AddYears(-LongestStay))
            return (null, PersonRefusals.ResidenceWithoutTime);
        if (reason is not null && string.IsNullOrWhiteSpace(reason))
            return (null, PersonRefusals.CorrectionWithoutReason);
        if (reason is not null && former is null)
            return (null, PersonRefusals.NoResidenceToCorrect);
        // A place that was last recorded as secret is open by somebody's reason, not by a move to it.
        if (reason is null && !next.Secret && (earlier ?? []).Where(next.MayBe).MaxBy(one => one.RecordedAt) is { Secret: true })
            return (null, PersonRefusals.CorrectionWithoutReason);
        former?.End(by.Now, reason);
        return (next.For(next.FamilyId, next.Since ?? (reason is not null || former is null ? null : by.Today), by.Now), null);
    }

    /// <summary>The person goes over to the file of another family, which takes it as its own.</summary>
    public Residence GoTo(Guid familyId, DateTimeOffset now, Guid? personId = null) => For(familyId, Since, now, personId);

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

    /// <summary>Whether it may be the same place as another, which one of them tells with more: they name a street or postal code alike, and nothing otherwise.</summary>
    bool MayBe(Residence other)
    {
        (string Here, string There)[] said =
        [
            .. new[] { (Street, other.Street), (PostalCode, other.PostalCode), (HouseNumber, other.HouseNumber), (Town, other.Town) }
                .Select(part => (string.Concat(NameWords.Of(part.Item1)), string.Concat(NameWords.Of(part.Item2)))),
        ];
        return said[..2].Any(part => part.Here.Length > 0 && part.Here == part.There)
            && said.All(part => part.Here.Length == 0 || part.There.Length == 0 || part.Here == part.There);
    }

    bool IsAt(string? street, string? houseNumber, string? postalCode) =>
        (Street ?? PostalCode) is not null && Place(Street, HouseNumber, PostalCode).Equals(Place(street, houseNumber, postalCode));

    static (string?, string?, string?) Place(string? street, string? houseNumber, string? postalCode) =>
        (street?.ToUpperInvariant(), houseNumber?.ToUpperInvariant(), postalCode?.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant());

    /// <summary>Another takes its place, because the person moved or, with a reason, because it was wrong.</summary>
    public void End(DateTimeOffset now, string? whyWrong = null) => (Until, WhyWrong) = (now, whyWrong);

    Residence For(Guid familyId, DateOnly? since, DateTimeOffset now, Guid? personId = null) => new()
    {
        Id = Guid.CreateVersion7(now),
        FamilyId = familyId,
        PersonId = personId ?? PersonId,
        Street = Street,
        HouseNumber = HouseNumber,
        PostalCode = PostalCode,
        Town = Town,
        PlaceKeys = Persons.PlaceKeys.Of(Street, HouseNumber, PostalCode, Town),
        Secret = Secret,
        Since = since,
        RecordedBy = RecordedBy,
        RecordedAt = RecordedAt,
    };
}
