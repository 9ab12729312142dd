using System.Diagnostics;
using System.Text.Json;

namespace Geborgen.Load;

/// <summary>A caller's real token, taken again before it runs out.</summary>
internal sealed class Tokens(Uri identity, IReadOnlyDictionary<string, string> grant) : IDisposable
{
    public const string CaseSystem = "gm0344-case-system";
    public const string DevelopmentClient = "development-cli";

    /// <summary>Tokens live for five minutes at most.</summary>
    static readonly TimeSpan Fresh = TimeSpan.FromMinutes(4);

    readonly HttpClient http = new() { BaseAddress = identity };
    readonly SemaphoreSlim renewing = new(1);
    Held? held;

    /// <summary>The case system of Utrecht, which sends contacts.</summary>
    public static Tokens OfCaseSystem(Platform platform) => new(platform.Identity, new Dictionary<string, string>
    {
        ["grant_type"] = "client_credentials",
        ["client_id"] = CaseSystem,
        ["client_secret"] = "development-only",
    });

    /// <summary>Lotte, a regular worker in the intake team on duty, which is involved with every family that is sent.</summary>
    public static Tokens OfLotte(Platform platform) => new(platform.Identity, new Dictionary<string, string>
    {
        ["grant_type"] = "password",
        ["client_id"] = DevelopmentClient,
        ["username"] = "lotte",
        ["password"] = "geborgen",
    });

    public ValueTask<string> GetAsync(CancellationToken cancellation) =>
        held is { } token && Stopwatch.GetElapsedTime(token.Since) < Fresh ? ValueTask.FromResult(token.Text) : new(RenewAsync(cancellation));

    public void Dispose()
    {
        http.Dispose();
        renewing.Dispose();
    }

    async Task<string> RenewAsync(CancellationToken cancellation)
    {
        await renewing.WaitAsync(cancellation);
        try
        {
            if (held is { } other && Stopwatch.GetElapsedTime(other.Since) < Fresh)
                return other.Text;
            var since = Stopwatch.GetTimestamp();
            using var form = new FormUrlEncodedContent(grant);
            using var answer = await http.PostAsync(new Uri("/realms/geborgen/protocol/openid-connect/token", UriKind.Relative), form, cancellation);
            answer.EnsureSuccessStatusCode();
            using var json = JsonDocument.Parse(await answer.Content.ReadAsStreamAsync(cancellation));
            held = new(json.RootElement.GetProperty("access_token").GetString()!, since);
            return held.Text;
        }
        finally
        {
            renewing.Release();
        }
    }

    sealed record Held(string Text, long Since);
}
