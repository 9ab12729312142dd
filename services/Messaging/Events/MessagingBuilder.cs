using Microsoft.Extensions.DependencyInjection;

namespace Geborgen.Messaging;

/// <summary>What a service does with messages besides publishing its own events.</summary>
public sealed class MessagingBuilder<TDb> where TDb : ServiceDb
{
    readonly IServiceCollection services;
    readonly string service;

    internal MessagingBuilder(IServiceCollection services, string service)
    {
        this.services = services;
        this.service = service;
    }

    internal List<Events.ProjectionRegistration<TDb>> Projections { get; } = [];

    internal List<Type> NeverMissed { get; } = [];

    /// <summary>Keeps a projection, with a queue <c>{instance}.{name}</c> of its own.</summary>
    public MessagingBuilder<TDb> Projects<TProjection>(string name) where TProjection : class, IProjection<TDb>
    {
        services.AddScoped<TProjection>();
        Projections.Add(new Events.ProjectionRegistration<TDb>(
            name, typeof(TProjection), TProjection.Handles,
            [.. TProjection.Sources.Where(source => source != service)]));
        return this;
    }

    /// <summary>
    /// Names events that nobody may miss: while one of them is held, no heartbeat says that all was published.
    /// </summary>
    public MessagingBuilder<TDb> LetsNobodyMiss(params IReadOnlyList<Type> events)
    {
        NeverMissed.AddRange(events);
        return this;
    }
}
