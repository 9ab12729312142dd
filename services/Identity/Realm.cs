using System.Diagnostics.CodeAnalysis;

namespace Geborgen.Identity;

/// <summary>The realm, checked and ready to answer from. It does not change while the server runs.</summary>
sealed class Realm
{
    readonly Dictionary<string, Client> clients;
    readonly Dictionary<string, User> users;
    readonly Dictionary<string, User> usersByName;

    internal Realm(string name, Lifetimes lifetimes, BruteForce bruteForce, IReadOnlyCollection<Client> clients, IReadOnlyCollection<User> users)
    {
        Name = name;
        Lifetimes = lifetimes;
        BruteForce = bruteForce;
        this.clients = clients.ToDictionary(client => client.Id);
        this.users = users.ToDictionary(user => user.Id);
        usersByName = users.ToDictionary(user => user.Username, StringComparer.OrdinalIgnoreCase);
    }

    internal string Name { get; }

    internal Lifetimes Lifetimes { get; }

    internal BruteForce BruteForce { get; }

    internal IReadOnlyCollection<Client> Clients => clients.Values;

    internal IEnumerable<Scope> Scopes => Clients.SelectMany(client => client.DefaultScopes.Concat(client.OptionalScopes)).DistinctBy(scope => scope.Name);

    internal Client Client(string id) => clients[id];

    internal User ServiceAccount(string client) => users.Values.Single(user => user.ServiceAccountOf == client);

    /// <summary>Someone who still exists and is enabled, by id.</summary>
    internal bool TryUser(string? id, [NotNullWhen(true)] out User? user) => users.TryGetValue(id ?? "", out user) && user.Enabled;

    /// <summary>A person (never a service account) by user name, in any case as at Keycloak.</summary>
    internal User? Person(string username) => usersByName.TryGetValue(username, out var user) && user is { Enabled: true, ServiceAccountOf: null } ? user : null;
}

/// <summary>How long things live.</summary>
/// <param name="AccessToken">At most five minutes.</param>
/// <param name="Code">An authorization code.</param>
/// <param name="Idle">A refresh token that nobody uses.</param>
/// <param name="Session">The login itself.</param>
sealed record Lifetimes(TimeSpan AccessToken, TimeSpan Code, TimeSpan Idle, TimeSpan Session);

/// <summary>After so many wrong passwords in that time, a user name is refused from that address until the time is over.</summary>
sealed record BruteForce(int Failures, TimeSpan Wait);

/// <summary>A client: a system or an application that asks for tokens.</summary>
sealed record Client(
    string Id,
    string? Secret,
    bool Code,
    bool Password,
    bool ServiceAccount,
    bool Refresh,
    IReadOnlyList<Uri> RedirectUris,
    IReadOnlyList<Uri> PostLogoutRedirectUris,
    IReadOnlyList<Scope> DefaultScopes,
    IReadOnlyList<Scope> OptionalScopes,
    IReadOnlyList<ProtocolMapper> Mappers)
{
    /// <summary>The default scopes and those of the optional ones that were asked for.</summary>
    internal IEnumerable<Scope> Granted(IEnumerable<string> requested) => DefaultScopes.Concat(OptionalScopes.IntersectBy(requested, scope => scope.Name));
}

/// <summary>A client scope.</summary>
/// <param name="Name">As a client asks for it.</param>
/// <param name="Shown">Whether the token's <c>scope</c> names it.</param>
/// <param name="Mappers">What it puts into tokens.</param>
sealed record Scope(string Name, bool Shown, IReadOnlyList<ProtocolMapper> Mappers);

/// <summary>A person or a service account.</summary>
sealed record User(
    string Id,
    string Username,
    bool Enabled,
    IReadOnlyList<string> Roles,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Attributes,
    string? ServiceAccountOf,
    string? Password);
