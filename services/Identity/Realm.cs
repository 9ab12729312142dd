using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace Geborgen.Identity;

/// <summary>
/// The realm, checked and ready to answer from. While the server runs nothing of it changes but which accounts are enabled, and who registered.
/// </summary>
sealed class Realm
{
    /// <summary>The client of Keycloak's that gives rights on the realm itself.</summary>
    internal const string Management = "realm-management";

    /// <summary>To read accounts.</summary>
    internal const string ViewUsers = "view-users";

    /// <summary>To end accounts and to let them go on.</summary>
    internal const string ManageUsers = "manage-users";

    /// <summary>The roles of that client that have a meaning here, each with the ones that come with it.</summary>
    internal static readonly IReadOnlyDictionary<string, string[]> ManagementRoles = new Dictionary<string, string[]>
    {
        [ViewUsers] = [ViewUsers, "query-users", "query-groups"],
        [ManageUsers] = [ManageUsers],
    };

    readonly Dictionary<string, Client> clients;
    readonly ConcurrentDictionary<string, User> users;
    readonly ConcurrentDictionary<string, string> idsByName;

    internal Realm(string name, Lifetimes lifetimes, BruteForce bruteForce, IReadOnlyCollection<Client> clients, IReadOnlyCollection<User> users)
    {
        Name = name;
        Lifetimes = lifetimes;
        BruteForce = bruteForce;
        this.clients = clients.ToDictionary(client => client.Id);
        this.users = new(users.Select(user => KeyValuePair.Create(user.Id, user)));
        idsByName = new(users.Select(user => KeyValuePair.Create(user.Username, user.Id)), StringComparer.OrdinalIgnoreCase);
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
    internal User? Person(string username) =>
        idsByName.TryGetValue(username, out var id) && users[id] is { Enabled: true, ServiceAccountOf: null } user ? user : null;

    /// <summary>Everybody, enabled or not, without service accounts, by user name.</summary>
    internal IEnumerable<User> People => users.Values.Where(user => user.ServiceAccountOf is null).OrderBy(user => user.Username, StringComparer.Ordinal);

    /// <summary>An account, enabled or not; null when there is none.</summary>
    internal User? Account(string id) => users.GetValueOrDefault(id);

    /// <summary>Adds an account; false where its user name is another's.</summary>
    internal bool TryAdd(User user)
    {
        users[user.Id] = user;
        if (idsByName.TryAdd(user.Username, user.Id))
            return true;
        users.TryRemove(user.Id, out _);
        return false;
    }

    /// <summary>Takes back an account that was added and came to nothing.</summary>
    internal void Remove(User user)
    {
        idsByName.TryRemove(user.Username, out _);
        users.TryRemove(user.Id, out _);
    }

    /// <summary>Lets an account that was added log in.</summary>
    internal void Complete(User user) => users[user.Id] = user;

    /// <summary>Ends an account, or lets it go on.</summary>
    internal void Enable(User user, bool enabled) => users[user.Id] = user with { Enabled = enabled };
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
    IReadOnlyList<string> ManagementRoles,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Attributes,
    string? ServiceAccountOf,
    string? Password,
    SlowHash? Slow = null);
