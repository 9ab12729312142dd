using System.Reflection;
using Geborgen.Contracts;
using Microsoft.Extensions.DependencyInjection;

namespace Geborgen.Messaging.Events;

/// <summary>A class that reacts to events, as the worker of its queue calls it: with one event at a time.</summary>
/// <param name="Type">The class.</param>
sealed record Reaction(Type Type)
{
    static readonly MethodInfo OfEvent = typeof(Reaction).GetMethod(nameof(React), BindingFlags.Static | BindingFlags.NonPublic)!;

    readonly Dictionary<Type, Func<object, DomainEvent, CancellationToken, Task>> reacts = Type.GetInterfaces()
        .Where(one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IReacts<>)).Select(one => one.GenericTypeArguments[0])
        .ToDictionary(said => said, said => OfEvent.MakeGenericMethod(said).CreateDelegate<Func<object, DomainEvent, CancellationToken, Task>>());

    internal IReadOnlyList<Type> Handles => [.. reacts.Keys];

    internal async Task Apply<TDb>(IServiceProvider provider, TDb db, IReadOnlyList<ReceivedEvent> events, CancellationToken ct) where TDb : ServiceDb
    {
        var reaction = ActivatorUtilities.CreateInstance(provider, Type);
        foreach (var said in events.Select(one => one.Event))
            await reacts[said.GetType()](reaction, said, ct);
        await db.SaveChangesAsync(ct);
    }

    static Task React<TEvent>(object reaction, DomainEvent said, CancellationToken ct) where TEvent : DomainEvent =>
        ((IReacts<TEvent>)reaction).On((TEvent)said, ct);
}
