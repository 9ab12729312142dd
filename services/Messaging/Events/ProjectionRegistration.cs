namespace Geborgen.Messaging.Events;

/// <summary>What listens to other services with a queue of its own: a projection of this service, or a reaction.</summary>
/// <param name="Name">Its name, as the inbox and its queue know it.</param>
/// <param name="Handles">The types of event.</param>
/// <param name="Sources">The other services that it listens to.</param>
/// <param name="Apply">Applies events that were not applied before.</param>
/// <param name="Empty">Empties a projection; null for a reaction, which is not rebuilt and gets one event at a time.</param>
sealed record ProjectionRegistration<TDb>(
    string Name, IReadOnlyList<Type> Handles, IReadOnlyList<string> Sources,
    Func<IServiceProvider, TDb, IReadOnlyList<ReceivedEvent>, CancellationToken, Task> Apply,
    Func<IServiceProvider, TDb, CancellationToken, Task>? Empty)
    where TDb : ServiceDb
{
    /// <summary>
    /// What its queue binds for some municipalities. Heartbeats of every service, the own one too, so that the sign of
    /// life of a service that works alone does not count as something that nobody listens to.
    /// </summary>
    internal IEnumerable<string> Keys(IEnumerable<string> municipalities) =>
        from municipality in municipalities
        from type in Handles
        from source in type == typeof(Heartbeat) ? ["*"] : Sources
        select EventMessage.RoutingKey(municipality, source, EventMessage.NameOf(type));
}

/// <summary>The name of this service in routing keys, such as <c>intake</c>.</summary>
/// <param name="Value">The name.</param>
public sealed record ServiceName(string Value);
