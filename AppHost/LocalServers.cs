using RabbitMQ.Client;

namespace Geborgen.AppHost;

/// <summary>A server from the machine's own binaries, kept in the foreground by a script that takes its folder and its port.</summary>
sealed class LocalServer(string name, string script, string folder, ReferenceExpression connectionString)
    : ExecutableResource(name, script, folder), IResourceWithConnectionString
{
    public ReferenceExpression ConnectionStringExpression => connectionString;
}

/// <summary>A database of such a server; the service that owns it makes it when it migrates.</summary>
sealed class LocalDatabase(string name, string databaseName, LocalServer server) : Resource(name), IResourceWithParent<LocalServer>, IResourceWithConnectionString
{
    public LocalServer Parent => server;

    public ReferenceExpression ConnectionStringExpression => ReferenceExpression.Create($"{server};Database={databaseName}");
}

static class LocalServers
{
    /// <summary>PostgreSQL, for superuser <c>postgres</c>.</summary>
    public static IResourceBuilder<LocalServer> AddLocalPostgres(this IDistributedApplicationBuilder builder, string name, Machine machine)
    {
        var (port, password, address) = ($"{machine.Port(name)}", machine.Password(name), "");
        builder.Services.AddHealthChecks().AddNpgSql(_ => $"{address};Database=postgres;Timeout=5", name: $"{name}-answers");
        return AddServer(builder, name, machine, ReferenceExpression.Create($"Host=127.0.0.1;Port={port};Username=postgres;Password={password}"), known => address = known)
            .WithIconName("DatabaseMultiple");
    }

    /// <summary>RabbitMQ, for user <c>geborgen</c>, with its management pages.</summary>
    public static IResourceBuilder<LocalServer> AddLocalRabbitMQ(this IDistributedApplicationBuilder builder, string name, Machine machine)
    {
        var (port, password, address) = ($"{machine.Port(name)}", machine.Password(name), "");
        // As its script says: what follows the broker's own port.
        string[] others = [$"{name}-management", $"{name}-port-mapper", $"{name}-node"];
        var management = Array.ConvertAll(others, machine.Port)[0];
        IConnection? connection = null;
        builder.Services.AddHealthChecks().AddRabbitMQ(
            async _ => connection ??= await new ConnectionFactory { Uri = new(address) }.CreateConnectionAsync(), name: $"{name}-answers");
        return AddServer(builder, name, machine, ReferenceExpression.Create($"amqp://geborgen:{password}@127.0.0.1:{port}"), known => address = known)
            .WithHttpEndpoint(port: management, targetPort: management, name: "management", isProxied: false)
            .WithUrlForEndpoint("management", url => url.DisplayText = "Management pages")
            .WithIconName("MailMultiple");
    }

    /// <summary>A database under its server on the dashboard, there and gone with it: Aspire itself says so of containers only.</summary>
    public static IResourceBuilder<LocalDatabase> AddDatabase(this IResourceBuilder<LocalServer> server, string name, string databaseName)
    {
        var database = new LocalDatabase(name, databaseName, server.Resource);
        server.OnResourceReady((_, ready, _) => Publish(ready.Services, KnownResourceStates.Running));
        server.OnResourceStopped((_, stopped, _) => Publish(stopped.Services, KnownResourceStates.Exited));
        return server.ApplicationBuilder.AddResource(database).WithIconName("Database")
            .WithInitialState(new() { ResourceType = "Database", Properties = [], State = KnownResourceStates.Waiting });

        Task Publish(IServiceProvider services, string state) => services.GetRequiredService<ResourceNotificationService>()
            .PublishUpdateAsync(database, snapshot => snapshot with { State = state });
    }

    static IResourceBuilder<LocalServer> AddServer(
        IDistributedApplicationBuilder builder, string name, Machine machine, ReferenceExpression connectionString, Action<string> learnAddress) =>
        builder.AddResource(new LocalServer(name, machine.InRepository($"AppHost/start-{name}.sh"), machine.Data, connectionString))
            .WithArgs(machine.InData(name), $"{machine.Port(name)}")
            .WithEndpoint(port: machine.Port(name), targetPort: machine.Port(name), scheme: "tcp", isProxied: false)
            .OnConnectionStringAvailable(async (_, _, ct) => learnAddress((await connectionString.GetValueAsync(ct))!))
            .WithHealthCheck($"{name}-answers");
}
