using Geborgen.Casework;
using Geborgen.Contracts.Casework;

namespace Geborgen.FamilyView;

/// <summary>
/// Who had read here of a person who was recorded in error: the service that recorded the person hears of it, and tells them
/// that it does not count (AVG, article 4, twelfth part, and article 19).
/// </summary>
public sealed class TakenOutReaders : Aggregate
{
    // All that it ever says is said when it is made, so this is not kept.
    Municipality municipality;

    TakenOutReaders()
    {
    }

    /// <summary>The family to which the person never belonged.</summary>
    public Guid FamilyId { get; private init; }

    /// <summary>The person.</summary>
    public Guid PersonId { get; private init; }

    /// <summary>Until when the log was looked at; who reads of the person later, while the view is built anew, is found then.</summary>
    public DateTimeOffset FoundAt { get; private init; }

    /// <inheritdoc/>
    public override Guid OfFamily => FamilyId;

    /// <inheritdoc/>
    protected override Municipality OfMunicipality => municipality;

    /// <summary>Records who had read of the person.</summary>
    public static TakenOutReaders Record(
        Guid familyId, Municipality municipality, Guid personId, IReadOnlyList<TakenOutReader> readers, DateTimeOffset now)
    {
        var found = new TakenOutReaders
        {
            Id = Guid.CreateVersion7(now),
            FamilyId = familyId,
            municipality = municipality,
            PersonId = personId,
            FoundAt = now,
        };
        found.Raise(new TakenOutReadersFound(personId, readers), now);
        return found;
    }
}
