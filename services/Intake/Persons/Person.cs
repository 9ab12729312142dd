using Geborgen.Casework;

namespace Geborgen.Intake.Persons;

/// <summary>
/// A person, born or not yet, with as much as is known: the name, the birth date and the citizen service number may
/// all be missing. A person can belong to several families.
/// </summary>
public sealed class Person
{
    // The longest life on record is 122 years.
    const int LongestLife = 130;
    const int LongestPregnancyInDays = 310;

    Person()
    {
    }

    /// <summary>The person's id.</summary>
    public Guid Id { get; private init; }

    /// <summary>The municipality that registered the person.</summary>
    public Municipality Municipality { get; private init; }

    /// <summary>Given names, if known.</summary>
    public string? GivenName { get; private set; }

    /// <summary>Family name, if known.</summary>
    public string? FamilyName { get; private set; }

    /// <summary>The date of birth, if born and known.</summary>
    public DateOnly? BirthDate { get; private set; }

    /// <summary>When the birth is expected, for a child that is not yet born.</summary>
    public DateOnly? DueDate { get; private set; }

    /// <summary>The citizen service number, sealed; null when there is none or it is not known.</summary>
    public SealedBsn? Bsn { get; private set; }

    /// <summary>When the person was taken out as registered in error, or null. That somebody was once registered stays.</summary>
    public DateTimeOffset? TakenOutAt { get; private set; }

    /// <summary>Erases all that is known of somebody who was registered in error.</summary>
    /// <param name="now">The present moment.</param>
    public void Erase(DateTimeOffset now) =>
        (GivenName, FamilyName, BirthDate, DueDate, Bsn, TakenOutAt) = (null, null, null, null, null, now);

    /// <summary>Registers a person.</summary>
    /// <param name="details">What is known.</param>
    /// <param name="bsn">The sealed citizen service number, or null.</param>
    /// <param name="municipality">The municipality that registers the person.</param>
    /// <param name="now">The present moment.</param>
    /// <returns>The person, or why the registration is refused.</returns>
    public static (Person? Person, Refusal? Refusal) Register(
        PersonDetails details, SealedBsn? bsn, Municipality municipality, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(details);
        var today = WorkingDays.DateOf(now);
        if (details is { BirthDate: not null, DueDate: not null })
            return (null, PersonRefusals.BornAndUnborn);
        if (details.BirthDate > today)
            return (null, PersonRefusals.BornInFuture);
        if (details.BirthDate < today.AddYears(-LongestLife))
            return (null, PersonRefusals.BornTooLongAgo);
        if (details.DueDate is { } due && (due < today.AddDays(-LongestPregnancyInDays) || due > today.AddDays(LongestPregnancyInDays)))
            return (null, PersonRefusals.DueDateImpossible);
        return (new Person
        {
            Id = Guid.CreateVersion7(now),
            Municipality = municipality,
            GivenName = details.GivenName,
            FamilyName = details.FamilyName,
            BirthDate = details.BirthDate,
            DueDate = details.DueDate,
            Bsn = bsn,
        }, null);
    }
}

/// <summary>What is known of a person; everything may be missing.</summary>
/// <param name="GivenName">Given names.</param>
/// <param name="FamilyName">Family name.</param>
/// <param name="BirthDate">The date of birth.</param>
/// <param name="DueDate">When the birth is expected.</param>
public sealed record PersonDetails(string? GivenName, string? FamilyName, DateOnly? BirthDate, DateOnly? DueDate);

/// <summary>
/// A citizen service number as it is stored: encrypted, and with a keyed hash by which the same number is found
/// again without decrypting any.
/// </summary>
/// <param name="KeyId">The version of the keys with which it was sealed.</param>
/// <param name="Cipher">The encrypted number.</param>
/// <param name="Lookup">The keyed hash.</param>
public sealed record SealedBsn(int KeyId, byte[] Cipher, byte[] Lookup);
