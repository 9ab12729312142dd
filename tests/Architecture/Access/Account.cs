using System.Text.Json;

namespace Geborgen.Architecture.Tests.Access;

/// <summary>An account of the development users, as their file says.</summary>
/// <param name="Name">The user name, or the client of a system.</param>
/// <param name="IsClient">Whether it is a system.</param>
/// <param name="Id">The account's id.</param>
/// <param name="Organisation">The organisation, if any.</param>
/// <param name="Team">The team, if any.</param>
/// <param name="Roles">The roles.</param>
public sealed record Account(string Name, bool IsClient, string Id, string? Organisation, string? Team, IReadOnlyList<string> Roles)
{
    public static IReadOnlyList<Account> All { get; } = Read();

    public static Account Of(string name) => All.Single(account => account.Name == name);

    public override string ToString() => Name;

    static List<Account> Read()
    {
        using var file = JsonDocument.Parse(Repository.Read("deploy/keycloak/geborgen-users-0.json"));
        return [.. file.RootElement.GetProperty("users").EnumerateArray().Select(user =>
        {
            var client = user.TryGetProperty("serviceAccountClientId", out var id) ? id.GetString() : null;
            return new Account(
                client ?? user.GetProperty("username").GetString()!, client is not null, user.GetProperty("id").GetString()!,
                Attribute(user, "organisation"), Attribute(user, "team"),
                [.. user.GetProperty("realmRoles").EnumerateArray().Select(role => role.GetString()!)]);
        })];
    }

    static string? Attribute(JsonElement user, string name) =>
        user.GetProperty("attributes").TryGetProperty(name, out var values) ? values[0].GetString() : null;
}
