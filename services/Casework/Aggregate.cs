using Geborgen.Contracts;

namespace Geborgen.Casework;

/// <summary>
/// Something of a family, of which others hear: each change raises an event and takes the next version.
/// </summary>
public abstract class Aggregate : Versioned
{
    readonly List<DomainEvent> raised = [];

    /// <summary>The events that were raised since the aggregate was loaded and are not yet saved.</summary>
    public IReadOnlyList<DomainEvent> Raised => raised;

    /// <summary>Takes over the raised events when they have been written, so that they are written once.</summary>
    public void EventsWritten() => raised.Clear();

    /// <summary>The family to which it belongs.</summary>
    public abstract Guid OfFamily { get; }

    /// <summary>The municipality that is responsible for it.</summary>
    protected abstract Municipality OfMunicipality { get; }

    /// <summary>The family under which an event is filed.</summary>
    protected virtual Guid FamilyOf(DomainEvent said) => OfFamily;

    /// <summary>Raises an event as the next one of this aggregate.</summary>
    protected void Raise(DomainEvent said, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(said);
        var next = said with { Stream = Id, Version = Version + 1, FamilyId = FamilyOf(said), Municipality = OfMunicipality.Code, At = now };
        // What happens to a family is said by that family alone.
        if (next.Stream != Id)
            throw new InvalidOperationException($"{next.GetType().Name} is not an event of {GetType().Name}.");
        raised.Add(next);
        Version = next.Version;
    }
}
