using System.Security.Claims;

namespace Geborgen.ServiceDefaults;

/// <summary>
/// Who calls, as the validated token says. Scoped to the request.
/// Relations to a family, and who somebody is in it, never come from here: they come from the services' own records.
/// </summary>
public sealed class CurrentUser
{
    /// <summary>Reads a validated token.</summary>
    public CurrentUser(ClaimsPrincipal principal)
    {
        Id = principal.FindFirstValue("sub") ?? "";
        Client = principal.FindFirstValue("azp") ?? "";
        Organisation = principal.FindFirstValue("organisation") ?? "";
        Team = principal.FindFirstValue("team");
        Roles = principal.FindAll(Tokens.RoleClaim).Select(role => role.Value).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>The user's or service account's id at the identity provider (claim <c>sub</c>); empty when nobody is logged in.</summary>
    public string Id { get; }

    /// <summary>The client that asked for the token (claim <c>azp</c>).</summary>
    public string Client { get; }

    /// <summary>The organisation of the registry that the caller works for; empty when the token names none, which equals no organisation.</summary>
    public string Organisation { get; }

    /// <summary>The caller's team (reporting line), if any.</summary>
    public string? Team { get; }

    /// <summary>The realm roles.</summary>
    public IReadOnlySet<string> Roles { get; }

    /// <summary>Whether a system calls, without a person behind it.</summary>
    public bool IsSystem => Is(ServiceDefaults.Roles.MunicipalSystem) || Is(ServiceDefaults.Roles.Instance);

    /// <summary>The name under which the caller sends and writes: the client of a system, or the account of a person.</summary>
    public string Signature => IsSystem ? Client : Id;

    /// <summary>Whether the caller has a role.</summary>
    public bool Is(string role) => Roles.Contains(role);
}
