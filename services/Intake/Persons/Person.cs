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

    readonly List<PersonVersion> earlier = [];

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

    /// <summary>The language in which the person is spoken with (BCP 47, such as <c>ar</c>), or null when it is not known.</summary>
    public string? Language { get; private set; }

    /// <summary>Whether an interpreter is needed, who is never a relative.</summary>
    public bool NeedsInterpreter { get; private set; }

    /// <summary>The date of death, or null.</summary>
    public DateOnly? DiedOn { get; private set; }

    /// <summary>Where the death was found, or null.</summary>
    public string? DeathSource { get; private set; }

    /// <summary>What was known before, the first version first.</summary>
    public IReadOnlyList<PersonVersion> Earlier => earlier;

    /// <summary>How often it changed; guards against lost updates by two families that share the person.</summary>
    public int Version { get; private set; }

    /// <summary>When the person was taken out as registered in error, or null. That somebody was once registered stays.</summary>
    public DateTimeOffset? TakenOutAt { get; private set; }

    /// <summary>Erases all that is known of somebody who was registered in error.</summary>
    public void Erase(Actor by)
    {
        (GivenName, FamilyName, BirthDate, DueDate, Bsn, TakenOutAt) = (null, null, null, null, null, by.Now);
        (Language, NeedsInterpreter, DiedOn, DeathSource) = (null, false, null, null);
        earlier.Clear();
        Version++;
    }

    /// <summary>
    /// Completes or corrects what is known. What was known before stays as a version; where something known changes, the
    /// reason is needed. That an expected child was born corrects nothing.
    /// </summary>
    /// <returns>The codes of what changed, none when all was known already; or why it is refused.</returns>
    public (IReadOnlyList<string> Changed, Refusal? Refusal) Change(
        PersonDetails details, SealedBsn? bsn, string? reason, Actor by)
    {
        ArgumentNullException.ThrowIfNull(details);
        if (Impossible(details, by.Today) is { } impossible)
            return ([], impossible);
        if (details.BirthDate > DiedOn)
            return ([], PersonRefusals.DeathWithoutTime);
        var born = details.BirthDate is not null;
        (string Code, bool Changed, bool Corrects)[] parts =
        [
            ("givenName", details.GivenName != GivenName, GivenName is not null),
            ("familyName", details.FamilyName != FamilyName, FamilyName is not null),
            ("birthDate", details.BirthDate != BirthDate, BirthDate is not null),
            ("dueDate", details.DueDate != DueDate, DueDate is not null && !born),
            ("bsn", bsn is not null, Bsn is not null),
            ("language", details.Language != Language, Language is not null),
            ("needsInterpreter", details.NeedsInterpreter != NeedsInterpreter, false),
        ];
        if (string.IsNullOrWhiteSpace(reason) && parts.Any(part => part is { Changed: true, Corrects: true }))
            return ([], PersonRefusals.CorrectionWithoutReason);
        List<string> changed = [.. parts.Where(part => part.Changed).Select(part => part.Code)];
        if (changed.Count == 0)
            return (changed, null);
        earlier.Add(new PersonVersion
        {
            Id = Guid.CreateVersion7(by.Now),
            GivenName = GivenName,
            FamilyName = FamilyName,
            BirthDate = BirthDate,
            DueDate = DueDate,
            Language = Language,
            NeedsInterpreter = NeedsInterpreter,
            BsnKeyId = bsn is null ? null : Bsn?.KeyId,
            BsnCipher = bsn is null ? null : Bsn?.Cipher,
            Reason = reason,
            By = by.Account,
            Until = by.Now,
        });
        (GivenName, FamilyName, BirthDate, DueDate) = (details.GivenName, details.FamilyName, details.BirthDate, details.DueDate);
        (Language, NeedsInterpreter, Bsn) = (details.Language, details.NeedsInterpreter, bsn ?? Bsn);
        Version++;
        return (changed, null);
    }

    /// <summary>Records that the person died. All that is known stays.</summary>
    public Refusal? Die(DateOnly on, string? source, Actor by)
    {
        if (string.IsNullOrWhiteSpace(source))
            return PersonRefusals.DeathWithoutSource;
        if (DiedOn is not null)
            return PersonRefusals.DiedAlready;
        if (on > by.Today || on < BirthDate)
            return PersonRefusals.DeathWithoutTime;
        (DiedOn, DeathSource) = (on, source);
        Version++;
        return null;
    }

    /// <summary>Registers a person.</summary>
    /// <returns>The person, or why the registration is refused.</returns>
    public static (Person? Person, Refusal? Refusal) Register(
        PersonDetails details, SealedBsn? bsn, Municipality municipality, Actor by)
    {
        ArgumentNullException.ThrowIfNull(details);
        if (Impossible(details, by.Today) is { } impossible)
            return (null, impossible);
        return (new Person
        {
            Id = Guid.CreateVersion7(by.Now),
            Municipality = municipality,
            GivenName = details.GivenName,
            FamilyName = details.FamilyName,
            BirthDate = details.BirthDate,
            DueDate = details.DueDate,
            Language = details.Language,
            NeedsInterpreter = details.NeedsInterpreter,
            Bsn = bsn,
        }, null);
    }

    static Refusal? Impossible(PersonDetails details, DateOnly today)
    {
        if (details is { BirthDate: not null, DueDate: not null })
            return PersonRefusals.BornAndUnborn;
        if (details.BirthDate > today)
            return PersonRefusals.BornInFuture;
        if (details.BirthDate < today.AddYears(-LongestLife))
            return PersonRefusals.BornTooLongAgo;
        if (details.DueDate is { } due && (due < today.AddDays(-LongestPregnancyInDays) || due > today.AddDays(LongestPregnancyInDays)))
            return PersonRefusals.DueDateImpossible;
        return null;
    }
}

/// <summary>What is known of a person; everything may be missing.</summary>
/// <param name="GivenName">Given names.</param>
/// <param name="FamilyName">Family name.</param>
/// <param name="BirthDate">The date of birth.</param>
/// <param name="DueDate">When the birth is expected.</param>
/// <param name="Language">The language in which the person is spoken with (BCP 47).</param>
/// <param name="NeedsInterpreter">Whether an interpreter is needed.</param>
public sealed record PersonDetails(
    string? GivenName, string? FamilyName, DateOnly? BirthDate, DateOnly? DueDate, string? Language = null, bool NeedsInterpreter = false);

/// <summary>
/// A citizen service number as it is stored: encrypted, and with a keyed hash by which the same number is found
/// again without decrypting any.
/// </summary>
/// <param name="KeyId">The version of the keys with which it was sealed.</param>
/// <param name="Cipher">The encrypted number.</param>
/// <param name="Lookup">The keyed hash.</param>
public sealed record SealedBsn(int KeyId, byte[] Cipher, byte[] Lookup);
