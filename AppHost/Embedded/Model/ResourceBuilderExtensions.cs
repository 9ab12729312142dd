using Aspire.Hosting.ApplicationModel;
using Geborgen.AppHost.Embedded;

namespace Aspire.Hosting;

/// <summary>Aspire's words for writing the model: those that Program.cs uses, with Aspire's signatures and meaning.</summary>
internal static class ResourceBuilderExtensions
{
    public static IResourceBuilder<ProjectResource> AddProject(this IDistributedApplicationBuilder builder, string name, string projectPath) =>
        builder.Add(name, log => new ProjectResource(name, Path.GetFullPath(projectPath, builder.AppHostDirectory), log, builder.Data));

    public static IResourceBuilder<PostgresServerResource> AddPostgres(this IDistributedApplicationBuilder builder, string name) =>
        builder.Add(name, log => new PostgresServerResource(name, log, builder.Data));

    public static IResourceBuilder<PostgresDatabaseResource> AddDatabase(this IResourceBuilder<PostgresServerResource> builder, string name, string? databaseName = null)
    {
        var server = builder.Resource;
        return builder.ApplicationBuilder
            .Add(name, log => new PostgresDatabaseResource(name, databaseName ?? name, server, log) { Parent = server })
            .WaitFor(builder);
    }

    public static IResourceBuilder<RabbitMQServerResource> AddRabbitMQ(this IDistributedApplicationBuilder builder, string name) =>
        builder.Add(name, log => new RabbitMQServerResource(name, log, builder.Data));

    public static IResourceBuilder<T> WaitFor<T>(this IResourceBuilder<T> builder, IResourceBuilder<Resource> dependency) where T : Resource
    {
        builder.Resource.Waits.Add((dependency.Resource, Completed: false));
        return builder;
    }

    public static IResourceBuilder<T> WaitForCompletion<T>(this IResourceBuilder<T> builder, IResourceBuilder<Resource> dependency) where T : Resource
    {
        builder.Resource.Waits.Add((dependency.Resource, Completed: true));
        return builder;
    }

    public static IResourceBuilder<ProjectResource> WithReference(this IResourceBuilder<ProjectResource> builder, IResourceBuilder<IResourceWithConnectionString> source, string? connectionName = null)
    {
        builder.Resource.References.Add(source.Resource.Name);
        return builder.With($"ConnectionStrings__{connectionName ?? source.Resource.Name}", () => source.Resource.ConnectionString!);
    }

    public static IResourceBuilder<ProjectResource> WithReference(this IResourceBuilder<ProjectResource> builder, IResourceBuilder<ProjectResource> source)
    {
        var name = source.Resource.Name;
        var endpoint = source.GetEndpoint("http");
        builder.Resource.References.Add(name);
        return builder.With($"services__{name}__http__0", () => endpoint.Url)
            .With($"{name.Replace('-', '_').ToUpperInvariant()}_HTTP", () => endpoint.Url);
    }

    public static EndpointReference GetEndpoint(this IResourceBuilder<ProjectResource> builder, string name) => new(builder.Resource, name);

    public static IResourceBuilder<ProjectResource> WithEnvironment(this IResourceBuilder<ProjectResource> builder, string name, string value) =>
        builder.With(name, () => value);

    public static IResourceBuilder<ProjectResource> WithEnvironment(this IResourceBuilder<ProjectResource> builder, string name, EndpointReference value)
    {
        builder.Resource.References.Add(value.Resource.Name);
        return builder.With(name, () => value.Url);
    }

    public static IResourceBuilder<ProjectResource> WithArgs(this IResourceBuilder<ProjectResource> builder, params string[] args)
    {
        builder.Resource.Arguments.AddRange(args);
        return builder;
    }

    public static IResourceBuilder<ProjectResource> WithHttpEndpoint(this IResourceBuilder<ProjectResource> builder, int? port = null)
    {
        builder.Resource.Port = port ?? FreePorts.Next();
        return builder;
    }

    public static IResourceBuilder<ProjectResource> WithHttpHealthCheck(this IResourceBuilder<ProjectResource> builder, string path)
    {
        builder.Resource.HealthPath = path;
        return builder;
    }

    static IResourceBuilder<ProjectResource> With(this IResourceBuilder<ProjectResource> builder, string name, Func<string> value)
    {
        builder.Resource.Set(name, value);
        return builder;
    }
}

/// <summary>The address of a resource's endpoint, known when the resource that refers to it starts.</summary>
internal sealed record EndpointReference(ProjectResource Resource, string Name)
{
    public string Url => Name == "http" && Resource.Url is { } url
        ? url.GetLeftPart(UriPartial.Authority)
        : throw new InvalidOperationException($"{Resource.Name} has no endpoint {Name}.");
}
