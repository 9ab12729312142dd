using Geborgen.AppHost.Embedded;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>The private RabbitMQ broker.</summary>
internal sealed class RabbitMQServerResource(string name, LineLog log, DataFolder data)
    : Resource(name, log), IResourceWithConnectionString
{
    readonly EmbeddedRabbitMq broker = new(data.In(name), FreePorts.Next(), log.Write);

    public override string Kind => "RabbitMQServer";
    public override Uri Url => broker.ManagementUri;
    public override string ConnectionString => broker.ConnectionString();
    public override int? ProcessId => broker.ProcessId;
    public override Task<int> Exited => broker.Exited;
    public override Task LaunchAsync(CancellationToken cancellation) => broker.LaunchAsync(cancellation);

    public override async Task<string?> FindFaultAsync(CancellationToken cancellation) =>
        await broker.IsHealthyAsync(cancellation) ? null : "does not accept clients";

    public override Task StopAsync() => broker.StopAsync();

    public override async ValueTask DisposeAsync()
    {
        await broker.DisposeAsync();
        await base.DisposeAsync();
    }
}
