namespace Geborgen.Messaging.Events;

/// <summary>A projection of this service.</summary>
/// <param name="Name">Its name, as the inbox and its queue know it.</param>
/// <param name="Type">The class.</param>
/// <param name="Handles">The types of event.</param>
/// <param name="Sources">The other services that it listens to.</param>
sealed record ProjectionRegistration<TDb>(string Name, Type Type, IReadOnlyList<Type> Handles, IReadOnlyList<string> Sources)
    where TDb : ServiceDb;

/// <summary>The name of this service in routing keys, such as <c>intake</c>.</summary>
sealed record ServiceName(string Value);
