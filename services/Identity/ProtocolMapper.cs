namespace Geborgen.Identity;

/// <summary>What a token is for; a mapper says in which it takes part.</summary>
enum TokenKind
{
    /// <summary>For services.</summary>
    Access,

    /// <summary>For the application that asked someone to log in.</summary>
    Id,

    /// <summary>The answer of the userinfo endpoint.</summary>
    UserInfo,
}

/// <summary>One protocol mapper of the realm file, understood.</summary>
sealed class ProtocolMapper
{
    /// <summary>Per type: the claims it gives, its own settings, and in which kinds it takes part when the file is silent.</summary>
    static readonly Dictionary<string, MapperType> Types = new()
    {
        ["oidc-sub-mapper"] = new([], (_, user) => ("sub", user.Id)),
        ["oidc-audience-mapper"] = new(["included.custom.audience"], (config, _) => ("aud", config["included.custom.audience"])),
        ["oidc-full-name-mapper"] = new([], (_, user) => Words(user) is { Length: > 0 } name ? ("name", name) : null),
        ["oidc-usermodel-attribute-mapper"] = new(["user.attribute", "claim.name", "jsonType.label"],
            (config, user) => user.Attributes.TryGetValue(config["user.attribute"], out var values) ? (config["claim.name"], values[0]) : null),
        ["oidc-usermodel-realm-role-mapper"] = new(["claim.name", "jsonType.label", "multivalued"],
            (config, user) => user.Roles.Count > 0 ? (config["claim.name"], user.Roles.ToArray()) : null),
        ["oidc-usermodel-client-role-mapper"] = new(["usermodel.clientRoleMapping.clientId", "claim.name", "jsonType.label", "multivalued"],
            (config, user) => config["usermodel.clientRoleMapping.clientId"] == Realm.Management && user.ManagementRoles.Count > 0
                ? (config["claim.name"], user.ManagementRoles.ToArray()) : null),
    };

    static readonly Dictionary<string, TokenKind?> Switches = new()
    {
        ["access.token.claim"] = TokenKind.Access,
        ["id.token.claim"] = TokenKind.Id,
        ["userinfo.token.claim"] = TokenKind.UserInfo,
        // There is no introspection here: every service checks tokens itself.
        ["introspection.token.claim"] = null,
    };

    readonly MapperType type;
    readonly Dictionary<string, string> config;
    readonly HashSet<TokenKind> kinds;

    ProtocolMapper(MapperType type, Dictionary<string, string> config)
    {
        this.type = type;
        this.config = config;
        kinds = [.. config.Where(setting => setting.Value == "true" && Switches.GetValueOrDefault(setting.Key) is not null)
            .Select(setting => Switches[setting.Key]!.Value)];
    }

    /// <exception cref="RealmException">Its type or one of its settings is unknown here.</exception>
    internal static ProtocolMapper From(MapperFile file)
    {
        if (!Types.TryGetValue(file.ProtocolMapper, out var type))
            throw new RealmException($"The mapper '{file.Name}' has a type that is unknown here: {file.ProtocolMapper}.");
        var settings = file.Config.Where(setting => setting.Value is not null && !Switches.ContainsKey(setting.Key)).ToDictionary();
        if (settings.Keys.Except(type.Settings).Concat(type.Settings.Except(settings.Keys)).FirstOrDefault() is { } setting)
            throw new RealmException($"The mapper '{file.Name}' ({file.ProtocolMapper}) has, or misses, the setting {setting}.");
        if (settings.GetValueOrDefault("jsonType.label", "String") != "String" || settings.GetValueOrDefault("multivalued", "true") != "true")
            throw new RealmException($"The mapper '{file.Name}' ({file.ProtocolMapper}) asks for a form of value that is unknown here.");
        return new ProtocolMapper(type, file.Config);
    }

    /// <summary>Adds its claim, if the user has one; a dot in the claim's name makes an object, as at Keycloak.</summary>
    internal void Apply(User user, TokenKind kind, IDictionary<string, object> claims)
    {
        if (!kinds.Contains(kind) || type.Claim(config, user) is not var (name, value))
            return;
        var path = name.Split('.');
        foreach (var step in path[..^1])
        {
            if (!claims.TryGetValue(step, out var inner))
                claims[step] = inner = new Dictionary<string, object>();
            claims = (IDictionary<string, object>)inner;
        }
        claims[path[^1]] = value;
    }

    static string Words(User user) =>
        string.Join(' ', new[] { user.Attributes.GetValueOrDefault("firstName")?[0], user.Attributes.GetValueOrDefault("lastName")?[0] }.OfType<string>());

    sealed record MapperType(string[] Settings, Func<Dictionary<string, string>, User, (string Name, object Value)?> Claim);
}
