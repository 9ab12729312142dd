using System.Net.Http.Json;
using System.Text.Json;
using Geborgen.Support;

namespace Geborgen.Messaging.Tests.Events;

/// <summary>Kills servers of their own, so that no other test notices.</summary>
public sealed class OutageTests(OutageTests.Servers servers) : IClassFixture<OutageTests.Servers>, IAsyncLifetime
{
    const int LogLines = 40;

    static readonly string[] Queues = ["family-view.members", "family-view.involvement", "intake-gm0344.involvement"];

    readonly PostgresServer postgres = servers.Postgres;
    readonly RabbitMqBroker rabbitmq = servers.RabbitMq;
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
        foreach (var queue in Queues)
            await Stage.UntilAsync(() => wire.IsReadAsync(queue), $"{queue} read");
        await Stage.UntilAsync(() => Task.FromResult(Queues.All(queue => rabbitmq.HasListed(broker, queue))), "queues listed on disk");
    }

    public async ValueTask DisposeAsync()
    {
        await source.DisposeAsync();
        await reader.DisposeAsync();
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

    [Fact]
    public async Task While_the_broker_is_away_a_service_says_how_much_waits()
    {
        rabbitmq.Kill();
        await SaveAsync(3);
        await Stage.UntilAsync(async () => await ReasonAsync("bus") is { } reason && reason.EndsWith(" UTC; events wait in the outbox (3).", StringComparison.Ordinal),
            "the reason");
        Assert.StartsWith("The broker is away since ", await ReasonAsync("bus"), StringComparison.Ordinal);
        Assert.Single(source.Log, line => line.Contains("bus is degraded", StringComparison.Ordinal));
    }

    [Fact]
    public async Task While_the_database_is_away_a_service_says_so_and_nothing_else()
    {
        Assert.Null(await ReasonAsync("database"));
        postgres.Kill();
        await Stage.UntilAsync(async () => await ReasonAsync("database") == "The database does not answer.", "the reason");
        Assert.Single(source.Log, line => line.StartsWith("database is unhealthy. The database does not answer.", StringComparison.Ordinal));
    }

    /// <summary>What the source says of one of its checks, if it is not healthy.</summary>
    async Task<string?> ReasonAsync(string check)
    {
        using var http = new HttpClient { BaseAddress = new Uri(source.App.Urls.Single()) };
        using var answer = await http.GetAsync("/health/ready", Ct);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("reasons").TryGetProperty(check, out var reason) ? reason.GetString() : null;
    }

    Task<TestFamily[]> SaveAsync(int families) => Task.WhenAll(Enumerable.Range(0, families).Select(_ => source.SaveAsync()));

    async Task AllAppliedOnceAsync(int events)
    {
        await Stage.UntilAsync(async () => await reader.CountAsync("applications") >= events, $"{events} applied", seconds: 120, StateAsync);
        Assert.Equal(events, await source.CountAsync("event_log"));
        Assert.Equal(events, await reader.CountAsync("applications"));
        Assert.Equal(events, await reader.CountAsync("(select distinct event_id from applications) as once"));
    }

    /// <summary>Who is stuck: the source, the broker or the reader.</summary>
    async Task<string> StateAsync()
    {
        await using var wire = await Wire.ConnectAsync(broker);
        List<string> lines = [$"{await source.CountAsync("outbox")} wait in the outbox, {await reader.CountAsync("applications")} are applied"];
        foreach (var queue in Queues)
            lines.Add(await wire.StateAsync(queue));
        return string.Join('\n', [.. lines, "Source:", .. source.Log.TakeLast(LogLines), "Reader:", .. reader.Log.TakeLast(LogLines)]);
    }

    /// <summary>What a test killed starts again for the next one.</summary>
    public sealed class Servers : IAsyncDisposable
    {
        /// <summary>The databases.</summary>
        public PostgresServer Postgres { get; } = new();

        /// <summary>The broker.</summary>
        public RabbitMqBroker RabbitMq { get; } = new();

        /// <summary>Stops them.</summary>
        public async ValueTask DisposeAsync()
        {
            await RabbitMq.DisposeAsync();
            await Postgres.DisposeAsync();
        }
    }
}
