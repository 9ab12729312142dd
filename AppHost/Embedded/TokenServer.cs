using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;

namespace Geborgen.AppHost;

/// <summary>The issuer of tokens: Identity, which reads Keycloak's files and answers under Keycloak's paths.</summary>
internal static class TokenServer
{
    /// <summary>Identity with the realm and the development users of <c>deploy/keycloak</c>.</summary>
    public static IResourceBuilder<ProjectResource> AddTokenServer(this IDistributedApplicationBuilder builder, string name, int port) =>
        builder.AddProject(name, "../services/Identity/Identity.csproj")
            .WithHttpEndpoint(port: port)
            .WithHttpHealthCheck("/health/ready")
            .WithEnvironment("Identity__Keys", Path.Combine(builder.Data.Path, "keys", name));
}
