using Geborgen.ServiceDefaults;
using Microsoft.Extensions.Primitives;
using Yarp.ReverseProxy.Configuration;
using Yarp.ReverseProxy.Forwarder;

namespace Geborgen.Gateway;

/// <summary>
/// Routes from the organisation registry: <c>/{municipality}/{service}/v1/…</c> to the instance that serves that
/// municipality, <c>/{service}/v1/…</c> to the one that the region shares. They follow the registry; requests under way finish on the old ones.
/// </summary>
sealed class RegistryRoutes : IProxyConfigProvider, IDisposable
{
    /// <summary>How long a service may be silent before the caller is told that it did not answer.</summary>
    static readonly ForwarderRequestConfig Patience = new() { ActivityTimeout = TimeSpan.FromSeconds(30) };

    /// <summary>Headers are passed on byte by byte.</summary>
    static readonly HttpClientConfig AsItCame = new() { RequestHeaderEncoding = "iso-8859-1" };

    readonly OrganisationRegistry registry;
    volatile Config current;

    public RegistryRoutes(OrganisationRegistry registry)
    {
        this.registry = registry;
        registry.Changed += Follow;
        current = new Config(registry.Current);
    }

    public IProxyConfig GetConfig() => current;

    public void Dispose() => registry.Changed -= Follow;

    void Follow()
    {
        var old = current;
        current = new Config(registry.Current);
        old.Replaced.Cancel();
    }

    sealed class Config(Organisations organisations) : IProxyConfig
    {
        internal CancellationTokenSource Replaced { get; } = new();

        public IReadOnlyList<RouteConfig> Routes { get; } = [.. organisations.Services.SelectMany(RoutesOf)];

        public IReadOnlyList<ClusterConfig> Clusters { get; } = [.. organisations.Services.Select(run => new ClusterConfig
        {
            ClusterId = run.Instance,
            HttpRequest = Patience,
            HttpClient = AsItCame,
            Destinations = new Dictionary<string, DestinationConfig> { [run.Instance] = new() { Address = run.Address } },
        })];

        public IChangeToken ChangeToken => new CancellationChangeToken(Replaced.Token);

        static IEnumerable<RouteConfig> RoutesOf(ServiceRun run) => run.Paths.Select(path => new RouteConfig
        {
            RouteId = path,
            ClusterId = run.Instance,
            Match = new RouteMatch { Path = $"/{path}/v1/{{**rest}}" },
        });
    }
}
