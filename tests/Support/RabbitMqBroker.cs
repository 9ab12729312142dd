using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;

namespace Geborgen.Support;

/// <summary>
/// A real RabbitMQ broker for the tests of one assembly: declare
/// <c>[assembly: AssemblyFixture(typeof(RabbitMqBroker))]</c> and take it in a test class's constructor.
/// </summary>
public sealed class RabbitMqBroker : IAsyncDisposable
{
    /// <summary>How many ports in a row it listens on, from <see cref="Port"/> on.</summary>
    public const int Ports = 4;

    const string User = "geborgen";

    readonly LocalServer server;

    /// <summary>Nothing starts before the first virtual host is asked for.</summary>
    public RabbitMqBroker()
    {
        server = new("start-rabbitmq.sh", Ports, AnswersAsync);
        Management = new()
        {
            BaseAddress = new($"http://127.0.0.1:{server.Port + 1}/"),
            Timeout = TimeSpan.FromSeconds(10),
            DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{User}:{server.Password}"))) },
        };
    }

    /// <summary>The first of its ports.</summary>
    public int Port => server.Port;

    /// <summary>The management plugin's API with credentials; paths start with <c>api/</c>.</summary>
    public HttpClient Management { get; }

    /// <summary>How a client reaches a virtual host.</summary>
    public string ConnectionString(string virtualHost) => $"amqp://{User}:{server.Password}@127.0.0.1:{server.Port}/{Uri.EscapeDataString(virtualHost)}";

    /// <summary>Makes a virtual host of its own for a test, so that no exchange or queue is shared.</summary>
    /// <returns>Its connection string (<c>amqp://…</c>).</returns>
    public async Task<string> CreateVirtualHostAsync(string name, CancellationToken cancellation)
    {
        await server.EnsureStartedAsync(cancellation);
        var unique = $"{name}-{Guid.CreateVersion7():n}";
        await PutAsync($"api/vhosts/{unique}", new { }, cancellation);
        await PutAsync($"api/permissions/{unique}/{User}", new { configure = ".*", write = ".*", read = ".*" }, cancellation);
        return ConnectionString(unique);
    }

    /// <summary>Kills the broker as a power cut would.</summary>
    public void Kill() => server.Kill("broker.pid");

    /// <summary>
    /// Whether a queue of a virtual host stands on the broker's list on disk, which RabbitMQ 3.10 writes a moment after the queue was made. One
    /// that is not on it when the broker is killed comes back empty and without a leader.
    /// </summary>
    public bool HasListed(string connectionString, string queue) => Directory.EnumerateFiles(server.Folder, "names.dets", SearchOption.AllDirectories)
        .Any(list => File.ReadAllBytes(list).AsSpan().IndexOf(Encoding.UTF8.GetBytes($"{new Uri(connectionString).AbsolutePath[1..]}_{queue}")) >= 0);

    /// <summary>Stops the broker in good order.</summary>
    public Task StopAsync() => server.StopAsync();

    /// <summary>Starts it again after <see cref="Kill"/> or <see cref="StopAsync"/>, on the same port with what was durable.</summary>
    public Task RestartAsync(CancellationToken cancellation) => server.StartAsync(cancellation);

    /// <summary>Stops the broker and removes its folder.</summary>
    public async ValueTask DisposeAsync()
    {
        Management.Dispose();
        await server.DisposeAsync();
    }

    async Task<bool> AnswersAsync(CancellationToken cancellation)
    {
        try
        {
            using var answer = await Management.GetAsync(new Uri($"api/health/checks/port-listener/{server.Port}", UriKind.Relative), cancellation);
            return answer.IsSuccessStatusCode;
        }
        catch (Exception e) when (e is HttpRequestException || (e is TaskCanceledException && !cancellation.IsCancellationRequested))
        {
            return false;
        }
    }

    async Task PutAsync(string path, object body, CancellationToken cancellation)
    {
        using var answer = await Management.PutAsJsonAsync(new Uri(path, UriKind.Relative), body, cancellation);
        answer.EnsureSuccessStatusCode();
    }
}
