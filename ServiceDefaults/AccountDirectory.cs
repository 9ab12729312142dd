using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Geborgen.ServiceDefaults;

/// <summary>
/// The accounts of the realm, as the identity provider keeps them: who somebody is, for whom and as what. It is asked by Keycloak's Admin API
/// with this instance's own account, which has the client role <c>view-users</c>, each time anew: an account that ended a moment ago is not named.
/// </summary>
public sealed class AccountDirectory(HttpClient http, IOptionsMonitor<JwtBearerOptions> issuer, ILogger<AccountDirectory> log)
{
    // Somebody is named now and then, and nothing is held meanwhile.
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    // A server of a later version may say more than is read here.
    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { RespectNullableAnnotations = true };

    /// <summary>
    /// Finds an account by its id (<c>sub</c> of its tokens). Where the directory answers and has none, there is no content; where it does not
    /// answer, nobody knows.
    /// </summary>
    public async Task<SourceReading<DirectoryAccount>> Find(string account, CancellationToken ct)
    {
        // What is no id at all is nobody's, and never becomes part of an address.
        if (!Guid.TryParseExact(account, "D", out var id))
            return new(SourceStatus.Read);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        try
        {
            var path = $"{Address}/users/{id}";
            return await Read<User>(path, patience.Token) is { } user && await Read<Role[]>(path + "/role-mappings/realm", patience.Token) is { } roles
                ? new(SourceStatus.Read, AccountOf(user, roles)) : new(SourceStatus.Read);
        }
        catch (Exception failure) when (failure is HttpRequestException or JsonException
            || failure is OperationCanceledException && !ct.IsCancellationRequested)
        {
            log.LogWarning("The directory of accounts was not readable: {Failure}", failure.GetType().Name);
            return new(SourceStatus.NotReachableNow);
        }
    }

    // Keycloak keeps a realm's administration beside the realm: /realms/{realm} and /admin/realms/{realm}.
    string Address => issuer.Get(JwtBearerDefaults.AuthenticationScheme).Authority!.Replace("/realms/", "/admin/realms/", StringComparison.Ordinal);

    // A proxy in between that does not know the path answers 404 as well. Taken for the directory's, it would end everybody's work.
    async Task<T?> Read<T>(string path, CancellationToken ct) where T : class
    {
        using var answer = await http.GetAsync(new Uri(path), ct);
        if (answer.StatusCode == HttpStatusCode.NotFound && (await answer.Content.ReadFromJsonAsync<Fault>(Json, ct))?.Error is { Length: > 0 })
            return null;
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadFromJsonAsync<T>(Json, ct) ?? throw new JsonException("There is nothing in the answer.");
    }

    static DirectoryAccount AccountOf(User user, Role[] roles)
    {
        return new(
            user.Id, string.Join(' ', new[] { user.FirstName, user.LastName }.Where(part => !string.IsNullOrWhiteSpace(part))), user.FirstName ?? "",
            One("organisation") ?? "", One("team"), One("function"), One("phoneNumber"), [.. roles.Select(role => role.Name)], user.Enabled);

        string? One(string attribute) => user.Attributes?.GetValueOrDefault(attribute) is [{ Length: > 0 } value, ..] ? value : null;
    }

    /// <summary>What is read of Keycloak's representation of a user.</summary>
    sealed record User(string Id, bool Enabled, string? FirstName = null, string? LastName = null, Dictionary<string, string[]>? Attributes = null);

    /// <summary>How Keycloak says that there is no such account.</summary>
    sealed record Fault(string? Error = null);

    /// <summary>What is read of Keycloak's representation of a role.</summary>
    sealed record Role(string Name);
}

/// <summary>An account of the realm.</summary>
/// <param name="Id">Its id (<c>sub</c> of its tokens).</param>
/// <param name="Name">The full name.</param>
/// <param name="GivenName">The given name.</param>
/// <param name="Organisation">The organisation of the registry for which somebody works under it; empty when that is none.</param>
/// <param name="Team">The team (reporting line), or null.</param>
/// <param name="Function">As what somebody works, in words for people, or null.</param>
/// <param name="Phone">The number on which somebody is reached, or null.</param>
/// <param name="Roles">The realm roles, as in tokens (<see cref="ServiceDefaults.Roles"/>).</param>
/// <param name="Active">Whether it is in use; an account that ended gets no token.</param>
public sealed record DirectoryAccount(
    string Id, string Name, string GivenName, string Organisation, string? Team, string? Function, string? Phone, IReadOnlyList<string> Roles, bool Active);
