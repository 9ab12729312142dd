using Geborgen.Messaging.Events;
using Geborgen.Support;

namespace Geborgen.Messaging.Tests.Events;

public sealed class RelayTests(PostgresServer postgres, RabbitMqBroker rabbitmq)
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_crash_between_confirmation_and_note_repeats_the_same_events()
    {
        var (database, broker) = await ServersAsync();
        await using var wire = await Wire.ConnectAsync(broker);
        var heard = await wire.ListenAsync();
        await Stage.AsOwnerAsync(database, """
            create function crash() returns trigger language plpgsql as $$ begin raise 'crash'; end $$;
            create trigger crash before delete on outbox for each statement execute function crash();
            """);
        await using var service = await TestService.Build("intake", database, broker).StartAsync();

        await service.SaveAsync(family => family.Add(Guid.CreateVersion7()));
        await Stage.UntilAsync(() => Task.FromResult(heard.Count >= 4), "published twice");
        await Stage.AsOwnerAsync(database, "drop trigger crash on outbox");
        await Stage.UntilAsync(async () => await service.CountAsync("outbox") == 0, "noted");

        Assert.Equal(2, heard.DistinctBy(message => message.EventId).Count());
        Assert.Equal(2, await service.CountAsync("event_log"));
    }

    [Fact]
    public async Task Four_relays_keep_the_order_of_each_stream_and_lose_nothing()
    {
        const int Writers = 8, Families = 40, Rounds = 10;
        var (database, broker) = await ServersAsync();
        await using var wire = await Wire.ConnectAsync(broker);
        var heard = await wire.ListenAsync();
        var services = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => TestService.Build("intake", database, broker).StartAsync()));
        var families = await Task.WhenAll(Enumerable.Range(0, Families).Select(n => services[n % 4].SaveAsync()));

        await Task.WhenAll(Enumerable.Range(0, Writers).Select(async writer =>
        {
            for (var round = 0; round < Rounds; round++)
                foreach (var family in families.Where((_, at) => at % Writers == writer))
                    await services[(writer + round) % 4].ChangeAsync(family.Id, one =>
                    {
                        one.Add(Guid.CreateVersion7());
                        one.Add(Guid.CreateVersion7());
                    });
        }));
        await Stage.UntilAsync(async () => await services[0].CountAsync("outbox") == 0, "all sent");
        await Stage.UntilAsync(() => Task.FromResult(heard.DistinctBy(message => message.EventId).Count() == Families * (1 + 2 * Rounds)), "all heard");
        foreach (var service in services)
            await service.DisposeAsync();

        foreach (var stream in heard.DistinctBy(message => message.EventId).GroupBy(message => message.Read().Event.Stream))
            Assert.Equal(Enumerable.Range(1, 1 + 2 * Rounds), stream.Select(message => message.Read().Event.Version));
    }

    [Fact]
    public async Task A_stream_that_cannot_be_sent_holds_nobody_else_and_resumes_in_order()
    {
        var (database, broker) = await ServersAsync();
        await using var wire = await Wire.ConnectAsync(broker);
        var heard = await wire.ListenAsync();
        await Stage.PoisonAsync(database, "new.municipality = 'gm0355'");
        await using var service = await TestService.Build("intake", database, broker).StartAsync();

        var poisoned = await service.SaveAsync(family => family.Add(Guid.CreateVersion7()), municipality: "gm0355");
        var others = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => service.SaveAsync(family => family.Add(Guid.CreateVersion7()))));
        await Stage.UntilAsync(async () => await service.CountAsync("outbox where retry_at is not null") == 1, "held");
        await service.ChangeAsync(poisoned.Id, family => family.Add(Guid.CreateVersion7()));
        await Stage.UntilAsync(async () => await service.CountAsync("outbox") == 2, "the others drained");
        Assert.DoesNotContain(heard, message => message.Read().Event.Stream == poisoned.Id);

        await Stage.AsOwnerAsync(database, "update event_log set municipality = 'gm0344' where length(municipality) > 6");
        await Stage.UntilAsync(async () => await service.CountAsync("outbox") == 0, "resumed", seconds: 90);
        await Stage.UntilAsync(() => Task.FromResult(heard.Count == 13), "all heard");

        Assert.Equal([1, 2, 3], heard.Select(message => message.Read().Event).Where(said => said.Stream == poisoned.Id).Select(said => said.Version));
        Assert.Equal(10, heard.Count(message => others.Any(family => family.Id == message.Read().Event.Stream)));
    }

    [Fact]
    public async Task Of_what_was_said_at_once_all_before_the_event_that_cannot_be_sent_is_sent_and_once()
    {
        var (database, broker) = await ServersAsync();
        await using var wire = await Wire.ConnectAsync(broker);
        var heard = await wire.ListenAsync();
        await Stage.PoisonAsync(database, "new.name = 'member-removed'");
        await using var service = await TestService.Build("intake", database, broker).StartAsync();

        var person = Guid.CreateVersion7();
        await service.SaveAsync(family =>
        {
            family.Add(person);
            family.Remove(person);
            family.Add(person);
        });
        await Stage.UntilAsync(async () => await service.CountAsync("outbox where version = 3 and until_version = 4 and attempts > 0 and retry_at is not null") == 1, "held at the third");
        await Stage.UntilAsync(() => Task.FromResult(service.Metrics.Outbox is { Waiting: 2 }), "counted");

        await Stage.AsOwnerAsync(database, "update event_log set municipality = 'gm0344'");
        await Stage.UntilAsync(async () => await service.CountAsync("outbox") == 0, "resumed", seconds: 90);
        await Stage.UntilAsync(() => Task.FromResult(heard.Count == 4), "all heard");

        Assert.Equal([1, 2, 3, 4], heard.Select(message => message.Read().Event.Version));
    }

    [Fact]
    public async Task An_event_that_is_parked_stays_in_sight_until_it_is_released()
    {
        var (database, broker) = await ServersAsync();
        await Stage.PoisonAsync(database, "new.municipality = 'gm0355'");
        await using var service = await TestService.Build("intake", database, broker).StartAsync();
        await service.SaveAsync(municipality: "gm0355");
        await Stage.UntilAsync(async () => await service.CountAsync("outbox where retry_at is not null") == 1, "held");

        await Stage.AsOwnerAsync(database, $"update outbox set attempts = 9, retry_at = '{TestDay.Now:O}'");

        await Stage.UntilAsync(async () => await service.CountAsync("outbox where attempts = 10 and retry_at = 'infinity'") == 1, "parked", seconds: 90);
        await Stage.UntilAsync(() => Task.FromResult(service.Metrics.Outbox is { Parked: 1, Waiting: 1 }), "counted");

        await Stage.AsOwnerAsync(database, "update event_log set municipality = 'gm0344'");
        Assert.Equal(1, await service.ReleaseAsync());
        await Stage.UntilAsync(async () => await service.CountAsync("outbox") == 0, "released", seconds: 90);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_heartbeat_does_not_say_now_while_what_takes_access_is_parked(bool takesAccess)
    {
        var (database, broker) = await ServersAsync();
        await using var service = TestService.Build("intake", database, broker);
        await service.SaveAsync(family =>
        {
            var involvement = Guid.CreateVersion7();
            family.Involve(involvement);
            if (takesAccess)
                family.End(involvement);
        });
        await Stage.AsOwnerAsync(database, "update event_log set at = at - interval '5 minutes'; update outbox set retry_at = 'infinity' where log_id = 1");

        await service.StartAsync();
        await Stage.UntilAsync(async () => await service.CountAsync("sources where service = 'intake'") == 1, "heartbeat came round");

        Assert.Equal(takesAccess ? 1 : 0, await service.CountAsync($"sources where service = 'intake' and heard_at < '{TestDay.Now.AddMinutes(-4):O}'"));
    }

    [Fact]
    public async Task What_nobody_listens_to_is_kept_and_a_heartbeat_does_not_count_as_that()
    {
        var (database, broker) = await ServersAsync();
        await using var service = await TestService.Build("intake", database, broker).StartAsync();
        await using var wire = await Wire.ConnectAsync(broker);

        await service.SaveAsync();
        await Stage.UntilAsync(async () => await service.CountAsync("outbox") == 0, "sent");
        await Stage.UntilAsync(async () => await service.CountAsync("sources where service = 'intake'") == 1, "heartbeat came round");

        Assert.Equal(1u, await wire.CountAsync(Bus.Unrouted));
        Assert.Equal("family-opened", (await wire.TakeAsync(Bus.Unrouted))!.Value.Message.Name);
    }

    [Fact]
    public async Task A_commit_wakes_the_relay_and_not_the_save_before_it()
    {
        var (database, broker) = await ServersAsync();
        await using var service = TestService.Build("intake", database, broker);

        await service.WithAsync(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync(Ct);
            db.Add(TestFamily.Open());
            await db.SaveChangesAsync(Ct);
            Assert.False(await service.Signal.Wait(TimeSpan.Zero, Ct));
            await transaction.CommitAsync(Ct);
            Assert.True(await service.Signal.Wait(TimeSpan.Zero, Ct));
            return true;
        });
    }

    async Task<(string Database, string Broker)> ServersAsync() =>
        (await postgres.ServiceDatabaseAsync(), await rabbitmq.CreateVirtualHostAsync("relay", Ct));
}
