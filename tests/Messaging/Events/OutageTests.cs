using Geborgen.Support;

namespace Geborgen.Messaging.Tests.Events;

/// <summary>Kills servers of their own, so that no other test notices.</summary>
public sealed class OutageTests : IAsyncLifetime
{
    readonly PostgresServer postgres = new();
    readonly RabbitMqBroker rabbitmq = new();
    TestService source = null!;
    TestService reader = null!;
    string broker = "";

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        broker = await rabbitmq.CreateVirtualHostAsync("outage", Ct);
        source = await TestService.Build("intake", await postgres.ServiceDatabaseAsync(), broker).StartAsync();
        reader = await TestService.Build("family-view", await postgres.ServiceDatabaseAsync(), broker).StartAsync();
        await using var wire = await Wire.ConnectAsync(broker);
        await Stage.UntilAsync(() => wire.IsReadAsync("family-view.members"), "queue read");
    }

    public async ValueTask DisposeAsync()
    {
        await source.DisposeAsync();
        await reader.DisposeAsync();
        await rabbitmq.DisposeAsync();
        await postgres.DisposeAsync();
    }

    [Fact]
    public async Task A_broker_that_is_killed_costs_no_event_and_holds_no_stream()
    {
        await SaveAsync(20);
        rabbitmq.Kill();
        await SaveAsync(20);
        await rabbitmq.RestartAsync(Ct);
        await SaveAsync(20);

        await AllAppliedOnceAsync(60);
        Assert.Equal(0, await source.CountAsync("outbox"));
    }

    [Fact]
    public async Task A_database_that_is_killed_costs_no_event_that_was_saved()
    {
        await SaveAsync(20);
        postgres.Kill();
        await postgres.RestartAsync(Ct);
        await Stage.UntilAsync(async () =>
        {
            try
            {
                await SaveAsync(1);
                return true;
            }
            catch (Exception exception) when (exception is Npgsql.NpgsqlException or InvalidOperationException or Microsoft.EntityFrameworkCore.DbUpdateException)
            {
                return false;
            }
        }, "the database is back");
        await SaveAsync(20);

        await AllAppliedOnceAsync(41);
    }

    Task<TestFamily[]> SaveAsync(int families) => Task.WhenAll(Enumerable.Range(0, families).Select(_ => source.SaveAsync()));

    async Task AllAppliedOnceAsync(int events)
    {
        await Stage.UntilAsync(async () =>
        {
            source = await StartAnewIfEndedAsync(source, "intake");
            reader = await StartAnewIfEndedAsync(reader, "family-view");
            return await reader.CountAsync("applications") >= events;
        }, $"{events} applied", seconds: 240);
        Assert.Equal(events, await source.CountAsync("event_log"));
        Assert.Equal(events, await reader.CountAsync("applications"));
        Assert.Equal(events, await reader.CountAsync("(select distinct event_id from applications) as once"));
    }

    /// <summary>A service whose bus got stuck ends itself; whoever runs it starts it anew.</summary>
    async Task<TestService> StartAnewIfEndedAsync(TestService service, string name)
    {
        if (!service.App.Lifetime.ApplicationStopping.IsCancellationRequested)
            return service;
        await service.DisposeAsync();
        return await TestService.Build(name, service.Database, broker).StartAsync();
    }
}
