using Geborgen.Messaging.Events;
using Geborgen.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using RabbitMQ.Client;

namespace Geborgen.Messaging.Tests.Events;

public sealed class BusWatchTests(PostgresServer postgres, RabbitMqBroker rabbitmq)
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(45);

    readonly FakeTimeProvider clock = new();

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_process_whose_queue_nobody_reads_although_the_broker_answers_ends_and_one_that_reads_goes_on(bool queueIsThere)
    {
        var broker = await rabbitmq.CreateVirtualHostAsync("watch", Ct);
        await using var stuck = await TestService.Build("family-view", await postgres.ServiceDatabaseAsync(), broker).StartAsync();
        await using var well = await TestService.Build("learning", await postgres.ServiceDatabaseAsync(), broker).StartAsync();
        await using var wire = await Wire.ConnectAsync(broker);
        await Stage.UntilAsync(() => wire.IsReadAsync("learning.members"), "its queue read");
        if (queueIsThere)
            await DeclareAsync(broker, "family-view.unread");
        using var watchOfWell = Watch(well, "members");
        using var watchOfStuck = Watch(stuck, "unread");
        var since = clock.GetUtcNow();

        await watchOfWell.StartAsync(Ct);
        await watchOfStuck.StartAsync(Ct);
        await Stage.UntilAsync(() =>
        {
            if (!stuck.App.Lifetime.ApplicationStopping.IsCancellationRequested)
                clock.Advance(TimeSpan.FromSeconds(5));
            return Task.FromResult(stuck.App.Lifetime.ApplicationStopping.IsCancellationRequested);
        }, "the process ends");

        // So that whoever started it sees that it did not end by itself; these tests themselves go on.
        Assert.Equal(1, Environment.ExitCode);
        Environment.ExitCode = 0;
        Assert.True(clock.GetUtcNow() - since >= Patience);
        Assert.False(well.App.Lifetime.ApplicationStopping.IsCancellationRequested);
    }

    BusWatch Watch(TestService service, string projection) =>
        ActivatorUtilities.CreateInstance<BusWatch>(service.App.Services, (object)new[] { projection }, clock);

    static async Task DeclareAsync(string broker, string queue)
    {
        await using var connection = await new ConnectionFactory { Uri = new Uri(broker) }.CreateConnectionAsync(Ct);
        await using var channel = await connection.CreateChannelAsync(cancellationToken: Ct);
        await channel.QueueDeclareAsync(queue, durable: true, exclusive: false, autoDelete: false, cancellationToken: Ct);
    }
}
