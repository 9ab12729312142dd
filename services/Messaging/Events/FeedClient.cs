using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Serialization;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Geborgen.Messaging.Events;

/// <summary>Reads the feeds of other instances, with this instance's own account.</summary>
sealed class FeedClient(HttpClient http)
{
    /// <summary>So many are asked for at once; a page with fewer has told all that was settled.</summary>
    internal const int PageSize = 1000;

    internal async Task<FeedPage> Read(ServiceRun run, string municipality, string? after, CancellationToken ct)
    {
        var path = run.Shared ? run.Service : $"{municipality}/{run.Service}";
        var query = $"limit={PageSize}{(run.Shared ? $"&municipality={municipality}" : "")}{(after is null ? "" : $"&after={after}")}";
        return (await http.GetFromJsonAsync<FeedPage>($"{run.Address.TrimEnd('/')}/{path}/v1/events?{query}", EventLog.Json, ct))!;
    }
}

/// <summary>
/// The account of this instance: client <c>{instance}-instance</c> with the secret <c>Instance:ClientSecret</c>. A token
/// is used until shortly before its end.
/// </summary>
sealed class InstanceToken(
    IHttpClientFactory clients, IOptionsMonitor<JwtBearerOptions> issuer, IOptions<InstanceOptions> instance,
    IConfiguration configuration, TimeProvider clock) : DelegatingHandler
{
    static readonly TimeSpan Margin = TimeSpan.FromSeconds(30);

    Token? token;
    DateTimeOffset until;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (token is null || clock.GetUtcNow() >= until)
            token = await Ask(cancellationToken);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token.AccessToken);
        return await base.SendAsync(request, cancellationToken);
    }

    async Task<Token> Ask(CancellationToken ct)
    {
        var server = await issuer.Get(JwtBearerDefaults.AuthenticationScheme).ConfigurationManager!.GetConfigurationAsync(ct);
        using var http = clients.CreateClient();
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = ServiceRun.ClientOf(instance.Value.Name),
            ["client_secret"] = configuration["Instance:ClientSecret"]
                ?? throw new InvalidOperationException("The secret of this instance is missing (Instance:ClientSecret)."),
        });
        using var answer = await http.PostAsync(new Uri(server.TokenEndpoint), form, ct);
        answer.EnsureSuccessStatusCode();
        var fresh = (await answer.Content.ReadFromJsonAsync<Token>(ct))!;
        until = clock.GetUtcNow() + TimeSpan.FromSeconds(fresh.ExpiresIn) - Margin;
        return fresh;
    }

    sealed record Token(
        [property: JsonPropertyName("access_token")] string AccessToken,
        [property: JsonPropertyName("expires_in")] int ExpiresIn);
}
