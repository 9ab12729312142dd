using Aspire.Hosting.ApplicationModel;

namespace Geborgen.AppHost.Embedded;

/// <summary>The real Aspire dashboard: takes all telemetry and shows what we serve in <see cref="ResourceService"/>.</summary>
internal sealed class DashboardResource : Resource
{
    readonly DataFolder data;
    readonly int port;
    readonly int telemetryPort = FreePorts.Next();
    readonly int telemetryHttpPort = FreePorts.Next();
    readonly HttpClient prober = new() { Timeout = TimeSpan.FromSeconds(5) };
    ChildProcess? process;

    public DashboardResource(LineLog log, DataFolder data, int port, ResourceServer resources) : base("dashboard", log)
    {
        (this.data, this.port, Resources) = (data, port, resources);
    }

    public override string Kind => "Executable";
    public override int? ProcessId => process?.Id;
    public override Task<int> Exited => process!.Exited;

    /// <summary>The page, with the key that lets this browser in.</summary>
    public override Uri Url => new($"http://localhost:{port}/login?t={Secret("browser-token")}");

    /// <summary>The key for reading telemetry back at <c>/api/telemetry</c>, in header <c>x-api-key</c>.</summary>
    public override string ConnectionString => Secret("api-key");

    public int Port => port;
    public TelemetryTarget Telemetry => new($"http://localhost:{telemetryPort}", Secret("telemetry-key"));

    ResourceServer Resources { get; }

    public override IReadOnlyDictionary<string, string> Environment => new Dictionary<string, string>
    {
        ["HOME"] = PrivateFolder.Create(data.In("dashboard-home")),
        ["ASPIRE_CLI_TELEMETRY_OPTOUT"] = "true",
        ["ASPNETCORE_ENVIRONMENT"] = "Production",
        ["Logging__LogLevel__Microsoft"] = "Warning",
        ["ASPNETCORE_URLS"] = $"http://localhost:{port}",
        ["ASPIRE_DASHBOARD_OTLP_ENDPOINT_URL"] = Telemetry.Endpoint,
        ["ASPIRE_DASHBOARD_OTLP_HTTP_ENDPOINT_URL"] = $"http://localhost:{telemetryHttpPort}",
        ["ASPIRE_RESOURCE_SERVICE_ENDPOINT_URL"] = Resources.Url,
        ["DASHBOARD__FRONTEND__AUTHMODE"] = "BrowserToken",
        ["DASHBOARD__FRONTEND__BROWSERTOKEN"] = Secret("browser-token"),
        ["DASHBOARD__OTLP__AUTHMODE"] = "ApiKey",
        ["DASHBOARD__OTLP__PRIMARYAPIKEY"] = Telemetry.Key,
        ["DASHBOARD__RESOURCESERVICECLIENT__AUTHMODE"] = "ApiKey",
        ["DASHBOARD__RESOURCESERVICECLIENT__APIKEY"] = Resources.Key,
        ["DASHBOARD__API__AUTHMODE"] = "ApiKey",
        ["DASHBOARD__API__PRIMARYAPIKEY"] = Secret("api-key"),
    };

    public override async Task LaunchAsync(CancellationToken cancellation)
    {
        process?.Dispose();
        process = await ChildProcess.StartAsync(new(DashboardInstallation.Program, ["dashboard"], data.Path)
        {
            Environment = Environment,
            WorkingDirectory = Path.GetDirectoryName(DashboardInstallation.Program),
            Output = Log.Write,
        });
    }

    public override async Task<string?> FindFaultAsync(CancellationToken cancellation)
    {
        try
        {
            using var answer = await prober.GetAsync(new Uri(Url, "/login"), cancellation);
            return answer.IsSuccessStatusCode ? null : $"the page answers {(int)answer.StatusCode}";
        }
        catch (HttpRequestException)
        {
            return "the page is not reachable";
        }
        catch (TaskCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return "the page does not answer";
        }
    }

    public override Task StopAsync() => StopAsync(process);

    public override ValueTask DisposeAsync()
    {
        process?.Dispose();
        prober.Dispose();
        return base.DisposeAsync();
    }

    string Secret(string name) => PrivateFolder.Secret(Path.Combine(PrivateFolder.Create(data.In("dashboard-home")), name));
}
