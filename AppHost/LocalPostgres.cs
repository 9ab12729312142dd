using Microsoft.Extensions.DependencyInjection;

namespace Geborgen.AppHost;

/// <summary>A PostgreSQL server from the machine's own binaries (<c>start-postgres.sh</c>), for superuser <c>postgres</c>.</summary>
sealed class LocalPostgres(string script, string name, string folder, int port, ParameterResource password)
    : ExecutableResource(name, script, folder), IResourceWithConnectionString
{
    public ReferenceExpression ConnectionStringExpression { get; } =
        ReferenceExpression.Create($"Host=127.0.0.1;Port={$"{port}"};Username=postgres;Password={password}");
}

/// <summary>A database of such a server; the service that owns it makes it when it migrates.</summary>
sealed class LocalDatabase(string name, string databaseName, LocalPostgres server)
    : Resource(name), IResourceWithParent<LocalPostgres>, IResourceWithConnectionString
{
    public LocalPostgres Parent => server;

    public ReferenceExpression ConnectionStringExpression { get; } = ReferenceExpression.Create($"{server};Database={databaseName}");
}

static class LocalPostgresExtensions
{
    public static IResourceBuilder<LocalPostgres> AddLocalPostgres(this IDistributedApplicationBuilder builder, string name, Machine machine)
    {
        var (folder, port) = (machine.InData(name), machine.Port(name));
        var server = new LocalPostgres(machine.InRepository("AppHost", "start-postgres.sh"), name, folder, port, machine.Password(name).Resource);
        var check = $"{name}-answers";
        var connectionString = "";
        builder.Services.AddHealthChecks().AddNpgSql(_ => $"{connectionString};Database=postgres;Timeout=5", name: check);
        return builder.AddResource(server)
            .WithArgs(folder, $"{port}")
            .WithEndpoint(port: port, targetPort: port, scheme: "tcp", isProxied: false)
            .OnConnectionStringAvailable(async (_, _, ct) => connectionString = await server.ConnectionStringExpression.GetValueAsync(ct) ?? "")
            .WithHealthCheck(check)
            .WithIconName("DatabaseMultiple");
    }

    /// <summary>A database under its server on the dashboard. It is there and gone with the server: Aspire itself says so of containers only.</summary>
    public static IResourceBuilder<LocalDatabase> AddDatabase(this IResourceBuilder<LocalPostgres> server, string name, string databaseName)
    {
        var database = new LocalDatabase(name, databaseName, server.Resource);
        server.OnResourceReady((_, ready, _) => Publish(ready.Services, KnownResourceStates.Running));
        server.OnResourceStopped((_, stopped, _) => Publish(stopped.Services, KnownResourceStates.Exited));
        return server.ApplicationBuilder.AddResource(database).WithIconName("Database")
            .WithInitialState(new() { ResourceType = "Database", Properties = [], State = KnownResourceStates.Waiting });

        Task Publish(IServiceProvider services, string state) => services.GetRequiredService<ResourceNotificationService>()
            .PublishUpdateAsync(database, snapshot => snapshot with { State = state });
    }
}
