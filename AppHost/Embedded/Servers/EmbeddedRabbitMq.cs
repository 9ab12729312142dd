using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;

namespace Geborgen.AppHost.Embedded;

/// <summary>
/// A RabbitMQ broker of our own: the machine's binaries, one folder, private node, cookie, port mapper (epmd) and
/// loopback ports, with management, Prometheus and federation plugins. What is durable survives <see cref="Kill"/>.
/// Not safe for calls from several threads at once.
/// </summary>
/// <param name="folder">Where data, cookie, settings and password live; made when absent, one broker per folder.</param>
/// <param name="port">The loopback port for AMQP; the other ports are free ones.</param>
/// <param name="output">Receives each line of the broker's log.</param>
public sealed class EmbeddedRabbitMq(string folder, int port, Action<OutputLine>? output = null) : IAsyncDisposable
{
    // Not the wrapper of the same name in /usr/sbin, which changes to the system broker's user.
    const string Server = "/usr/lib/rabbitmq/bin/rabbitmq-server";
    const string User = "geborgen";

    static readonly TimeSpan StartPatience = TimeSpan.FromMinutes(3);
    static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(10);

    readonly string folder = Path.GetFullPath(folder);
    readonly int mapperPort = FreePorts.Next();
    readonly int nodePort = FreePorts.Next();
    readonly int managementPort = FreePorts.Next();
    readonly int metricsPort = FreePorts.Next();
    ChildProcess? portMapper;
    ChildProcess? broker;
    HttpClient? management;

    /// <summary>The loopback port for AMQP.</summary>
    public int Port => port;

    /// <summary>The broker's process, or null when it was never started.</summary>
    public int? ProcessId => broker?.Id;

    /// <summary>Completes when the broker has ended, with its exit code.</summary>
    /// <exception cref="InvalidOperationException">It was never started.</exception>
    public Task<int> Exited => broker?.Exited ?? throw new InvalidOperationException("RabbitMQ was never started.");

    /// <summary>Whether the machine has RabbitMQ's server.</summary>
    public static bool IsInstalled => File.Exists(Server) && Tool.Find("epmd") is not null;

    /// <summary>The generated password of user <c>geborgen</c>.</summary>
    public string Password => PrivateFolder.Secret(Path.Combine(folder, "password"));

    /// <summary>The pages and HTTP API of the management plugin.</summary>
    public Uri ManagementUri => new($"http://127.0.0.1:{managementPort}/");

    /// <summary>The management plugin's API, with the credentials set; paths start with <c>api/</c>.</summary>
    public HttpClient Management => management ??= new()
    {
        BaseAddress = ManagementUri,
        Timeout = TimeSpan.FromSeconds(10),
        DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{User}:{Password}"))) },
    };

    /// <summary>How a client reaches a virtual host, with credentials: for development and tests only.</summary>
    public string ConnectionString(string virtualHost = "/") =>
        $"amqp://{User}:{Password}@127.0.0.1:{port}" + (virtualHost == "/" ? "" : $"/{Uri.EscapeDataString(virtualHost)}");

    /// <summary>Starts the broker, after ending what an earlier run left, and returns when it accepts clients.</summary>
    /// <exception cref="InvalidOperationException">RabbitMQ is not installed, or the broker ended during its start.</exception>
    /// <exception cref="TimeoutException">It did not accept clients within three minutes.</exception>
    public async Task StartAsync(CancellationToken cancellation)
    {
        await LaunchAsync(cancellation);
        var deadline = Task.Delay(StartPatience, cancellation);
        while (!await IsHealthyAsync(cancellation))
        {
            if (Exited.IsCompleted)
                throw new InvalidOperationException($"RabbitMQ ended during its start with code {await Exited}.");
            if (deadline.IsCompleted)
                throw new TimeoutException($"RabbitMQ on port {port} did not answer within {StartPatience.TotalSeconds} s.");
            await Task.Delay(200, cancellation);
        }
    }

    /// <summary>Starts the broker as <see cref="StartAsync"/> does, without waiting until it accepts clients.</summary>
    internal async Task LaunchAsync(CancellationToken cancellation)
    {
        if (!IsInstalled)
            throw new InvalidOperationException($"RabbitMQ is not installed (no {Server} or no epmd).");
        PrivateFolder.Create(folder);
        await Leftovers.EndAsync(folder, cancellation);
        WriteSettings();

        broker?.Dispose();
        portMapper?.Dispose();
        // Started by us in the foreground: the one that Erlang starts by itself stays behind when the node ends.
        portMapper = await ChildProcess.StartAsync(new("epmd", ["-port", $"{mapperPort}", "-address", "127.0.0.1"], folder) { Output = output });
        broker = await ChildProcess.StartAsync(new(Server, [], folder) { Environment = Settings(), Output = output });
    }

    /// <summary>Whether it accepts clients now.</summary>
    public async Task<bool> IsHealthyAsync(CancellationToken cancellation)
    {
        try
        {
            using var answer = await Management.GetAsync(new Uri($"api/health/checks/port-listener/{port}", UriKind.Relative), cancellation);
            return answer.IsSuccessStatusCode;
        }
        catch (Exception e) when (e is HttpRequestException || (e is TaskCanceledException && !cancellation.IsCancellationRequested))
        {
            return false;
        }
    }

    /// <summary>Makes a virtual host, when it is not there, that user <c>geborgen</c> may use fully.</summary>
    /// <returns>How a client reaches it, as <see cref="ConnectionString"/>.</returns>
    public async Task<string> CreateVirtualHostAsync(string name, CancellationToken cancellation)
    {
        var escaped = Uri.EscapeDataString(name);
        await PutAsync($"api/vhosts/{escaped}", new { }, cancellation);
        await PutAsync($"api/permissions/{escaped}/{User}", new { configure = ".*", write = ".*", read = ".*" }, cancellation);
        return ConnectionString(name);
    }

    /// <summary>Stops it in good order.</summary>
    public async Task StopAsync()
    {
        if (broker is not null)
            await broker.StopAsync(Signal.Terminate, StopPatience);
        if (portMapper is not null)
            await portMapper.StopAsync(Signal.Terminate, StopPatience);
    }

    /// <summary>Kills the broker as a power cut would.</summary>
    public void Kill()
    {
        broker?.Kill();
        portMapper?.Kill();
    }

    /// <summary>Stops it. The folder stays.</summary>
    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        broker?.Dispose();
        portMapper?.Dispose();
        management?.Dispose();
    }

    void WriteSettings()
    {
        PrivateFolder.Write(Path.Combine(folder, "rabbitmq.conf"), $"""
            listeners.tcp.1 = 127.0.0.1:{port}
            default_user = {User}
            default_pass = {Password}
            management.tcp.ip = 127.0.0.1
            management.tcp.port = {managementPort}
            prometheus.tcp.ip = 127.0.0.1
            prometheus.tcp.port = {metricsPort}
            log.console = true
            log.file = false

            """);
        PrivateFolder.Write(Path.Combine(folder, "enabled_plugins"), "[rabbitmq_management,rabbitmq_prometheus,rabbitmq_federation,rabbitmq_federation_management].\n");
        // The machine's own /etc/rabbitmq/rabbitmq-env.conf is for the machine's own broker.
        PrivateFolder.Write(Path.Combine(folder, "rabbitmq-env.conf"), "");
    }

    Dictionary<string, string> Settings() => new()
    {
        ["HOME"] = folder,
        ["RABBITMQ_CONF_ENV_FILE"] = Path.Combine(folder, "rabbitmq-env.conf"),
        ["RABBITMQ_CONFIG_FILE"] = Path.Combine(folder, "rabbitmq"),
        ["RABBITMQ_ADVANCED_CONFIG_FILE"] = Path.Combine(folder, "advanced"),
        ["RABBITMQ_ENABLED_PLUGINS_FILE"] = Path.Combine(folder, "enabled_plugins"),
        ["RABBITMQ_MNESIA_BASE"] = Path.Combine(folder, "mnesia"),
        ["RABBITMQ_LOG_BASE"] = Path.Combine(folder, "log"),
        ["RABBITMQ_PID_FILE"] = Path.Combine(folder, "broker.pid"),
        ["RABBITMQ_NODENAME"] = "geborgen@localhost",
        ["RABBITMQ_DIST_PORT"] = $"{nodePort}",
        ["ERL_EPMD_ADDRESS"] = "127.0.0.1",
        ["ERL_EPMD_PORT"] = $"{mapperPort}",
        // Makes the start script become the broker instead of keeping a shell in between.
        ["RUNNING_UNDER_SYSTEMD"] = "true",
    };

    async Task PutAsync(string path, object body, CancellationToken cancellation)
    {
        using var answer = await Management.PutAsJsonAsync(new Uri(path, UriKind.Relative), body, cancellation);
        answer.EnsureSuccessStatusCode();
    }
}
