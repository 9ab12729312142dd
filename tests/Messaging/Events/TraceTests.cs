using System.Collections.Concurrent;
using System.Diagnostics;
using Geborgen.Support;

namespace Geborgen.Messaging.Tests.Events;

public sealed class TraceTests(PostgresServer postgres, RabbitMqBroker rabbitmq)
{
    [Fact]
    public async Task One_trace_runs_from_the_save_through_the_bus_to_the_projection()
    {
        ConcurrentQueue<Activity> spans = [];
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is "Geborgen.Messaging" or "Test",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = spans.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        using var test = new ActivitySource("Test");
        var broker = await rabbitmq.CreateVirtualHostAsync("trace", TestContext.Current.CancellationToken);
        await using var reader = await TestService.Build("family-view", await postgres.ServiceDatabaseAsync(), broker).StartAsync();
        await using var wire = await Wire.ConnectAsync(broker);
        await Stage.UntilAsync(() => wire.IsReadAsync("family-view.members"), "queue read");
        await using var source = await TestService.Build("intake", await postgres.ServiceDatabaseAsync(), broker).StartAsync();

        Activity request;
        using (request = test.StartActivity("POST", ActivityKind.Server)!)
            await source.SaveAsync(family => family.Add(Guid.CreateVersion7()));
        await Stage.UntilAsync(() => Task.FromResult(spans.Count(span => span.TraceId == request.TraceId) == 3), "all three spans");

        var published = spans.Single(span => span.OperationName == "publish family-opened and 1 more");
        var applied = spans.Single(span => span.OperationName == "members family-opened and 1 more");
        Assert.Equal("family-opened member-added", applied.GetTagItem("geborgen.events"));
        Assert.Equal(request.TraceId, published.TraceId);
        Assert.Equal(request.SpanId, published.ParentSpanId);
        Assert.Equal(published.SpanId, applied.ParentSpanId);
    }
}
