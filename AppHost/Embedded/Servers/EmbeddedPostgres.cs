using Npgsql;

namespace Geborgen.AppHost.Embedded;

/// <summary>
/// A PostgreSQL server of our own: the machine's newest binaries, one folder, one loopback port, a generated
/// password. It is durable as in production (fsync stays on) and survives <see cref="Kill"/>. Not safe for calls
/// from several threads at once.
/// </summary>
/// <param name="folder">Where data and password live; made when absent, one server per folder.</param>
/// <param name="port">The loopback port.</param>
/// <param name="output">Receives each line of the server's log.</param>
public sealed class EmbeddedPostgres(string folder, int port, Action<OutputLine>? output = null) : IAsyncDisposable
{
    const string Installations = "/usr/lib/postgresql";
    const string Superuser = "postgres";

    static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(60);
    static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(10);

    readonly string folder = Path.GetFullPath(folder);
    ChildProcess? server;

    string Data => Path.Combine(folder, "data");
    string PasswordFile => Path.Combine(folder, "password");

    /// <summary>The loopback port.</summary>
    public int Port => port;

    /// <summary>The postmaster's process, or null when it was never started.</summary>
    public int? ProcessId => server?.Id;

    /// <summary>Completes when the postmaster has ended, with its exit code.</summary>
    /// <exception cref="InvalidOperationException">It was never started.</exception>
    public Task<int> Exited => server?.Exited ?? throw new InvalidOperationException("PostgreSQL was never started.");

    /// <summary>Whether the machine has PostgreSQL's server.</summary>
    public static bool IsInstalled => Versions().Any();

    /// <summary>The generated password of user <c>postgres</c>.</summary>
    public string Password => PrivateFolder.Secret(PasswordFile);

    /// <summary>How Npgsql reaches a database of this server, as superuser: for development and tests only.</summary>
    public string ConnectionString(string database) => new NpgsqlConnectionStringBuilder
    {
        Host = "127.0.0.1",
        Port = port,
        Username = Superuser,
        Password = Password,
        Database = database,
    }.ConnectionString;

    /// <summary>Starts the server, after ending what an earlier run left, and returns when it answers a query.</summary>
    /// <exception cref="InvalidOperationException">PostgreSQL is not installed, or the server ended during its start.</exception>
    /// <exception cref="TimeoutException">It did not answer within a minute.</exception>
    public async Task StartAsync(CancellationToken cancellation)
    {
        await LaunchAsync(cancellation);
        var deadline = Task.Delay(StartPatience, cancellation);
        while (!await IsHealthyAsync(cancellation))
        {
            if (Exited.IsCompleted)
                throw new InvalidOperationException($"PostgreSQL ended during its start with code {await Exited}.");
            if (deadline.IsCompleted)
                throw new TimeoutException($"PostgreSQL on port {port} did not answer within {StartPatience.TotalSeconds} s.");
            await Task.Delay(100, cancellation);
        }
    }

    /// <summary>Starts the server as <see cref="StartAsync"/> does, without waiting until it answers.</summary>
    internal async Task LaunchAsync(CancellationToken cancellation)
    {
        PrivateFolder.Create(folder);
        await Leftovers.EndAsync(folder, cancellation);
        _ = Password;
        var account = await PostgresAccount.ForAsync(folder, cancellation);
        if (!Directory.Exists(Data))
            await InitialiseAsync(account, cancellation);
        // Nobody works in the folder any more; a number left in this file could by now be a stranger's.
        File.Delete(Path.Combine(Data, "postmaster.pid"));

        server?.Dispose();
        server = await ChildProcess.StartAsync(new(Binary("postgres"), ServerArguments(), folder)
        {
            Output = output,
            Privileges = account.Privileges,
            OnOrphaned = Signal.Interrupt,
            WorkingDirectory = "/",
        });
    }

    /// <summary>Whether it answers a query now.</summary>
    public async Task<bool> IsHealthyAsync(CancellationToken cancellation)
    {
        try
        {
            await ExecuteAsync("select 1", cancellation);
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }

    /// <summary>Makes the database when it is not there.</summary>
    /// <param name="name">Its name, taken literally.</param>
    /// <param name="template">The database to copy; nobody may be connected to it.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task CreateDatabaseAsync(string name, CancellationToken cancellation, string template = "template1")
    {
        try
        {
            await ExecuteAsync($"create database {Quoted(name)} template {Quoted(template)}", cancellation);
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.DuplicateDatabase)
        {
            // It is there, which is what was asked.
        }
    }

    /// <summary>Stops it: open transactions are rolled back, what was committed is flushed.</summary>
    public Task StopAsync() => server?.StopAsync(Signal.Interrupt, StopPatience) ?? Task.CompletedTask;

    /// <summary>Kills the postmaster as a power cut would; its backends end when they notice.</summary>
    public void Kill() => server?.Kill();

    /// <summary>Stops it. The folder stays.</summary>
    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        server?.Dispose();
    }

    async Task InitialiseAsync(PostgresAccount account, CancellationToken cancellation)
    {
        // Made aside and renamed when whole, so that a start that was cut off leaves nothing half made.
        var unfinished = Path.Combine(folder, "data.unfinished");
        if (Directory.Exists(unfinished))
            Directory.Delete(unfinished, recursive: true);
        await Tool.RunAsync(
            account.Command(Binary("initdb"), "-D", unfinished, "-U", Superuser, "--auth=scram-sha-256", $"--pwfile={PasswordFile}", "-E", "UTF8", "--locale=C.UTF-8"),
            cancellation);
        Directory.Move(unfinished, Data);
    }

    string[] ServerArguments() =>
    [
        "-D", Data, "-p", $"{port}",
        "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=", "-c", "max_connections=300",
    ];

    // Data of an older major version can be opened by that version only.
    string Binary(string program)
    {
        var versionFile = Path.Combine(Data, "PG_VERSION");
        var version = File.Exists(versionFile)
            ? int.Parse(File.ReadAllText(versionFile), null)
            : Versions().DefaultIfEmpty(0).Max();
        var path = $"{Installations}/{version}/bin/{program}";
        return File.Exists(path)
            ? path
            : throw new InvalidOperationException($"PostgreSQL {(version == 0 ? "" : $"{version} ")}is not installed (no {program} under {Installations}).");
    }

    static IEnumerable<int> Versions() =>
        Directory.Exists(Installations)
            ? from path in Directory.EnumerateDirectories(Installations)
              where File.Exists($"{path}/bin/postgres") && int.TryParse(Path.GetFileName(path), out _)
              select int.Parse(Path.GetFileName(path), null)
            : [];

    async Task ExecuteAsync(string sql, CancellationToken cancellation)
    {
        await using var source = NpgsqlDataSource.Create(ConnectionString(Superuser) + ";Pooling=false;Timeout=5");
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
