using Npgsql;

namespace Geborgen.Support;

/// <summary>
/// A real PostgreSQL server for the tests of one assembly: declare
/// <c>[assembly: AssemblyFixture(typeof(PostgresServer))]</c> and take it in a test class's constructor.
/// </summary>
public sealed class PostgresServer : IAsyncDisposable
{
    readonly LocalServer server;

    /// <summary>Nothing starts before the first database is asked for.</summary>
    public PostgresServer() : this(folder: null)
    {
    }

    PostgresServer(string? folder) => server = new("start-postgres.sh", ports: 1, AnswersAsync, folder);

    /// <summary>Starts a server on a folder that stays when the server ends, such as one that was restored.</summary>
    public static async Task<PostgresServer> StartAsync(string folder, CancellationToken cancellation)
    {
        var server = new PostgresServer(folder);
        await server.server.EnsureStartedAsync(cancellation);
        return server;
    }

    /// <summary>The password of every service's login in tests.</summary>
    public const string ServicePassword = "of-the-service";

    /// <summary>How a service reaches its database under its own login, by the connection string of the database's owner.</summary>
    public static string ServiceLogin(string owner)
    {
        var login = new NpgsqlConnectionStringBuilder(owner) { Password = ServicePassword };
        login.Username = $"{login.Database}_service";
        return login.ConnectionString;
    }

    /// <summary>How Npgsql reaches a database of this server, as superuser.</summary>
    public string ConnectionString(string database) =>
        $"Host=127.0.0.1;Port={server.Port};Username=postgres;Password={server.Password};Database={database}";

    /// <summary>Makes a database of its own for a test.</summary>
    /// <returns>Its connection string.</returns>
    public async Task<string> CreateDatabaseAsync(string name, CancellationToken cancellation, string template = "template1")
    {
        await server.EnsureStartedAsync(cancellation);
        var unique = $"{name}-{Guid.CreateVersion7():n}";
        await ExecuteAsync($"create database {Quoted(unique)} template {Quoted(template)}", cancellation);
        return ConnectionString(unique);
    }

    /// <summary>Kills the server as a power cut would.</summary>
    public void Kill() => server.Kill("data", "postmaster.pid");

    /// <summary>Stops the server in good order.</summary>
    public Task StopAsync() => server.StopAsync();

    /// <summary>Starts it again after <see cref="Kill"/> or <see cref="StopAsync"/>, on the same port with the same data.</summary>
    public Task RestartAsync(CancellationToken cancellation) => server.StartAsync(cancellation);

    /// <summary>Stops the server and removes its folder.</summary>
    public ValueTask DisposeAsync() => server.DisposeAsync();

    async Task<bool> AnswersAsync(CancellationToken cancellation)
    {
        try
        {
            // Tests kill a process and never the machine: what it wrote is there still, whether or not it waited for the disk.
            await ExecuteAsync("alter system set fsync = off", cancellation);
            await ExecuteAsync("select pg_reload_conf()", cancellation);
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }

    async Task ExecuteAsync(string sql, CancellationToken cancellation)
    {
        await using var source = NpgsqlDataSource.Create(ConnectionString("postgres") + ";Pooling=false;Timeout=5");
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
