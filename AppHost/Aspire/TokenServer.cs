using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;

namespace Geborgen.AppHost;

/// <summary>The issuer of tokens: Keycloak, where containers can run.</summary>
static class TokenServer
{
    /// <summary>Keycloak with the realm and the development users of <c>deploy/keycloak</c>.</summary>
    public static IResourceBuilder<KeycloakResource> AddTokenServer(this IDistributedApplicationBuilder builder, string name, int port) =>
        builder.AddKeycloak(name, port)
            .WithRealmImport("../deploy/keycloak")
            .WithEnvironment("GEBORGEN_DEVELOPMENT_SECRET", "development-only")
            .WithEnvironment("GEBORGEN_DEVELOPMENT_CLIENTS", "true");
}
