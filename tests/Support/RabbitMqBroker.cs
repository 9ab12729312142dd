using System.Text;
using Geborgen.AppHost.Embedded;

namespace Geborgen.Support;

/// <summary>
/// A real RabbitMQ broker for the tests of one assembly: declare
/// <c>[assembly: AssemblyFixture(typeof(RabbitMqBroker))]</c> and take it in a test class's constructor.
/// It lives in a temporary folder that goes when the tests end.
/// </summary>
public sealed class RabbitMqBroker : IAsyncDisposable
{
    readonly TemporaryFolder folder = new("rabbitmq");
    readonly EmbeddedRabbitMq broker;
    readonly SemaphoreSlim starting = new(1);
    bool started;

    /// <summary>Nothing starts before the first virtual host is asked for.</summary>
    public RabbitMqBroker() => broker = new(folder.Path, FreePorts.Next());

    /// <summary>The management plugin's API with credentials; paths start with <c>api/</c>.</summary>
    public HttpClient Management => broker.Management;

    /// <summary>How a client reaches a virtual host.</summary>
    public string ConnectionString(string virtualHost) => broker.ConnectionString(virtualHost);

    /// <summary>Makes a virtual host of its own for a test, so that no exchange or queue is shared.</summary>
    /// <param name="name">The start of its name; a suffix makes it unique.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>Its connection string (<c>amqp://…</c>).</returns>
    public async Task<string> CreateVirtualHostAsync(string name, CancellationToken cancellation)
    {
        await EnsureStartedAsync(cancellation);
        return await broker.CreateVirtualHostAsync($"{name}-{Guid.CreateVersion7():n}", cancellation);
    }

    /// <summary>Kills the broker as a power cut would.</summary>
    public void Kill() => broker.Kill();

    /// <summary>
    /// Whether a queue stands on the broker's list on disk, which RabbitMQ 3.10 writes a moment after the queue was made. One
    /// that is not on it when the broker is killed comes back empty and without a leader.
    /// </summary>
    /// <param name="queue">The name of a quorum queue.</param>
    public bool HasListed(string queue) => Directory.EnumerateFiles(folder.Path, "names.dets", SearchOption.AllDirectories)
        .Any(list => File.ReadAllBytes(list).AsSpan().IndexOf(Encoding.UTF8.GetBytes($"_{queue}")) >= 0);

    /// <summary>Stops the broker in good order.</summary>
    public Task StopAsync() => broker.StopAsync();

    /// <summary>Starts it again after <see cref="Kill"/> or <see cref="StopAsync"/>, on the same port with what was durable.</summary>
    public Task RestartAsync(CancellationToken cancellation) => broker.StartAsync(cancellation);

    /// <summary>Stops the broker and removes its folder.</summary>
    public async ValueTask DisposeAsync()
    {
        await broker.DisposeAsync();
        folder.Dispose();
        starting.Dispose();
    }

    async Task EnsureStartedAsync(CancellationToken cancellation)
    {
        await starting.WaitAsync(cancellation);
        try
        {
            if (!started)
                await broker.StartAsync(cancellation);
            started = true;
        }
        finally
        {
            starting.Release();
        }
    }
}
