using Geborgen.AppHost.Embedded;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>The private PostgreSQL server.</summary>
internal sealed class PostgresServerResource(string name, LineLog log, DataFolder data)
    : Resource(name, log), IResourceWithConnectionString
{
    public EmbeddedPostgres Server { get; } = new(data.In(name), FreePorts.Next(), log.Write);

    public override string Kind => "PostgresServer";
    public override string ConnectionString => Server.ConnectionString("postgres");
    public override int? ProcessId => Server.ProcessId;
    public override Task<int> Exited => Server.Exited;
    public override Task LaunchAsync(CancellationToken cancellation) => Server.LaunchAsync(cancellation);

    public override async Task<string?> FindFaultAsync(CancellationToken cancellation) =>
        await Server.IsHealthyAsync(cancellation) ? null : "does not answer a query";

    public override Task StopAsync() => Server.StopAsync();

    public override async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        await base.DisposeAsync();
    }
}

/// <summary>A database of it, made when absent.</summary>
internal sealed class PostgresDatabaseResource(string name, string databaseName, PostgresServerResource server, LineLog log)
    : Resource(name, log), IResourceWithConnectionString
{
    TaskCompletionSource<int> stopped = new();

    public override string Kind => "PostgresDatabase";
    public override string ConnectionString => server.Server.ConnectionString(databaseName);
    public override int? ProcessId => null;
    public override Task<int> Exited => stopped.Task;

    public override Task LaunchAsync(CancellationToken cancellation)
    {
        stopped = new(TaskCreationOptions.RunContinuationsAsynchronously);
        return server.Server.CreateDatabaseAsync(databaseName, cancellation);
    }

    public override Task<string?> FindFaultAsync(CancellationToken cancellation) => server.FindFaultAsync(cancellation);

    public override Task StopAsync()
    {
        stopped.TrySetResult(0);
        return Task.CompletedTask;
    }
}
