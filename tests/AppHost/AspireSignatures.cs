// The signatures of Aspire.Hosting 13.5 that the app model uses, with the overloads beside them that could win or be
// ambiguous. AspireModeTests compiles AppHost/Program.cs against them, since not every feed has the packages.
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Configuration;

namespace Aspire.Hosting.ApplicationModel
{
    public interface IResource { string Name { get; } }
    public interface IResourceWithEnvironment : IResource;
    public interface IResourceWithArgs : IResource;
    public interface IResourceWithEndpoints : IResource;
    public interface IResourceWithServiceDiscovery : IResourceWithEndpoints;
    public interface IResourceWithWaitSupport : IResource;
    public interface IValueProvider;
    public interface IManifestExpressionProvider;
    public interface IResourceWithConnectionString : IResource, IValueProvider, IManifestExpressionProvider;
    public interface IResourceBuilder<out T> where T : IResource { T Resource { get; } }
    public abstract class Resource(string name) : IResource { public virtual string Name => name; }
    public class ParameterResource(string name) : Resource(name), IValueProvider, IManifestExpressionProvider;
    public class ContainerResource(string name) : Resource(name), IResourceWithEnvironment, IResourceWithArgs, IResourceWithEndpoints, IResourceWithWaitSupport;
    public class ProjectResource(string name) : Resource(name), IResourceWithEnvironment, IResourceWithArgs, IResourceWithServiceDiscovery, IResourceWithWaitSupport;
    public class PostgresServerResource(string name) : ContainerResource(name), IResourceWithConnectionString;
    public class PostgresDatabaseResource(string name) : Resource(name), IResourceWithConnectionString;
    public class RabbitMQServerResource(string name) : ContainerResource(name), IResourceWithConnectionString;
    public sealed class KeycloakResource(string name) : ContainerResource(name), IResourceWithServiceDiscovery;
    public class EndpointReference : IValueProvider, IManifestExpressionProvider;
    public sealed class EnvironmentCallbackContext;
    public class ProjectResourceOptions;
    public class ReferenceExpression
    {
        [InterpolatedStringHandler]
        public ref struct ExpressionInterpolatedStringHandler(int literalLength, int formattedCount)
        {
            public void AppendLiteral(string value) => throw null!;
            public void AppendFormatted(string? value) => throw null!;
            public void AppendFormatted<T>(T valueProvider) where T : IValueProvider, IManifestExpressionProvider => throw null!;
        }
    }
}

namespace Aspire.Hosting
{
    using Aspire.Hosting.ApplicationModel;

    public interface IDistributedApplicationBuilder
    {
        ConfigurationManager Configuration { get; }
        string AppHostDirectory { get; }
        DistributedApplication Build();
    }

    public class DistributedApplication
    {
        public static IDistributedApplicationBuilder CreateBuilder(string[] args) => throw null!;
        public void Run() => throw null!;
    }

    public static class Signatures
    {
        public static IResourceBuilder<ProjectResource> AddProject(this IDistributedApplicationBuilder builder, string name, string projectPath) => throw null!;
        public static IResourceBuilder<ProjectResource> AddProject(this IDistributedApplicationBuilder builder, string name, string projectPath, string? launchProfileName) => throw null!;
        public static IResourceBuilder<ProjectResource> AddProject(this IDistributedApplicationBuilder builder, string name, string projectPath, Action<ProjectResourceOptions> configure) => throw null!;
        public static IResourceBuilder<PostgresServerResource> AddPostgres(this IDistributedApplicationBuilder builder, string name, IResourceBuilder<ParameterResource>? userName = null, IResourceBuilder<ParameterResource>? password = null, int? port = null) => throw null!;
        public static IResourceBuilder<PostgresDatabaseResource> AddDatabase(this IResourceBuilder<PostgresServerResource> builder, string name, string? databaseName = null) => throw null!;
        public static IResourceBuilder<RabbitMQServerResource> AddRabbitMQ(this IDistributedApplicationBuilder builder, string name, IResourceBuilder<ParameterResource>? userName = null, IResourceBuilder<ParameterResource>? password = null, int? port = null) => throw null!;
        public static IResourceBuilder<KeycloakResource> AddKeycloak(this IDistributedApplicationBuilder builder, string name, int? port = null, IResourceBuilder<ParameterResource>? adminUsername = null, IResourceBuilder<ParameterResource>? adminPassword = null) => throw null!;
        public static IResourceBuilder<KeycloakResource> WithRealmImport(this IResourceBuilder<KeycloakResource> builder, string import) => throw null!;
        public static IResourceBuilder<T> WithReference<T>(this IResourceBuilder<T> builder, IResourceBuilder<IResourceWithConnectionString> source, string? connectionName = null, bool optional = false) where T : IResourceWithEnvironment => throw null!;
        public static IResourceBuilder<T> WithReference<T>(this IResourceBuilder<T> builder, IResourceBuilder<IResourceWithServiceDiscovery> source) where T : IResourceWithEnvironment => throw null!;
        public static IResourceBuilder<T> WithReference<T>(this IResourceBuilder<T> builder, string name, Uri uri) where T : IResourceWithEnvironment => throw null!;
        public static IResourceBuilder<T> WithReference<T>(this IResourceBuilder<T> builder, EndpointReference endpointReference) where T : IResourceWithEnvironment => throw null!;
        public static IResourceBuilder<T> WaitFor<T>(this IResourceBuilder<T> builder, IResourceBuilder<IResource> dependency) where T : IResourceWithWaitSupport => throw null!;
        public static IResourceBuilder<T> WaitForCompletion<T>(this IResourceBuilder<T> builder, IResourceBuilder<IResource> dependency, int exitCode = 0) where T : IResourceWithWaitSupport => throw null!;
        public static IResourceBuilder<T> WithEnvironment<T>(this IResourceBuilder<T> builder, string name, string? value) where T : IResourceWithEnvironment => throw null!;
        public static IResourceBuilder<T> WithEnvironment<T>(this IResourceBuilder<T> builder, string name, in ReferenceExpression.ExpressionInterpolatedStringHandler value) where T : IResourceWithEnvironment => throw null!;
        public static IResourceBuilder<T> WithEnvironment<T>(this IResourceBuilder<T> builder, string name, ReferenceExpression value) where T : IResourceWithEnvironment => throw null!;
        public static IResourceBuilder<T> WithEnvironment<T>(this IResourceBuilder<T> builder, string name, Func<string> callback) where T : IResourceWithEnvironment => throw null!;
        public static IResourceBuilder<T> WithEnvironment<T>(this IResourceBuilder<T> builder, string name, EndpointReference endpointReference) where T : IResourceWithEnvironment => throw null!;
        public static IResourceBuilder<T> WithEnvironment<T>(this IResourceBuilder<T> builder, string name, IResourceBuilder<ParameterResource> parameter) where T : IResourceWithEnvironment => throw null!;
        public static IResourceBuilder<T> WithEnvironment<T>(this IResourceBuilder<T> builder, Action<EnvironmentCallbackContext> callback) where T : IResourceWithEnvironment => throw null!;
        public static IResourceBuilder<T> WithArgs<T>(this IResourceBuilder<T> builder, params string[] args) where T : IResourceWithArgs => throw null!;
        public static IResourceBuilder<T> WithArgs<T>(this IResourceBuilder<T> builder, params object[] args) where T : IResourceWithArgs => throw null!;
        public static IResourceBuilder<T> WithHttpEndpoint<T>(this IResourceBuilder<T> builder, int? port = null, int? targetPort = null, string? name = null, string? env = null, bool? isProxied = null) where T : IResourceWithEndpoints => throw null!;
        public static IResourceBuilder<T> WithHttpHealthCheck<T>(this IResourceBuilder<T> builder, string? path = null, int? statusCode = null, string? endpointName = null) where T : IResourceWithEndpoints => throw null!;
        public static EndpointReference GetEndpoint<T>(this IResourceBuilder<T> builder, string name) where T : IResourceWithEndpoints => throw null!;
    }
}
