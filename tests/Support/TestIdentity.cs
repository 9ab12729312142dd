using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Geborgen.Support;

/// <summary>
/// The real identity server for the tests of one assembly, with the users and clients of <c>deploy/keycloak</c>: declare
/// <c>[assembly: AssemblyFixture(typeof(TestIdentity))]</c> and take it in a test class's constructor.
/// It runs with the clock of the tests as a process of its own on a free loopback port, and its keys go when the tests end.
/// </summary>
public sealed partial class TestIdentity : IAsyncDisposable
{
    readonly DirectoryInfo keys = Directory.CreateTempSubdirectory("geborgen-identity-");
    readonly Process process = new();
    readonly HttpClient http = new();
    /// <summary>Starts the server and waits until it listens.</summary>
    public TestIdentity()
    {
        var listening = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        var output = new List<string>();
        process.StartInfo = new ProcessStartInfo(Binary())
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["ASPNETCORE_ENVIRONMENT"] = "Development",
                ["ASPNETCORE_URLS"] = "http://127.0.0.1:0",
                ["Identity__Keys"] = keys.FullName,
                // All tests have one address.
                ["Identity__GuessesPerAddress"] = "1000000",
                ["Clock__Start"] = $"{TestDay.Now:O}",
            },
        };
        process.EnableRaisingEvents = true;
        process.OutputDataReceived += (_, line) => Read(line.Data);
        process.ErrorDataReceived += (_, line) => Read(line.Data);
        process.Exited += (_, _) =>
        {
            lock (output)
                listening.TrySetException(new InvalidOperationException($"The identity server ended: {string.Join('\n', output)}"));
        };
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        Server = listening.Task.WaitAsync(TimeSpan.FromMinutes(1)).GetAwaiter().GetResult();

        void Read(string? line)
        {
            lock (output)
                output.Add(line ?? "");
            if (Listening().Match(line ?? "") is { Success: true } match)
                listening.TrySetResult(new Uri(match.Groups[1].Value));
        }
    }

    /// <summary>Where the server listens: the value of <c>services:keycloak:http:0</c>.</summary>
    public Uri Server { get; }

    /// <summary>The issuer of its tokens.</summary>
    public Uri Authority => new(Server, "/realms/geborgen");

    /// <summary>A fresh access token of a person, as the development client gets it.</summary>
    public Task<string> UserTokenAsync(string user) => TokenAsync(new()
    {
        ["grant_type"] = "password",
        ["client_id"] = "development-cli",
        ["username"] = user,
        ["password"] = "geborgen",
    });

    /// <summary>A fresh access token of a system, by its own client credentials.</summary>
    public Task<string> ClientTokenAsync(string clientId) => TokenAsync(new()
    {
        ["grant_type"] = "client_credentials",
        ["client_id"] = clientId,
        ["client_secret"] = "development-only",
    });

    /// <summary>Ends an account, or lets it go on, as an operator does at the identity provider.</summary>
    public async Task EnableAsync(string account, bool enabled)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, new Uri(Server, $"/admin/realms/geborgen/users/{account}")) { Content = JsonContent.Create(new { enabled }) };
        request.Headers.Authorization = new("Bearer", await UserTokenAsync("otto"));
        using var answer = await http.SendAsync(request);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Stops the server and removes its keys.</summary>
    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        http.Dispose();
        keys.Delete(recursive: true);
    }

    async Task<string> TokenAsync(Dictionary<string, string> form)
    {
        using var content = new FormUrlEncodedContent(form);
        using var answer = await http.PostAsync(new Uri($"{Authority}/protocol/openid-connect/token"), content);
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>();
        return answer.IsSuccessStatusCode ? body.GetProperty("access_token").GetString()! : throw new InvalidOperationException($"No token: {body}");
    }

    /// <summary>All projects build into one tree, so the server's binary stands beside the tests' own.</summary>
    static string Binary()
    {
        var own = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        return Path.Combine(own.Parent!.Parent!.FullName, "IdentityServer", own.Name, "Geborgen.IdentityServer");
    }

    [GeneratedRegex(@"Now listening on: (\S+)")]
    private static partial Regex Listening();
}
