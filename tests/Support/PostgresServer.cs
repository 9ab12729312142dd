using Geborgen.AppHost.Embedded;

namespace Geborgen.Support;

/// <summary>
/// A real PostgreSQL server for the tests of one assembly: declare
/// <c>[assembly: AssemblyFixture(typeof(PostgresServer))]</c> and take it in a test class's constructor.
/// It lives in a temporary folder that goes when the tests end.
/// </summary>
public sealed class PostgresServer : IAsyncDisposable
{
    readonly TemporaryFolder? folder;
    readonly EmbeddedPostgres server;
    readonly SemaphoreSlim starting = new(1);
    bool started;

    /// <summary>Nothing starts before the first database is asked for.</summary>
    public PostgresServer()
    {
        folder = new("postgres");
        server = new(folder.Path, FreePorts.Next());
    }

    PostgresServer(string folder) => server = new(folder, FreePorts.Next());

    /// <summary>Starts a server on a folder that stays when the server ends, such as one that was restored.</summary>
    /// <param name="folder">Where data and password are, or will be.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public static async Task<PostgresServer> StartAsync(string folder, CancellationToken cancellation)
    {
        var server = new PostgresServer(folder);
        await server.EnsureStartedAsync(cancellation);
        return server;
    }

    /// <summary>How Npgsql reaches a database of this server.</summary>
    public string ConnectionString(string database) => server.ConnectionString(database);

    /// <summary>Makes a database of its own for a test.</summary>
    /// <param name="name">The start of its name; a suffix makes it unique.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <param name="template">A database to copy, such as one with the migrations applied; nobody may be connected to it.</param>
    /// <returns>Its connection string.</returns>
    public async Task<string> CreateDatabaseAsync(string name, CancellationToken cancellation, string template = "template1")
    {
        await EnsureStartedAsync(cancellation);
        var unique = $"{name}-{Guid.CreateVersion7():n}";
        await server.CreateDatabaseAsync(unique, cancellation, template);
        return server.ConnectionString(unique);
    }

    /// <summary>Kills the server as a power cut would.</summary>
    public void Kill() => server.Kill();

    /// <summary>Stops the server in good order.</summary>
    public Task StopAsync() => server.StopAsync();

    /// <summary>Starts it again after <see cref="Kill"/> or <see cref="StopAsync"/>, on the same port with the same data.</summary>
    public Task RestartAsync(CancellationToken cancellation) => server.StartAsync(cancellation);

    /// <summary>Stops the server and removes its folder.</summary>
    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        folder?.Dispose();
        starting.Dispose();
    }

    async Task EnsureStartedAsync(CancellationToken cancellation)
    {
        await starting.WaitAsync(cancellation);
        try
        {
            if (!started)
                await server.StartAsync(cancellation);
            started = true;
        }
        finally
        {
            starting.Release();
        }
    }
}
