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

    /// <summary>The last day of those who belong to the family no longer.</summary>
    public IReadOnlyDictionary<Guid, DateOnly> LastDays { get; init; } = new Dictionary<Guid, DateOnly>();

    /// <summary>Those who died.</summary>
    public IReadOnlySet<Guid> Dead { get; init; } = new HashSet<Guid>();

    /// <summary>Who has authority over which child, as a worker recorded it.</summary>
    public IReadOnlySet<(Guid Child, Guid Parent)> Authority { get; init; } = new HashSet<(Guid, Guid)>();

    /// <summary>The parents and everybody else who is no child.</summary>
    public IEnumerable<Guid> Adults => Parents.Concat(Others);

    /// <summary>The records of a family of which nobody is known.</summary>
    public static FamilyRecords Nobody { get; } = new(new HashSet<Guid>(), new HashSet<Guid>(), new HashSet<Guid>(), new HashSet<Guid>());

    /// <summary>
    /// What is known of a family whose file went into another: who belongs to that one belongs to it, and is to the family what is recorded there.
    /// Who was registered in both stands under the id that this one knows.
    /// </summary>
    /// <param name="into">The records of the other.</param>
    /// <param name="joined">Who stands there under which other id.</param>
    public FamilyRecords GoingOnIn(FamilyRecords into, IReadOnlyDictionary<Guid, Guid> joined)
    {
        ArgumentNullException.ThrowIfNull(into);
        ArgumentNullException.ThrowIfNull(joined);
        var here = Children.Concat(Parents).Concat(Others).ToHashSet();
        var known = joined.Where(one => here.Contains(one.Key)).ToDictionary();
        var lastDays = LastDays.Where(one => !into.Know(There(one.Key))).ToDictionary();
        foreach (var person in here.Where(one => into.LastDays.ContainsKey(There(one))).Concat(into.LastDays.Keys.Except(known.Values)))
            lastDays[person] = into.LastDays[There(person)];
        return new(Now(Children, into.Children), Now(Parents, into.Parents), Now(Others, into.Others), All(FromSixteen, into.FromSixteen))
        {
            FromTwelve = All(FromTwelve, into.FromTwelve),
            OnceAdults = All(OnceAdults, into.OnceAdults),
            OnceChildren = All(OnceChildren, into.OnceChildren),
            LastDays = lastDays,
            Dead = All(Dead, into.Dead),
            Authority = Authority.Union(into.Authority).ToHashSet(),
        };

        Guid There(Guid person) => known.GetValueOrDefault(person, person);

        HashSet<Guid> Now(IReadOnlySet<Guid> before, IReadOnlySet<Guid> there) =>
            [.. here.Where(one => into.Know(There(one)) ? there.Contains(There(one)) : before.Contains(one)), .. there.Except(known.Values)];

        HashSet<Guid> All(IReadOnlySet<Guid> before, IReadOnlySet<Guid> there) =>
            [.. here.Where(one => before.Contains(one) || there.Contains(There(one))), .. there.Except(known.Values)];
    }

    /// <summary>Whether somebody belongs or belonged to the family.</summary>
    public bool Know(Guid personId) => Children.Contains(personId) || Parents.Contains(personId) || Others.Contains(personId);

    /// <summary>Whether somebody lives and belongs to the family on a day.</summary>
    public bool BelongsOn(Guid personId, DateOnly day) => Know(personId) && !Dead.Contains(personId) && (!LastDays.TryGetValue(personId, out var last) || last >= day);

    /// <summary>Who has authority over a child and lives, wherever that is; nobody where it was not recorded.</summary>
    public IReadOnlyCollection<Guid> WithAuthorityOver(Guid childId) =>
        [.. Authority.Where(one => one.Child == childId && !Dead.Contains(one.Parent)).Select(one => one.Parent)];
}
