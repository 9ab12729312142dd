using Geborgen.Casework;
using Geborgen.Contracts.Intake;

namespace Geborgen.Intake.Contacts;

// Where the family was said to be, and was not.
public sealed partial class Contact
{
    readonly List<WrongWhereabouts> wrongWhereabouts = [];

    /// <summary>Where the family was said to be before that was corrected, the first first.</summary>
    public IReadOnlyList<WrongWhereabouts> WrongWhereabouts => wrongWhereabouts;

    /// <summary>All places that this contact tells of, those that were wrong too.</summary>
    public IEnumerable<Whereabouts> Places => wrongWhereabouts.Select(one => one.Place).Append(Whereabouts).OfType<Whereabouts>();

    /// <summary>
    /// Corrects where the family was said to be, or completes it. What stood there stays, with who corrected it and why; what was not known yet
    /// needs no reason.
    /// </summary>
    public Refusal? CorrectWhereabouts(Whereabouts place, string? reason, Actor by)
    {
        ArgumentNullException.ThrowIfNull(place);
        ArgumentNullException.ThrowIfNull(by);
        if (Kind == ContactKind.Advice)
            return ContactRefusals.AdviceWithPersonData;
        if ((Whereabouts ?? Contacts.Whereabouts.Nowhere) == place)
            return null;
        if (string.IsNullOrWhiteSpace(reason) && Whereabouts is { } told && !place.OnlyAddsTo(told))
            return ContactRefusals.WhereaboutsWithoutReason;
        if (Whereabouts is { } wrong)
            wrongWhereabouts.Add(new WrongWhereabouts(wrong with { }, reason, by.Account, by.Now));
        (Whereabouts, PlaceKeys) = (place, place.Keys);
        Raise(new ContactWhereaboutsCorrected(), by.Now);
        return null;
    }
}

/// <summary>Where the family was said to be until somebody corrected or completed it.</summary>
public sealed class WrongWhereabouts
{
    WrongWhereabouts()
    {
    }

    internal WrongWhereabouts(Whereabouts place, string? reason, string by, DateTimeOffset until)
    {
        Id = Guid.CreateVersion7(until);
        Place = place;
        Reason = reason;
        By = by;
        Until = until;
    }

    /// <summary>The id.</summary>
    public Guid Id { get; private set; }

    /// <summary>The place.</summary>
    public Whereabouts Place { get; private set; } = null!;

    /// <summary>Why it was wrong; null where it was only completed.</summary>
    public string? Reason { get; private set; }

    /// <summary>The account that corrected it.</summary>
    public string By { get; private set; } = "";

    /// <summary>Until when it stood there.</summary>
    public DateTimeOffset Until { get; private set; }
}
