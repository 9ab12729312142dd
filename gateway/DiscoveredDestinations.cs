using Microsoft.Extensions.Primitives;
using Microsoft.Extensions.ServiceDiscovery;
using Yarp.ReverseProxy.Configuration;
using Yarp.ReverseProxy.ServiceDiscovery;

namespace Geborgen.Gateway;

/// <summary>Finds where an instance runs now, every replica of it, by service discovery.</summary>
sealed class DiscoveredDestinations(ServiceEndpointResolver discovery) : IDestinationResolver
{
    public async ValueTask<ResolvedDestinationCollection> ResolveDestinationsAsync(
        IReadOnlyDictionary<string, DestinationConfig> destinations, CancellationToken cancellationToken)
    {
        var resolved = new Dictionary<string, DestinationConfig>();
        var changes = new List<IChangeToken>();
        foreach (var (name, destination) in destinations)
        {
            var found = await discovery.GetEndpointsAsync(destination.Address, cancellationToken);
            changes.Add(found.ChangeToken);
            foreach (var endpoint in found.Endpoints)
                resolved[$"{name}@{endpoint}"] = destination with { Address = Address(endpoint, destination.Address) };
        }
        return new ResolvedDestinationCollection(resolved, new CompositeChangeToken(changes));
    }

    static string Address(ServiceEndpoint endpoint, string named)
    {
        var address = endpoint.ToString()!;
        return address.Contains("://", StringComparison.Ordinal) ? address : $"{new Uri(named).Scheme}://{address}";
    }
}
