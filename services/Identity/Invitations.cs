using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Server;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Geborgen.Identity;

/// <summary>
/// Uses the code that a family handed over, in the name of who registers by it: Planning of the municipality that the code names lets that
/// account in, once. An account whose code lets nobody in is none.
/// </summary>
sealed partial class Invitations(
    HttpClient http, Realm realm, Issuer issuer, IOptions<IdentityOptions> options, IOptionsMonitor<OpenIddictServerOptions> server, TimeProvider time,
    ILogger<Invitations> log)
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Whether the code let the account in; null where that can't be found out now.</summary>
    internal async Task<bool?> Use(string code, User user, CancellationToken ct)
    {
        if (Form().Match(code) is not { Success: true } match)
            return false;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(options.Value.Invitations!, $"/gm{match.Groups["municipality"].Value}/planning/v1/partner-plans"))
            {
                Content = JsonContent.Create(new { code }),
            };
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", TokenOf(user));
            using var answer = await http.SendAsync(request, patience.Token);
            if (answer.IsSuccessStatusCode)
                return true;
            if (answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Conflict)
                return false;
            log.LogWarning("Whether a code lets somebody in can't be found out now: {Status}.", (int)answer.StatusCode);
        }
        catch (Exception failure) when (failure is HttpRequestException || failure is OperationCanceledException && !ct.IsCancellationRequested)
        {
            log.LogWarning("Whether a code lets somebody in can't be found out now: {Failure}.", failure.GetType().Name);
        }
        return null;
    }

    /// <summary>A token of the new account, as the application gets one in which people log in.</summary>
    string TokenOf(User user)
    {
        var (client, now) = (realm.Clients.First(one => one.Code), time.GetUtcNow());
        var claims = new Dictionary<string, object>
        {
            [Claims.JwtId] = Guid.CreateVersion7().ToString(),
            ["typ"] = "Bearer",
            [Claims.AuthorizedParty] = client.Id,
        };
        TokenShape.Apply(client, user, [], TokenKind.Access, claims);
        return new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = new Uri(issuer.Address, $"/realms/{realm.Name}").AbsoluteUri,
            IssuedAt = now.UtcDateTime,
            NotBefore = now.UtcDateTime,
            Expires = (now + realm.Lifetimes.AccessToken).UtcDateTime,
            Claims = claims,
            TokenType = JsonWebTokenTypes.AccessToken,
            SigningCredentials = server.CurrentValue.SigningCredentials[0],
        });
    }

    [GeneratedRegex(@"\A(?<municipality>[0-9]{4})-[0-9A-Fa-f]{20}\z")]
    private static partial Regex Form();
}
