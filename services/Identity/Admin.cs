using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using OpenIddict.Abstractions;

namespace Geborgen.Identity;

/// <summary>
/// What services and operators use of Keycloak's Admin API: who has which account, with which roles, and whether an account has ended. The
/// caller's own account has the client role for it (<c>view-users</c>, <c>manage-users</c>). What Keycloak can beyond that is refused, not ignored.
/// </summary>
static class Admin
{
    // As at Keycloak.
    const int PageSize = 100;

    internal static void MapAdmin(this WebApplication app, Realm realm)
    {
        var users = app.MapGroup($"/admin/realms/{realm.Name}/users").RequireAuthorization(
            policy => policy.AddAuthenticationSchemes(JwtBearerDefaults.AuthenticationScheme).RequireAuthenticatedUser());
        users.MapGet("", List).AddEndpointFilter(MayView);
        users.MapGet("/{id}", Read).AddEndpointFilter(MayView);
        users.MapGet("/{id}/role-mappings/realm", ReadRoles).AddEndpointFilter(MayView);
        users.MapPut("/{id}", Update).AddEndpointFilter(MayManage);
    }

    /// <summary>Lists people, of whom attributes are asked for as <c>q=organisation:gm0344 team:gm0344-intake</c>.</summary>
    static IResult List(HttpContext http, Realm realm, string? q, int? first, int? max)
    {
        if (http.Request.Query.Keys.Except(["q", "first", "max"]).Any())
            return Error(StatusCodes.Status400BadRequest, "Only q, first and max are understood here");
        var asked = (q ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(one => one.Split(':', 2)).ToList();
        if (asked.Exists(one => one.Length != 2) || first < 0 || max < 0)
            return Error(StatusCodes.Status400BadRequest, "q is written as name:value, and first and max are not negative");
        return Results.Json(realm.People
            .Where(user => asked.TrueForAll(one => user.Attributes.TryGetValue(one[0], out var values) && values.Contains(one[1])))
            .Skip(first ?? 0).Take(max ?? PageSize).Select(Represented.Of));
    }

    static IResult Read(string id, Realm realm) => realm.Account(id) is { } user ? Results.Json(Represented.Of(user)) : Missing();

    static IResult ReadRoles(string id, Realm realm) =>
        realm.Account(id) is { } user ? Results.Json(user.Roles.Select(role => new RepresentedRole(role))) : Missing();

    /// <summary>Ends an account or lets it go on. One that ends is logged in nowhere any more, also if it goes on later.</summary>
    static async Task<IResult> Update(string id, HttpContext http, Realm realm, IOpenIddictTokenManager tokens, CancellationToken ct)
    {
        if (realm.Account(id) is not { } user)
            return Missing();
        if (await ChangeIn(http.Request, ct) is not { } change)
            return Error(StatusCodes.Status400BadRequest, "Only enabled is changed here, and it is sent as JSON");
        realm.Enable(user, change.Enabled);
        if (!change.Enabled)
            await tokens.RevokeBySubjectAsync(user.Id, ct);
        return Results.NoContent();
    }

    static async Task<Change?> ChangeIn(HttpRequest request, CancellationToken ct)
    {
        try
        {
            return request.HasJsonContentType() ? await request.ReadFromJsonAsync<Change>(ct) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    static ValueTask<object?> MayView(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        Only(context, next, Realm.ViewUsers, Realm.ManageUsers);

    static ValueTask<object?> MayManage(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        Only(context, next, Realm.ManageUsers);

    static ValueTask<object?> Only(EndpointFilterInvocationContext context, EndpointFilterDelegate next, params string[] roles)
    {
        var http = context.HttpContext;
        return http.RequestServices.GetRequiredService<Realm>().TryUser(http.User.GetClaim(OpenIddictConstants.Claims.Subject), out var caller)
            && caller.ManagementRoles.Intersect(roles).Any()
            ? next(context)
            : ValueTask.FromResult<object?>(Error(StatusCodes.Status403Forbidden, "HTTP 403 Forbidden"));
    }

    static IResult Missing() => Error(StatusCodes.Status404NotFound, "User not found");

    static IResult Error(int status, string why) => Results.Json(new { error = why }, statusCode: status);

    /// <summary>What can be changed of an account.</summary>
    [JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
    sealed record Change([property: JsonRequired] bool Enabled);

    /// <summary>An account in Keycloak's representation.</summary>
    sealed record Represented(
        string Id, string Username, string? FirstName, string? LastName, string? Email, bool Enabled,
        IReadOnlyDictionary<string, IReadOnlyList<string>> Attributes)
    {
        static readonly string[] Own = ["username", "firstName", "lastName", "email"];

        internal static Represented Of(User user)
        {
            return new(
                user.Id, user.Username, One("firstName"), One("lastName"), One("email"), user.Enabled,
                user.Attributes.Where(one => !Own.Contains(one.Key)).ToDictionary());

            string? One(string attribute) => user.Attributes.GetValueOrDefault(attribute)?[0];
        }
    }

    /// <summary>A role in Keycloak's representation.</summary>
    sealed record RepresentedRole(string Name, bool Composite = false, bool ClientRole = false);
}
