using Geborgen.Contracts;

namespace Geborgen.Casework;

/// <summary>
/// Something with state and rules of its own that changes as a whole. Each change raises an event and takes the next
/// version, so that two changes to the same version cannot both be saved.
/// </summary>
public abstract class Aggregate
{
    readonly List<IDomainEvent> raised = [];

    /// <summary>The aggregate's id; also the id of its stream of events.</summary>
    public Guid Id { get; protected init; }

    /// <summary>The number of events raised so far. Callers see it as the ETag.</summary>
    public int Version { get; private set; }

    /// <summary>The events that were raised since the aggregate was loaded and are not yet saved.</summary>
    public IReadOnlyList<IDomainEvent> Raised => raised;

    /// <summary>Takes over the raised events when they have been written, so that they are written once.</summary>
    public void EventsWritten() => raised.Clear();

    /// <summary>Raises an event with the next version of this aggregate.</summary>
    protected void Raise(Func<int, IDomainEvent> make)
    {
        ArgumentNullException.ThrowIfNull(make);
        var next = make(Version + 1);
        if (next.Stream != Id || next.Version != Version + 1)
            throw new InvalidOperationException($"{next.GetType().Name} is not the next event of {GetType().Name}.");
        raised.Add(next);
        Version = next.Version;
    }
}
