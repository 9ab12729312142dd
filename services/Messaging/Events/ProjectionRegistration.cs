using Microsoft.Extensions.DependencyInjection;

namespace Geborgen.Messaging.Events;

/// <summary>A projection of this service.</summary>
/// <param name="Name">Its name, as the inbox and its queue know it.</param>
/// <param name="Type">The class.</param>
/// <param name="Handles">The types of event.</param>
/// <param name="Sources">The other services that it listens to.</param>
sealed record ProjectionRegistration<TDb>(string Name, Type Type, IReadOnlyList<Type> Handles, IReadOnlyList<string> Sources)
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

    internal Task Apply(IServiceProvider provider, TDb db, IReadOnlyList<ReceivedEvent> events, CancellationToken ct) =>
        Make(provider).Apply(db, events, ct);

    internal Task Empty(IServiceProvider provider, TDb db, CancellationToken ct) => Make(provider).Empty(db, ct);

    IProjection<TDb> Make(IServiceProvider provider) => (IProjection<TDb>)provider.GetRequiredService(Type);
}

/// <summary>The name of this service in routing keys, such as <c>intake</c>.</summary>
/// <param name="Value">The name.</param>
public sealed record ServiceName(string Value);
