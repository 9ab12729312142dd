using Geborgen.AppHost.Embedded.Protocol;
using Grpc.Core;
using Microsoft.Extensions.Hosting;
using Model = Aspire.Hosting.ApplicationModel;
using Wire = Geborgen.AppHost.Embedded.Protocol;

namespace Geborgen.AppHost.Embedded;

/// <summary>What the dashboard asks of us: which resources there are, what they write, and commands to them.</summary>
internal sealed class ResourceService(Supervision supervision, IHostApplicationLifetime lifetime) : DashboardService.DashboardServiceBase
{
    public override Task<ApplicationInformationResponse> GetApplicationInformation(ApplicationInformationRequest request, ServerCallContext context) =>
        Task.FromResult(new ApplicationInformationResponse { ApplicationName = "Geborgen" });

    public override Task WatchResources(WatchResourcesRequest request, IServerStreamWriter<WatchResourcesUpdate> responseStream, ServerCallContext context) =>
        UntilLeftAsync(context, async cancellation =>
        {
            var initial = new InitialResourceData();
            initial.ResourceTypes.AddRange(Shown.Select(resource => resource.Kind).Distinct().Select(kind => new ResourceType { UniqueName = kind }));
            initial.Resources.AddRange(Shown.Select(Describe));
            await responseStream.WriteAsync(new() { InitialData = initial }, cancellation);
            await foreach (var snapshot in supervision.Board.WatchAsync(cancellation))
            {
                if (Shown.FirstOrDefault(shown => shown.Name == snapshot.Name) is not { } resource)
                    continue;
                var changes = new WatchResourcesChanges { Value = { new WatchResourcesChange { Upsert = Describe(resource) } } };
                await responseStream.WriteAsync(new() { Changes = changes }, cancellation);
            }
        });

    public override Task WatchResourceConsoleLogs(WatchResourceConsoleLogsRequest request, IServerStreamWriter<WatchResourceConsoleLogsUpdate> responseStream, ServerCallContext context) =>
        UntilLeftAsync(context, async cancellation =>
        {
            var resource = Named(request.ResourceName);
            await foreach (var batch in resource.Log.ReadAsync(follow: !request.SuppressFollow, cancellation))
            {
                var update = new WatchResourceConsoleLogsUpdate();
                update.LogLines.AddRange(batch.Select(item => new ConsoleLogLine { LineNumber = item.Number, Text = item.Line.Text, IsStdErr = item.Line.IsError }));
                await responseStream.WriteAsync(update, cancellation);
            }
        });

    public override async Task<ResourceCommandResponse> ExecuteResourceCommand(ResourceCommandRequest request, ServerCallContext context)
    {
        var supervisor = supervision.SupervisorOf(Named(request.ResourceName));
        switch (request.CommandName)
        {
            case ResourceCommands.Stop:
                await supervisor.StopAsync();
                break;
            // A start cuts the pause after a crash short.
            case ResourceCommands.Start or ResourceCommands.Restart:
                await supervisor.StopAsync();
                supervisor.Start();
                break;
            default:
                return new() { Kind = ResourceCommandResponseKind.Failed, Message = $"There is no command {request.CommandName}." };
        }
        return new() { Kind = ResourceCommandResponseKind.Succeeded };
    }

    public override Task WatchInteractions(IAsyncStreamReader<WatchInteractionsRequestUpdate> requestStream, IServerStreamWriter<WatchInteractionsResponseUpdate> responseStream, ServerCallContext context) =>
        UntilLeftAsync(context, cancellation => Task.Delay(Timeout.Infinite, cancellation));

    // The dashboard does not show itself.
    IReadOnlyList<Model.Resource> Shown { get; } = [.. supervision.Resources.Where(resource => resource is not DashboardResource)];

    Wire.Resource Describe(Model.Resource resource) => ResourceDescription.Of(resource, supervision.Board[resource.Name], supervision.CreatedAt);

    Model.Resource Named(string wireName) =>
        Shown.FirstOrDefault(resource => ResourceDescription.WireName(resource) == wireName)
        ?? throw new RpcException(new(StatusCode.NotFound, $"There is no resource {wireName}."));

    // A stream ends when the dashboard leaves or we stop; both are its normal end.
    async Task UntilLeftAsync(ServerCallContext context, Func<CancellationToken, Task> stream)
    {
        using var left = CancellationTokenSource.CreateLinkedTokenSource(context.CancellationToken, lifetime.ApplicationStopping);
        try
        {
            await stream(left.Token);
        }
        catch (OperationCanceledException) when (left.IsCancellationRequested)
        {
        }
    }
}
