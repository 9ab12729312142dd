namespace Geborgen.AppHost;

/// <summary>A server from the machine's own binaries, kept in the foreground by a script that takes its folder and its port.</summary>
sealed class LocalServer(string name, string script, string folder, ReferenceExpression connectionString)
    : ExecutableResource(name, script, folder), IResourceWithConnectionString
{
    public ReferenceExpression ConnectionStringExpression => connectionString;
}

static class LocalServers
{
    /// <summary>PostgreSQL, for superuser <c>postgres</c>.</summary>
    public static IResourceBuilder<LocalServer> AddLocalPostgres(this IDistributedApplicationBuilder builder, string name, Machine machine)
    {
        var address = $"Host=127.0.0.1;Port={machine.Port(name)};Username=postgres;Password=";
        builder.Services.AddHealthChecks().AddNpgSql(_ => $"{address}{machine.Password(name)};Database=postgres;Timeout=5", name: $"{name}-answers");
        return builder.AddServer(name, machine, password => ReferenceExpression.Create($"{address}{password}")).WithIconName("DatabaseMultiple");
    }

    /// <summary>A database on the dashboard under its server, there and gone with it; the service that owns it makes it when it migrates.</summary>
    public static IResourceBuilder<IResourceWithConnectionString> AddDatabase(this IResourceBuilder<LocalServer> server, string name, string databaseName)
    {
        var database = server.ApplicationBuilder.AddConnectionString(name, ReferenceExpression.Create($"{server.Resource};Database={databaseName}"))
            .WithParentRelationship(server).WithIconName("Database");
        server.OnResourceReady((_, ready, _) => Publish(ready.Services, KnownResourceStates.Running));
        server.OnResourceStopped((_, stopped, _) => Publish(stopped.Services, KnownResourceStates.Exited));
        return database;

        Task Publish(IServiceProvider services, string state) => services.GetRequiredService<ResourceNotificationService>()
            .PublishUpdateAsync(database.Resource, snapshot => snapshot with { State = state });
    }

    /// <summary>RabbitMQ, for user <c>geborgen</c>, with its management pages.</summary>
    public static IResourceBuilder<LocalServer> AddLocalRabbitMQ(this IDistributedApplicationBuilder builder, string name, Machine machine)
    {
        var port = $"{machine.Port(name)}";
        // As its script says: what follows the broker's own port.
        var management = Array.ConvertAll([$"{name}-management", $"{name}-port-mapper", $"{name}-node"], machine.Port)[0];
        IConnection? connection = null;
        builder.Services.AddHealthChecks().AddRabbitMQ(async _ =>
        {
            // Services wait for it, and Aspire itself asks again only after up to five seconds.
            for (var asked = 0; asked < 20 && !machine.Listens(name); asked++)
                await Task.Delay(250);
            return connection ??= await new ConnectionFactory { Uri = new($"amqp://geborgen:{machine.Password(name)}@127.0.0.1:{port}") }.CreateConnectionAsync();
        }, name: $"{name}-answers");
        return builder.AddServer(name, machine, password => ReferenceExpression.Create($"amqp://geborgen:{password}@127.0.0.1:{port}"))
            .WithHttpEndpoint(port: management, targetPort: management, name: "management", isProxied: false)
            .WithUrlForEndpoint("management", url => url.DisplayText = "Management pages")
            .WithIconName("MailMultiple");
    }

    static IResourceBuilder<LocalServer> AddServer(
        this IDistributedApplicationBuilder builder, string name, Machine machine, Func<ParameterResource, ReferenceExpression> addressWith)
    {
        var password = builder.AddParameter($"{name}-password", () => machine.Password(name), secret: true);
        return builder.AddResource(new LocalServer(name, machine.InRepository($"AppHost/start-{name}.sh"), machine.Data, addressWith(password.Resource)))
            .WithArgs(machine.InData(name), $"{machine.Port(name)}")
            .WithEndpoint(port: machine.Port(name), targetPort: machine.Port(name), scheme: "tcp", isProxied: false)
            .WithHealthCheck($"{name}-answers");
    }
}
