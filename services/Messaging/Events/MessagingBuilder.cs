using System.Text.Json;
using Geborgen.Messaging.Events;
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

    internal List<ProjectionRegistration<TDb>> Projections { get; } = [];

    internal List<Type> NeverMissed { get; } = [];

    /// <summary>Keeps a projection, with a queue <c>{instance}.{name}</c> of its own.</summary>
    public MessagingBuilder<TDb> Projects<TProjection>(string name) where TProjection : class, IProjection<TDb>
    {
        services.AddScoped<TProjection>();
        Projections.Add(new(
            name, TProjection.Handles, [.. TProjection.Sources.Where(source => source != service)],
            (provider, db, events, ct) => provider.GetRequiredService<TProjection>().Apply(db, events, ct),
            (provider, db, ct) => provider.GetRequiredService<TProjection>().Empty(db, ct)));
        return this;
    }

    /// <summary>
    /// Reacts to what services say, the own one too where that must not be waited for, as the class says by each
    /// <see cref="IReacts{TEvent}"/>, with a queue of its own that has the name of the class.
    /// </summary>
    public MessagingBuilder<TDb> Reacts<TReaction>(params IReadOnlyList<string> sources) where TReaction : class
    {
        var reaction = new Reaction(typeof(TReaction));
        Projections.Add(new(JsonNamingPolicy.KebabCaseLower.ConvertName(typeof(TReaction).Name), reaction.Handles, sources, reaction.Apply, Empty: null));
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
