namespace Geborgen.Intake.Persons;

/// <summary>
/// What somebody may decide by age. Under 12 the parents with authority decide; from 12 the child decides with them and
/// reads the own file; from 16 the young person decides alone (Jeugdwet, section 7.3); from 18 the person is of age and
/// nobody has parental authority any more (BW Book 1, articles 233 and 245). It switches at the beginning of the birthday
/// in the Netherlands.
/// </summary>
/// <param name="Class">What holds now.</param>
/// <param name="NextAge">The age at which it switches next; null when it does not, or nobody knows.</param>
/// <param name="NextOn">The date on which it switches next, or null.</param>
public sealed record Rights(AgeClass Class, int? NextAge, DateOnly? NextOn)
{
    /// <summary>The age from which somebody is an adult.</summary>
    public const int OfAge = 18;

    /// <summary>The ages at which rights switch, the lowest first.</summary>
    public static IReadOnlyList<int> Ages { get; } = [12, 16, OfAge];

    /// <summary>The rights of a person on a date.</summary>
    public static Rights Of(DateOnly? bornOn, DateOnly? dueOn, DateOnly today)
    {
        if (bornOn is not { } born)
            return new(dueOn is null ? AgeClass.Unknown : AgeClass.Unborn, null, null);
        var reached = Ages.Count(age => BirthdayOf(born, age) <= today);
        var next = reached < Ages.Count ? Ages[reached] : (int?)null;
        return new(
            reached switch { 0 => AgeClass.Under12, 1 => AgeClass.From12, 2 => AgeClass.From16, _ => AgeClass.From18 },
            next, next is { } age ? BirthdayOf(born, age) : null);
    }

    /// <summary>
    /// The date on which somebody reaches an age. Who was born on 29 February reaches it on 1 March in a year without that
    /// date: a year of life is complete only when its last day, 28 February, is over.
    /// </summary>
    public static DateOnly BirthdayOf(DateOnly bornOn, int age)
    {
        var birthday = bornOn.AddYears(age);
        return birthday.Day == bornOn.Day ? birthday : birthday.AddDays(1);
    }
}

/// <summary>What somebody may decide by age.</summary>
public enum AgeClass
{
    /// <summary>The date of birth is not known.</summary>
    Unknown,

    /// <summary>Not yet born.</summary>
    Unborn,

    /// <summary>The parents with authority decide.</summary>
    Under12,

    /// <summary>The child and the parents with authority decide together; the child reads the own file.</summary>
    From12,

    /// <summary>The young person decides alone.</summary>
    From16,

    /// <summary>An adult; parental authority has ended.</summary>
    From18,
}
