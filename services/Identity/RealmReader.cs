using System.Text.Json;
using Geborgen.ServiceDefaults;

namespace Geborgen.Identity;

/// <summary>Reads the realm file and the files of users, and refuses what this server can't honour or must not.</summary>
static class RealmReader
{
    /// <exception cref="RealmException">The files say something that is unknown or not allowed here.</exception>
    internal static Realm Read(IConfiguration configuration, IHostEnvironment environment)
    {
        var paths = configuration.GetSection("Realm:Files").Get<string[]>() ?? Beside(environment);
        var file = Parse<RealmFile>(paths[0], configuration);
        var usersFiles = paths[1..].Select(path => Parse<UsersFile>(path, configuration)).ToArray();
        if (usersFiles.FirstOrDefault(users => users.Realm != file.Realm) is { } foreign)
            throw new RealmException($"A file of users is of another realm: {foreign.Realm}.");

        var scopes = file.ClientScopes.ToDictionary(scope => scope.Name,
            scope => new Scope(scope.Name, scope.Attributes.GetValueOrDefault("include.in.token.scope") == "true", Mappers(scope.ProtocolMappers)));
        var users = usersFiles.SelectMany(users => users.Users).Select(UserOf(file)).ToArray();
        var clients = file.Clients.Where(client => client.Enabled).Select(client => ClientOf(client, scopes, users)).ToArray();
        if (!environment.IsDevelopment())
            RefuseDevelopment(clients, users, environment.EnvironmentName);

        var accessToken = TimeSpan.FromSeconds(file.AccessTokenLifespan);
        if (accessToken <= TimeSpan.Zero || accessToken > TimeSpan.FromMinutes(5))
            throw new RealmException("An access token lives at most five minutes.");
        return new Realm(file.Realm,
            new Lifetimes(accessToken, TimeSpan.FromSeconds(file.AccessCodeLifespan),
                TimeSpan.FromSeconds(file.SsoSessionIdleTimeout), TimeSpan.FromSeconds(file.SsoSessionMaxLifespan)),
            new BruteForce(file.FailureFactor, TimeSpan.FromSeconds(file.WaitIncrementSeconds)),
            clients, users);
    }

    static T Parse<T>(string path, IConfiguration configuration)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(Placeholders.Fill(File.ReadAllText(path), configuration), RealmFile.Json)
                ?? throw new RealmException($"{path} is empty.");
        }
        catch (JsonException fault)
        {
            throw new RealmException($"{path} can't be read: {fault.Message}");
        }
    }

    /// <summary>In a working copy, the files that Keycloak imports as well.</summary>
    static string[] Beside(IHostEnvironment environment)
    {
        if (environment.IsDevelopment())
            for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
                if (Path.Combine(folder.FullName, "deploy", "keycloak") is var files && Directory.Exists(files))
                    return [Path.Combine(files, "geborgen-realm.json"), Path.Combine(files, "geborgen-users-0.json")];
        throw new RealmException("The paths of the realm files are missing (Realm:Files:0 is the realm, the others hold its users).");
    }

    static Func<UserFile, User> UserOf(RealmFile file)
    {
        var roles = file.Roles.Realm.Select(role => role.Name).ToHashSet();
        var profile = Profile(file);
        return user =>
        {
            if (user.RealmRoles.FirstOrDefault(role => !roles.Contains(role)) is { } unknown)
                throw new RealmException($"The user {user.Username} has an unknown role: {unknown}.");
            var management = ManagementRolesOf(user);
            var own = new Dictionary<string, string?>
            {
                ["username"] = user.Username,
                ["email"] = user.Email,
                ["firstName"] = user.FirstName,
                ["lastName"] = user.LastName,
            };
            if (user.ServiceAccountClientId is null && own.ContainsValue(null))
                throw new RealmException($"The user {user.Username} needs an e-mail address, a first and a last name before Keycloak lets anyone in.");
            // Keycloak drops attributes that the user profile does not declare.
            var attributes = own.Where(pair => pair.Value is not null).Select(pair => KeyValuePair.Create(pair.Key, (IReadOnlyList<string>)[pair.Value!]))
                .Concat((user.Attributes ?? []).Where(pair => pair.Value.Length > 0).Select(pair => KeyValuePair.Create(pair.Key, (IReadOnlyList<string>)pair.Value)))
                .Where(pair => profile.Contains(pair.Key));
            return new User(user.Id, user.Username, user.Enabled, user.RealmRoles, management, attributes.ToDictionary(), user.ServiceAccountClientId,
                user.Credentials?.SingleOrDefault(credential => credential.Type == "password")?.Value);
        };
    }

    static string[] ManagementRolesOf(UserFile user)
    {
        var given = (user.ClientRoles ?? []).SelectMany(client => client.Value.Select(role => (Client: client.Key, Role: role))).ToList();
        if (given.Find(one => one.Client != Realm.Management || !Realm.ManagementRoles.ContainsKey(one.Role)) is { Role: { } unknown } foreign)
            throw new RealmException($"The user {user.Username} has a client role that has no meaning here: {unknown} of {foreign.Client}.");
        return [.. given.SelectMany(one => Realm.ManagementRoles[one.Role]).Distinct()];
    }

    static HashSet<string> Profile(RealmFile file)
    {
        var config = file.Components.GetValueOrDefault("org.keycloak.userprofile.UserProfileProvider")?.Single().Config["kc.user.profile.config"].Single()
            ?? throw new RealmException("The realm declares no user profile.");
        var profile = JsonSerializer.Deserialize<UserProfileFile>(config, RealmFile.Json)!;
        if (profile.UnmanagedAttributePolicy is not null)
            throw new RealmException("Attributes outside the user profile are not kept here.");
        return [.. profile.Attributes.Select(attribute => attribute.Name)];
    }

    static Client ClientOf(ClientFile client, Dictionary<string, Scope> scopes, User[] users)
    {
        RealmException Refuse(string why) => new($"The client {client.ClientId} {why}.");
        Scope[] Of(string[] names) => [.. names.Select(name => scopes.GetValueOrDefault(name) ?? throw Refuse($"has an unknown scope: {name}"))];
        Uri[] Exact(IEnumerable<string> uris) => [.. uris.Select(uri =>
            Uri.TryCreate(uri, UriKind.Absolute, out var exact) && !uri.Contains('*') ? exact : throw Refuse($"has a redirect URI that is not exact: {uri}"))];

        if (client.ImplicitFlowEnabled)
            throw Refuse("allows the implicit flow");
        if (client.StandardFlowEnabled && client.Attributes.GetValueOrDefault("pkce.code.challenge.method") != "S256")
            throw Refuse("does not require PKCE with S256");
        if (client.Attributes.GetValueOrDefault("access.token.header.type.rfc9068") != "true")
            throw Refuse("has no access tokens of type at+jwt (RFC 9068)");
        if (!client.PublicClient && string.IsNullOrWhiteSpace(client.Secret))
            throw Refuse("has no secret");
        if (client.ServiceAccountsEnabled && !users.Any(user => user.ServiceAccountOf == client.ClientId))
            throw Refuse("has no service account among the users");

        return new Client(client.ClientId, client.PublicClient ? null : client.Secret,
            client.StandardFlowEnabled, client.DirectAccessGrantsEnabled, client.ServiceAccountsEnabled,
            // Refresh tokens are on unless switched off, as at Keycloak.
            client.StandardFlowEnabled && client.Attributes.GetValueOrDefault("use.refresh.tokens") != "false",
            Exact(client.RedirectUris ?? []),
            Exact(client.Attributes.GetValueOrDefault("post.logout.redirect.uris", "").Split("##", StringSplitOptions.RemoveEmptyEntries)),
            Of(client.DefaultClientScopes), Of(client.OptionalClientScopes), Mappers(client.ProtocolMappers ?? []));
    }

    static ProtocolMapper[] Mappers(MapperFile[] mappers) => [.. mappers.Select(ProtocolMapper.From)];

    static void RefuseDevelopment(Client[] clients, User[] users, string environment)
    {
        if (users.FirstOrDefault(user => user.Password is not null) is { } person)
            throw new RealmException($"The user {person.Username} has a password in plain text, which is refused in {environment}.");
        if (clients.FirstOrDefault(client => DevelopmentOnly.Marks(client.Secret)) is { } marked)
            throw new RealmException($"The client {marked.Id} has a development secret, which is refused in {environment}.");
        if (clients.FirstOrDefault(client => client.Password) is { } direct)
            throw new RealmException($"The client {direct.Id} may use the password grant, which is refused in {environment}.");
    }
}
