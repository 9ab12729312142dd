using Microsoft.Extensions.DependencyInjection;

namespace Geborgen.Messaging;

/// <summary>What a service does with messages besides publishing its own events.</summary>
/// <typeparam name="TDb">The service's database.</typeparam>
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

    internal bool HasClocks { get; private set; }

    /// <summary>Keeps a projection, with a queue <c>{instance}.{name}</c> of its own.</summary>
    /// <typeparam name="TProjection">The projection; made per batch, in a scope of its own.</typeparam>
    /// <param name="name">Its name, unique in the service and never changed: the inbox keeps it.</param>
    public MessagingBuilder<TDb> Projects<TProjection>(string name) where TProjection : class, IProjection<TDb>
    {
        services.AddScoped<TProjection>();
        Projections.Add(new Events.ProjectionRegistration<TDb>(
            name, typeof(TProjection), TProjection.Handles,
            [.. TProjection.Sources.Where(source => source != service)]));
        return this;
    }

    /// <summary>Watches the clocks that the service's aggregates start.</summary>
    /// <typeparam name="TOwner">Who warns and who says that time is up; made per clock, in a scope of its own.</typeparam>
    public MessagingBuilder<TDb> Clocks<TOwner>() where TOwner : class, IClockOwner
    {
        services.AddScoped<IClockOwner, TOwner>();
        HasClocks = true;
        return this;
    }
}
