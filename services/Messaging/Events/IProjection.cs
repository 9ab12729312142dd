using Geborgen.Contracts;

namespace Geborgen.Messaging;

/// <summary>
/// Keeps tables of its own up to date with what other services say. It has one queue, applies each event once, and can
/// be emptied and rebuilt from the sources' feeds with the same result.
/// <para>
/// Events arrive in any order: after a redelivery or a rebuild an older one can follow a newer one. So each projected
/// row keeps the version of the event that wrote it (<see cref="VersionedRows"/>), removal leaves a tombstone,
/// and an item of a set creates its missing parent.
/// </para>
/// </summary>
public interface IProjection<in TDb> where TDb : ServiceDb
{
    /// <summary>The types of event that it handles; its queue binds exactly these.</summary>
    static abstract IReadOnlyList<Type> Handles { get; }

    /// <summary>The services that it listens to, such as <c>intake</c>. The own service is left out.</summary>
    static abstract IReadOnlyList<string> Sources { get; }

    /// <summary>
    /// Applies events that were not applied before, all in the transaction that is open on <paramref name="db"/>.
    /// Set-based: one statement per kind of row, not one per event. A row may be touched by several of the events.
    /// </summary>
    Task Apply(TDb db, IReadOnlyList<ReceivedEvent> events, CancellationToken ct);

    /// <summary>Empties the tables of the projection, in the transaction that is open on <paramref name="db"/>.</summary>
    Task Empty(TDb db, CancellationToken ct);
}

/// <summary>An event of another service.</summary>
/// <param name="EventId">Its id, the same however often it arrives.</param>
/// <param name="Service">The service that published it.</param>
/// <param name="Event">What it says.</param>
public sealed record ReceivedEvent(Guid EventId, string Service, DomainEvent Event);
