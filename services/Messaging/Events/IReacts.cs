using Geborgen.Contracts;

namespace Geborgen.Messaging;

/// <summary>
/// What a service does when another says something: it changes what it keeps itself, once per event and in a transaction of that event
/// alone, which is open on the service's database and saved after it. What was done stays, so that nothing here is rebuilt; what can be
/// worked out anew from the events of others is an <see cref="IProjection{TDb}"/>. Events arrive in any order. A class that reacts to
/// several has one queue for them.
/// </summary>
/// <typeparam name="TEvent">What is said.</typeparam>
public interface IReacts<in TEvent> where TEvent : DomainEvent
{
    /// <summary>Reacts to an event that was not heard before.</summary>
    Task On(TEvent said, CancellationToken ct);
}
