using System.Text.Json;
using System.Text.Json.Serialization;

namespace Geborgen.Identity;

/// <summary>The part of Keycloak's realm representation that this server acts on, as it stands in the file.</summary>
sealed record RealmFile(
    string Realm,
    int AccessTokenLifespan,
    int AccessCodeLifespan,
    int SsoSessionIdleTimeout,
    int SsoSessionMaxLifespan,
    int FailureFactor,
    int WaitIncrementSeconds,
    RolesFile Roles,
    ScopeFile[] ClientScopes,
    ClientFile[] Clients,
    Dictionary<string, ComponentFile[]> Components)
{
    /// <summary>Reads as Keycloak's mapper does: a value that came in by a placeholder is a string, also for a switch.</summary>
    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Converters = { new SwitchConverter() },
    };

    sealed class SwitchConverter : JsonConverter<bool>
    {
        public override bool Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String ? bool.Parse(reader.GetString()!) : reader.GetBoolean();

        public override void Write(Utf8JsonWriter writer, bool value, JsonSerializerOptions options) => writer.WriteBooleanValue(value);
    }
}

/// <summary>Roles of the realm.</summary>
sealed record RolesFile(RoleFile[] Realm);

/// <summary>A role.</summary>
sealed record RoleFile(string Name);

/// <summary>A client scope: a set of mappers, and whether the token's <c>scope</c> names it.</summary>
sealed record ScopeFile(string Name, Dictionary<string, string> Attributes, MapperFile[] ProtocolMappers);

/// <summary>A protocol mapper: what it puts into a token.</summary>
sealed record MapperFile(string Name, string ProtocolMapper, Dictionary<string, string> Config);

/// <summary>A client.</summary>
sealed record ClientFile(
    string ClientId,
    bool Enabled,
    bool PublicClient,
    bool StandardFlowEnabled,
    bool ImplicitFlowEnabled,
    bool DirectAccessGrantsEnabled,
    bool ServiceAccountsEnabled,
    Dictionary<string, string> Attributes,
    string[] DefaultClientScopes,
    string[] OptionalClientScopes,
    string? Secret = null,
    string[]? RedirectUris = null,
    MapperFile[]? ProtocolMappers = null);

/// <summary>A component of the realm, such as the user profile.</summary>
sealed record ComponentFile(string ProviderId, Dictionary<string, string[]> Config);

/// <summary>Keycloak's user profile: the attributes that a user can have.</summary>
sealed record UserProfileFile(UserProfileAttributeFile[] Attributes, string? UnmanagedAttributePolicy = null);

/// <summary>A declared attribute.</summary>
sealed record UserProfileAttributeFile(string Name);

/// <summary>A file of users beside the realm's.</summary>
sealed record UsersFile(string Realm, UserFile[] Users);

/// <summary>A user, or the service account of a client.</summary>
sealed record UserFile(
    string Id,
    string Username,
    bool Enabled,
    string[] RealmRoles,
    string? Email = null,
    string? FirstName = null,
    string? LastName = null,
    string? ServiceAccountClientId = null,
    Dictionary<string, string[]>? Attributes = null,
    CredentialFile[]? Credentials = null,
    Dictionary<string, string[]>? ClientRoles = null);

/// <summary>A password in plain text, as only a development file has it.</summary>
sealed record CredentialFile(string Type, string Value);
