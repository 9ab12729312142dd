using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Geborgen.Messaging.Events;
using Geborgen.Support;
using Npgsql;

namespace Geborgen.Messaging.Tests.Events;

public sealed class FeedTests(PostgresServer postgres, RabbitMqBroker rabbitmq, TestIdentity identity)
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_open_transaction_is_waited_for_and_nothing_after_it_is_shown_before_it()
    {
        await using var service = await SourceAsync(await postgres.ServiceDatabaseAsync());
        await service.SaveAsync();

        var page = await service.WithAsync(async db =>
        {
            await using var open = await db.Database.BeginTransactionAsync(Ct);
            db.Add(TestFamily.Open());
            await db.SaveChangesAsync(Ct);
            await service.SaveAsync();
            var shown = await ReadAsync(service, null);
            await open.CommitAsync(Ct);
            return shown;
        });

        Assert.Single(page.Items);
        Assert.Equal(2, (await ReadAsync(service, page.Next)).Items.Count);
    }

    [Fact]
    public async Task Pages_follow_each_other_without_gap_or_repetition()
    {
        await using var service = await SourceAsync(await postgres.ServiceDatabaseAsync());
        for (var family = 0; family < 7; family++)
            await service.SaveAsync();

        HashSet<Guid> read = [];
        string? after = null;
        while (await ReadAsync(service, after, limit: 2) is { Items.Count: > 0 } page)
        {
            Assert.All(page.Items, item => Assert.True(read.Add(item.EventId)));
            after = page.Next;
        }

        Assert.Equal(7, read.Count);
    }

    [Fact]
    public async Task After_a_restore_a_reader_starts_again_and_misses_nothing()
    {
        await using var service = await SourceAsync(await postgres.ServiceDatabaseAsync());
        await service.SaveAsync();
        var before = await ReadAsync(service, null);
        // What a restore into another cluster leaves: rows of transactions that are far ahead of the present ones.
        await Stage.AsOwnerAsync(service.Database, "update log_epochs set cluster = 'another'; update event_log set tx = '9000000000000'");
        await using (var connection = new NpgsqlConnection(service.Database))
        {
            await connection.OpenAsync(Ct);
            await LogEpochs.StartWhereDue(connection, Ct);
            await LogEpochs.StartWhereDue(connection, Ct);
        }
        await service.SaveAsync();

        var first = await ReadAsync(service, before.Next, limit: 1);
        var second = await ReadAsync(service, first.Next, limit: 1);

        Assert.Equal(before.Items.Single().EventId, first.Items.Single().EventId);
        Assert.NotEqual(first.Items.Single().EventId, second.Items.Single().EventId);
        Assert.Empty((await ReadAsync(service, second.Next)).Items);
        Assert.Equal(2, await service.CountAsync("log_epochs"));
    }

    [Theory]
    [InlineData("after=x")]
    [InlineData("after=1.2")]
    [InlineData("limit=0")]
    [InlineData("limit=2001")]
    public async Task A_wrong_query_is_refused(string query)
    {
        await using var service = await SourceAsync(await postgres.ServiceDatabaseAsync());

        using var answer = await GetAsync(service, query, await identity.ClientTokenAsync("family-view-instance"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task Only_an_instance_reads_the_feed()
    {
        await using var service = await SourceAsync(await postgres.ServiceDatabaseAsync());

        using var nobody = await GetAsync(service, "", null);
        using var worker = await GetAsync(service, "", await identity.UserTokenAsync("lotte"));
        using var system = await GetAsync(service, "", await identity.ClientTokenAsync("gm0344-case-system"));
        using var instance = await GetAsync(service, "", await identity.ClientTokenAsync("family-view-instance"));

        Assert.Equal(HttpStatusCode.Unauthorized, nobody.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, worker.StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, system.StatusCode);
        Assert.Equal(HttpStatusCode.OK, instance.StatusCode);
    }

    [Fact]
    public async Task An_instance_reads_of_the_municipalities_that_it_serves_and_of_no_other()
    {
        await using var service = await SourceAsync(await postgres.ServiceDatabaseAsync());
        await using var shared = await ReaderAsync(await rabbitmq.CreateVirtualHostAsync("shared", Ct), FreePorts.Next());
        await service.SaveAsync();
        await shared.SaveAsync();
        await shared.SaveAsync(municipality: "gm0355");
        var (registered, stranger) = (await identity.ClientTokenAsync("family-view-instance"), await identity.ClientTokenAsync("intake-gm0355-instance"));

        using var notServed = await GetAsync(service, "", stranger);
        using var one = await GetAsync(shared, "municipality=gm0344", registered);
        using var another = await GetAsync(shared, "municipality=gm0355", registered);
        using var all = await GetAsync(shared, "", registered);

        Assert.Equal(HttpStatusCode.NotFound, notServed.StatusCode);
        Assert.Single((await one.Content.ReadFromJsonAsync<FeedPage>(EventLog.Json, Ct))!.Items);
        Assert.Equal(HttpStatusCode.NotFound, another.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, all.StatusCode);
        Assert.Equal(1, await service.CountAsync("access_log where action = 'denied' and client = 'intake-gm0355-instance'"));
    }

    [Fact]
    public async Task Who_joins_late_reads_what_was_said_before()
    {
        var broker = await rabbitmq.CreateVirtualHostAsync("late", Ct);
        var port = FreePorts.Next();
        await using var source = await SourceAsync(await postgres.ServiceDatabaseAsync(), broker, port);
        var child = Guid.CreateVersion7();
        var family = await source.SaveAsync(one => one.Add(child));
        await Stage.UntilAsync(async () => await source.CountAsync("outbox") == 0, "sent to nobody");

        await using var reader = await ReaderAsync(broker, port);
        await Stage.UntilAsync(async () => await reader.CountAsync("members") == 1, "read from the feed");
        await source.ChangeAsync(family.Id, one => one.Remove(child));
        await Stage.UntilAsync(async () => await reader.CountAsync("members where removed") == 1, "heard from the queue");

        Assert.Equal(3, await reader.CountAsync("applications"));
    }

    [Fact]
    public async Task Who_was_there_before_its_source_hears_all_of_it()
    {
        var broker = await rabbitmq.CreateVirtualHostAsync("early", Ct);
        var port = FreePorts.Next();
        await using var reader = await ReaderAsync(broker, port);
        await using var wire = await Wire.ConnectAsync(broker);
        await Stage.UntilAsync(() => wire.IsReadAsync("family-view.members"), "queue read");

        await using var source = await SourceAsync(await postgres.ServiceDatabaseAsync(), broker, port);
        await source.SaveAsync(one => one.Add(Guid.CreateVersion7()));
        await Stage.UntilAsync(async () => await reader.CountAsync("members") == 1, "heard");
        await Stage.UntilAsync(async () => await reader.CountAsync("feed_cursors where projection = 'members' and caught_up_at is not null") == 1, "feed read");

        Assert.Equal(2, await reader.CountAsync("applications"));
    }

    [Fact]
    public async Task A_rebuilt_projection_equals_the_live_one()
    {
        var broker = await rabbitmq.CreateVirtualHostAsync("rebuild", Ct);
        var port = FreePorts.Next();
        await using var source = await SourceAsync(await postgres.ServiceDatabaseAsync(), broker, port);
        await using var reader = await ReaderAsync(broker, port);
        for (var family = 0; family < 20; family++)
        {
            var gone = Guid.CreateVersion7();
            await source.SaveAsync(one =>
            {
                one.Add(Guid.CreateVersion7());
                one.Add(gone);
                one.Remove(gone);
            });
        }
        await Stage.UntilAsync(async () => await reader.CountAsync("applications") == 80, "live");
        var live = await reader.MembersAsync();

        await reader.RebuildAsync("members");
        await Stage.UntilAsync(async () => await reader.CountAsync("feed_cursors where projection = 'members' and caught_up_at is not null") == 1, "rebuilt");

        Assert.Equal(40, live.Count);
        Assert.Equal(live, await reader.MembersAsync());
        Assert.Equal(80, await reader.CountAsync("applications"));
    }

    [Fact]
    public async Task What_was_read_before_a_projection_was_emptied_does_not_count()
    {
        const int members = 1100;
        var broker = await rabbitmq.CreateVirtualHostAsync("emptied", Ct);
        var port = FreePorts.Next();
        await using var source = await SourceAsync(await postgres.ServiceDatabaseAsync(), broker, port);
        await source.SaveAsync(one =>
        {
            for (var member = 0; member < members; member++)
                one.Add(Guid.CreateVersion7());
        });
        await Stage.UntilAsync(async () => await source.CountAsync("outbox") == 0, "sent to nobody");

        // The feed is closed while its first page is applied, and opened again once the projection was emptied.
        await using var owner = new NpgsqlConnection(source.Database);
        await owner.OpenAsync(Ct);
        NpgsqlTransaction? closed = null;
        await using var reader = TestService.Build(
            "family-view", await postgres.ServiceDatabaseAsync(), broker, identity, FreePorts.Next(), TestService.Registry(("intake", port)));
        reader.Trouble.With = _ =>
        {
            if (closed is null)
            {
                closed = owner.BeginTransaction();
                using var close = new NpgsqlCommand("lock table event_log in access exclusive mode", owner, closed);
                close.ExecuteNonQuery();
            }
            return null;
        };
        await reader.StartAsync();
        await Stage.UntilAsync(async () => await reader.CountAsync("feed_cursors where projection = 'members' and after is not null") == 1, "first page read");
        await reader.RebuildAsync("members");
        await closed!.RollbackAsync(Ct);

        await Stage.UntilAsync(async () => await reader.CountAsync("feed_cursors where projection = 'members' and caught_up_at is not null") == 1, "read anew");
        Assert.Equal(members, await reader.CountAsync("members"));
    }

    [Fact]
    public async Task What_an_open_transaction_still_hides_is_waited_for()
    {
        var broker = await rabbitmq.CreateVirtualHostAsync("hidden", Ct);
        var port = FreePorts.Next();
        await using var source = await SourceAsync(await postgres.ServiceDatabaseAsync(), broker, port);
        await using var owner = new NpgsqlConnection(source.Database);
        await owner.OpenAsync(Ct);
        await using var open = await owner.BeginTransactionAsync(Ct);
        await using (var begin = new NpgsqlCommand("select pg_current_xact_id()", owner, open))
            await begin.ExecuteNonQueryAsync(Ct);
        await source.SaveAsync(one => one.Add(Guid.CreateVersion7()));
        await Stage.UntilAsync(async () => await source.CountAsync("outbox") == 0, "sent to nobody");

        await using var reader = await ReaderAsync(broker, port);
        await Stage.UntilAsync(async () => await reader.CountAsync("feed_cursors where projection = 'members' and after is not null") == 1, "feed asked");
        await open.CommitAsync(Ct);

        await Stage.UntilAsync(async () => await reader.CountAsync("members") == 1, "heard of it all the same");
    }

    [Fact]
    public async Task A_feed_counts_as_read_although_its_source_is_written_to_all_the_time()
    {
        var broker = await rabbitmq.CreateVirtualHostAsync("busy", Ct);
        var port = FreePorts.Next();
        await using var source = await SourceAsync(await postgres.ServiceDatabaseAsync(), broker, port);
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        var writers = Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            while (!enough.IsCancellationRequested)
                await source.SaveAsync(one => one.Add(Guid.CreateVersion7()));
        }, Ct)).ToArray();

        await using var reader = await ReaderAsync(broker, port);
        await Stage.UntilAsync(
            async () => await reader.CountAsync("feed_cursors where projection = 'members' and caught_up_at is not null") == 1, "read while written to");
        await enough.CancelAsync();
        await Task.WhenAll(writers);
        var saved = await source.CountAsync("event_log where name = 'member-added'");

        await Stage.UntilAsync(async () => await reader.CountAsync("members") == saved, "all heard");
    }

    [Fact]
    public async Task A_heartbeat_counts_from_the_moment_that_the_feed_was_read()
    {
        var broker = await rabbitmq.CreateVirtualHostAsync("heartbeat", Ct);
        var port = FreePorts.Next();
        await using var reader = await ReaderAsync(broker, port);
        await using var wire = await Wire.ConnectAsync(broker);
        await Stage.UntilAsync(() => wire.IsReadAsync("family-view.involvement"), "queue read");
        var now = TestDay.Now;

        await wire.SayAsync(Wire.Message(new Heartbeat("intake", 1, 7) { Municipality = "gm0344", At = now }));
        await Stage.UntilAsync(async () => await wire.CountAsync("family-view.involvement") == 0, "heard");
        Assert.Equal(0, await reader.CountAsync("sources where service = 'intake'"));

        await using var source = await SourceAsync(await postgres.ServiceDatabaseAsync(), broker, port);
        var family = await source.SaveAsync(one => one.Involve(Guid.CreateVersion7()));
        await Stage.UntilAsync(async () => await reader.CountAsync("sources where service = 'intake' and municipality = 'gm0344'") == 1, "heard again");
        await Stage.UntilAsync(async () => await reader.CountAsync($"involvements where family_id = '{family.Id}'") == 1, "involvement");
    }

    Task<TestService> ReaderAsync(string broker, int sourcePort) => StartAsync("family-view", broker, sourcePort, FreePorts.Next());

    async Task<TestService> StartAsync(string service, string broker, int sourcePort, int port) => await TestService.Build(
        service, await postgres.ServiceDatabaseAsync(), broker, identity, port, TestService.Registry(("intake", sourcePort))).StartAsync();

    async Task<TestService> SourceAsync(string database, string? broker = null, int? port = null) =>
        await TestService.Build("intake", database, broker ?? await rabbitmq.CreateVirtualHostAsync("feed", Ct), identity, port).StartAsync();

    async Task<FeedPage> ReadAsync(TestService service, string? after, int limit = 100)
    {
        using var answer = await GetAsync(
            service, $"limit={limit}{(after is null ? "" : $"&after={after}")}", await identity.ClientTokenAsync("family-view-instance"));
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<FeedPage>(EventLog.Json, Ct))!;
    }

    static async Task<HttpResponseMessage> GetAsync(TestService service, string query, string? token)
    {
        using var http = new HttpClient();
        if (token is not null)
            http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return await http.GetAsync(new Uri($"{service.App.Urls.Single()}{service.Api}/events?{query}"), Ct);
    }
}
