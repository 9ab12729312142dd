using Geborgen.Casework;

namespace Geborgen.Intake.Persons;

/// <summary>
/// What the file of one family knows of a person, born or not yet: the name, the birth date and the citizen service number may
/// all be missing. Who goes over to another file is known there by the same id and is a record of that file from then on; what either
/// of the two learns stays its own.
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

    /// <summary>The family whose file knows this.</summary>
    public Guid FamilyId { get; private init; }

    /// <summary>The person's id, the same in each file that the person went over to.</summary>
    public Guid Id { get; private init; }

    /// <summary>Since when this is known.</summary>
    public DateTimeOffset KnownSince { get; private set; }

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

    /// <summary>How often it changed; guards against lost updates.</summary>
    public int Version { get; private set; }

    /// <summary>What is known, but for the number.</summary>
    public PersonDetails Details => new(GivenName, FamilyName, BirthDate, DueDate, Language, NeedsInterpreter);

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
    /// <param name="details">All that is known now.</param>
    /// <param name="bsn">The number; the one that is known, to keep it.</param>
    /// <param name="reason">Why something known was wrong.</param>
    /// <param name="by">Who says so.</param>
    /// <param name="family">Who belongs to the family now.</param>
    /// <returns>The codes of what changed, none when all was known already; or why it is refused.</returns>
    public (IReadOnlyList<string> Changed, Refusal? Refusal) Change(
        PersonDetails details, GivenBsn? bsn, string? reason, Actor by, IEnumerable<Person> family)
    {
        ArgumentNullException.ThrowIfNull(details);
        if ((Impossible(details, by.Today) ?? WhyNotBeside(family.Where(one => one.Id != Id), bsn)) is { } impossible)
            return ([], impossible);
        var number = bsn is not null && Carries(bsn) ? Bsn : bsn?.Sealed;
        if (details.BirthDate > DiedOn)
            return ([], PersonRefusals.DeathWithoutTime);
        var born = details.BirthDate is not null;
        (string Code, bool Changed, bool Corrects)[] parts =
        [
            ("givenName", details.GivenName != GivenName, GivenName is not null),
            ("familyName", details.FamilyName != FamilyName, FamilyName is not null),
            ("birthDate", details.BirthDate != BirthDate, BirthDate is not null),
            ("dueDate", details.DueDate != DueDate, DueDate is not null && !born),
            ("bsn", number != Bsn, Bsn is not null),
            ("language", details.Language != Language, Language is not null),
            ("needsInterpreter", details.NeedsInterpreter != NeedsInterpreter, NeedsInterpreter),
        ];
        if (string.IsNullOrWhiteSpace(reason) && parts.Any(part => part is { Changed: true, Corrects: true }))
            return ([], PersonRefusals.CorrectionWithoutReason);
        List<string> changed = [.. parts.Where(part => part.Changed).Select(part => part.Code)];
        if (changed.Count == 0)
            return (changed, null);
        Know(details, number, reason, by.Now, by);
        return (changed, null);
    }

    /// <summary>Whether it is the number of this person.</summary>
    public bool Carries(GivenBsn bsn)
    {
        ArgumentNullException.ThrowIfNull(bsn);
        return Bsn is not null && bsn.Lookups.Any(lookup => lookup.AsSpan().SequenceEqual(Bsn.Lookup));
    }

    /// <summary>
    /// Whether another registration is likely of the same person: born on the same day, with the same name however it is written. Of given names one
    /// may be told with more of them. Twins have another given name, and who carries another number is somebody else.
    /// </summary>
    public bool IsLikely(Person other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var (given, family) = (NameWords.Of(GivenName), NameWords.Of(FamilyName));
        var (otherGiven, otherFamily) = (NameWords.Of(other.GivenName), NameWords.Of(other.FamilyName));
        return BirthDate is not null && BirthDate == other.BirthDate && (Bsn is null || other.Bsn is null)
            && family.Count > 0 && string.Concat(family) == string.Concat(otherFamily)
            && given.Count > 0 && otherGiven.Count > 0 && (string.Concat(given) == string.Concat(otherGiven)
                || given.Zip(otherGiven).All(pair => pair.First == pair.Second));
    }

    /// <summary>Why somebody with a number can't belong to a family: nobody is two of its members.</summary>
    public static Refusal? WhyNotBeside(IEnumerable<Person> family, GivenBsn? bsn) =>
        bsn is not null && family.Any(one => one.Carries(bsn)) ? PersonRefusals.NumberTwice : null;

    /// <summary>The person goes over to the file of another family, which takes what is known here as its own. What was known before stays here.</summary>
    public Person GoTo(Guid familyId) => new()
    {
        FamilyId = familyId,
        Id = Id,
        KnownSince = KnownSince,
        GivenName = GivenName,
        FamilyName = FamilyName,
        BirthDate = BirthDate,
        DueDate = DueDate,
        Language = Language,
        NeedsInterpreter = NeedsInterpreter,
        Bsn = Copy(Bsn),
        DiedOn = DiedOn,
        DeathSource = DeathSource,
    };

    /// <summary>The person comes from another file to this one, which knew them before: what is known there counts.</summary>
    public void ComeFrom(Person there, Actor by)
    {
        ArgumentNullException.ThrowIfNull(there);
        Know(there.Details, IsSame(Bsn, there.Bsn) ? Bsn : Copy(there.Bsn), reason: null, there.KnownSince, by);
        (DiedOn, DeathSource) = (there.DiedOn, there.DeathSource);
    }

    /// <summary>The same person was registered in another file that comes to this one: what is not known here is known from there.</summary>
    public void CompleteFrom(Person there, Actor by)
    {
        ArgumentNullException.ThrowIfNull(there);
        var birth = BirthDate ?? there.BirthDate;
        Know(
            new(GivenName ?? there.GivenName, FamilyName ?? there.FamilyName, birth, birth is null ? DueDate ?? there.DueDate : null,
                Language ?? there.Language, NeedsInterpreter || there.NeedsInterpreter),
            Bsn ?? Copy(there.Bsn), reason: null, by.Now, by);
        (DiedOn, DeathSource) = DiedOn is null ? (there.DiedOn, there.DeathSource) : (DiedOn, DeathSource);
    }

    void Know(PersonDetails details, SealedBsn? bsn, string? reason, DateTimeOffset since, Actor by)
    {
        Version++;
        if (details == Details && bsn == Bsn)
            return;
        var replaced = bsn != Bsn ? Bsn : null;
        earlier.Add(new PersonVersion
        {
            Id = Guid.CreateVersion7(by.Now),
            GivenName = GivenName,
            FamilyName = FamilyName,
            BirthDate = BirthDate,
            DueDate = DueDate,
            Language = Language,
            NeedsInterpreter = NeedsInterpreter,
            BsnKeyId = replaced?.KeyId,
            BsnCipher = replaced?.Cipher,
            Reason = reason,
            By = by.Account,
            Until = by.Now,
        });
        (GivenName, FamilyName, BirthDate, DueDate) = (details.GivenName, details.FamilyName, details.BirthDate, details.DueDate);
        (Language, NeedsInterpreter, Bsn, KnownSince) = (details.Language, details.NeedsInterpreter, bsn, since);
    }

    static bool IsSame(SealedBsn? one, SealedBsn? other) => one is null ? other is null : other is not null && one.Lookup.AsSpan().SequenceEqual(other.Lookup);

    // A value that two records would share is tracked as the one's alone.
    static SealedBsn? Copy(SealedBsn? bsn) => bsn is null ? null : bsn with { };

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

    /// <summary>Registers a person in the file of a family.</summary>
    /// <returns>The person, or why the registration is refused.</returns>
    public static (Person? Person, Refusal? Refusal) Register(
        PersonDetails details, GivenBsn? bsn, Guid familyId, Actor by, IEnumerable<Person> family)
    {
        ArgumentNullException.ThrowIfNull(details);
        if ((Impossible(details, by.Today) ?? WhyNotBeside(family, bsn)) is { } impossible)
            return (null, impossible);
        return (new Person
        {
            FamilyId = familyId,
            Id = Guid.CreateVersion7(by.Now),
            KnownSince = by.Now,
            GivenName = details.GivenName,
            FamilyName = details.FamilyName,
            BirthDate = details.BirthDate,
            DueDate = details.DueDate,
            Language = details.Language,
            NeedsInterpreter = details.NeedsInterpreter,
            Bsn = bsn?.Sealed,
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

/// <summary>A citizen service number that somebody gives, sealed.</summary>
/// <param name="Sealed">How it is stored.</param>
/// <param name="Lookups">Under what it is found, whichever version of the keys sealed it.</param>
public sealed record GivenBsn(SealedBsn Sealed, IReadOnlyList<byte[]> Lookups);
