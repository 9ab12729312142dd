namespace Geborgen.Casework;

/// <summary>
/// What the family's own records say of those who may have spoken or may read: who belongs or belonged to it, and as what. Whose words
/// something is follows from here, never from what a request says alone.
/// </summary>
/// <param name="Children">The children and young people.</param>
/// <param name="Parents">The parents, with or without authority.</param>
/// <param name="Others">Everybody else of the family or household.</param>
/// <param name="FromSixteen">Those of sixteen or older, who alone decide who reads their words (Jeugdwet, section 7.3).</param>
public sealed record FamilyRecords(
    IReadOnlySet<Guid> Children, IReadOnlySet<Guid> Parents, IReadOnlySet<Guid> Others, IReadOnlySet<Guid> FromSixteen)
{
    /// <summary>Those of twelve or older, who read the own file. Whose age is not known is none of them.</summary>
    public IReadOnlySet<Guid> FromTwelve { get; init; } = FromSixteen;

    /// <summary>Those who were recorded as an adult of the family once, though that was corrected: a child's words stay apart from them.</summary>
    public IReadOnlySet<Guid> OnceAdults { get; init; } = new HashSet<Guid>();

    /// <summary>
    /// Those who were recorded as a child of the family once, are another by a correction, and of whom nobody knows that they are of age: what they
    /// say is kept like a child's words, for the correction may be the slip.
    /// </summary>
    public IReadOnlySet<Guid> OnceChildren { get; init; } = new HashSet<Guid>();

    /// <summary>The records of a family of which nobody is known.</summary>
    public static FamilyRecords Nobody { get; } = new(new HashSet<Guid>(), new HashSet<Guid>(), new HashSet<Guid>(), new HashSet<Guid>());

    /// <summary>Whether somebody belongs or belonged to the family.</summary>
    public bool Know(Guid personId) => Children.Contains(personId) || Parents.Contains(personId) || Others.Contains(personId);
}
