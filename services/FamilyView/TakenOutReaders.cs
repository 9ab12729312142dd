using Geborgen.Casework;
using Geborgen.Contracts.Casework;

namespace Geborgen.FamilyView;

/// <summary>
/// Who had read here of a person who was recorded in error: the service that recorded the person hears of it, and tells them
/// that it does not count (AVG, article 4, twelfth part, and article 19).
/// </summary>
public sealed class TakenOutReaders : Aggregate
{
    TakenOutReaders()
    {
    }

    /// <summary>The family to which the person never belonged.</summary>
    public Guid FamilyId { get; private init; }

    /// <summary>The person.</summary>
    public Guid PersonId { get; private init; }

    /// <summary>Until when the log was looked at; who reads of the person later, while the view is built anew, is found then.</summary>
    public DateTimeOffset FoundAt { get; private init; }

    /// <summary>Records who had read of the person.</summary>
    public static TakenOutReaders Record(
        Guid familyId, Municipality municipality, Guid personId, IReadOnlyList<TakenOutReader> readers, DateTimeOffset now)
    {
        var found = new TakenOutReaders { Id = Guid.CreateVersion7(now), FamilyId = familyId, PersonId = personId, FoundAt = now };
        found.Raise(version => new TakenOutReadersFound(found.Id, version, familyId, municipality.Code, now, personId, readers));
        return found;
    }
}
