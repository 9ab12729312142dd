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
        // A busy machine may apply in two turns, in any order, what a quiet one applies in one.
        Activity[] Spans(string verb) => [.. spans.Where(span => span.TraceId == request.TraceId && span.OperationName.StartsWith(verb, StringComparison.Ordinal))];
        static string Events(IEnumerable<Activity> of) =>
            string.Join(' ', of.SelectMany(span => ((string)span.GetTagItem("geborgen.events")!).Split(' ')).Order(StringComparer.Ordinal));
        await Stage.UntilAsync(() => Task.FromResult(Events(Spans("members ")) == "family-opened member-added"), "both events applied",
            state: () => Task.FromResult(string.Join(" | ", spans.Where(span => span.Source.Name == "Geborgen.Messaging").Select(span =>
                $"{span.StartTimeUtc:O} {span.TraceId} {span.OperationName} {span.GetTagItem("geborgen.events")}"))));

        var published = Spans("publish ");
        Assert.Equal("family-opened member-added", Events(published));
        Assert.All(published, span => Assert.Equal(request.SpanId, span.ParentSpanId));
        Assert.All(Spans("members "), applied => Assert.Contains(applied.ParentSpanId, published.Select(span => span.SpanId)));
    }
}
