using System.Globalization;
using System.Text.Json;
using Geborgen.Contracts.Intake;
using Geborgen.Messaging.Events;
using Geborgen.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Geborgen.Messaging.Tests.Events;

public sealed class ProjectionTests(PostgresServer postgres, RabbitMqBroker rabbitmq)
{
    const string Bsn = "999990019";

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_event_that_comes_again_counts_once_also_at_two_replicas_at_once()
    {
        var (database, broker) = await ServersAsync();
        await using var one = await TestService.Build("family-view", database, broker).StartAsync();
        await using var two = await TestService.Build("family-view", database, broker).StartAsync();
        await using var wire = await Wire.ConnectAsync(broker);
        await Stage.UntilAsync(() => wire.IsReadAsync("family-view.members"), "queue read");
        var messages = Enumerable.Range(0, 50).Select(_ => Added(Guid.CreateVersion7(), Guid.CreateVersion7(), 1)).ToArray();

        for (var time = 0; time < 5; time++)
            await wire.SayAsync(messages);
        await Task.WhenAll(messages.Select(one.Worker.Take).Concat(messages.Select(two.Worker.Take)));
        await Stage.UntilAsync(async () => await wire.CountAsync("family-view.members") == 0, "queue empty");

        Assert.Equal(50, await one.CountAsync("applications"));
        Assert.Equal(50, await one.CountAsync("members"));
    }

    [Fact]
    public async Task A_redelivery_that_overlaps_a_batch_applies_only_what_is_new()
    {
        await using var service = TestService.Build("family-view", await postgres.ServiceDatabaseAsync(), "amqp://127.0.0.1:9");
        var messages = Enumerable.Range(0, 15).Select(_ => Added(Guid.CreateVersion7(), Guid.CreateVersion7(), 1)).ToList();

        await service.Worker.Apply(messages[..10], Ct);
        await service.Worker.Apply([.. messages[5..], messages[12]], Ct);

        Assert.Equal(15, await service.CountAsync("applications"));
        Assert.Equal(15, await service.CountAsync("inbox where projection = 'members'"));
    }

    [Fact]
    public async Task A_reaction_hears_each_event_once_and_in_a_transaction_of_its_own_and_one_that_fails_holds_no_other()
    {
        await using var service = TestService.Build("family-view", await postgres.ServiceDatabaseAsync(), "amqp://127.0.0.1:9");
        var reacts = Assert.Single(new MessagingBuilder<TestDb>(new ServiceCollection(), "family-view")
            .Reacts<OnMemberAdded>("intake").Projections);
        Assert.Equal(("on-member-added", "intake", nameof(MemberAdded)), (reacts.Name, Assert.Single(reacts.Sources), Assert.Single(reacts.Handles).Name));
        using var worker = ActivatorUtilities.CreateInstance<ProjectionWorker<TestDb>>(service.App.Services, reacts);
        var poisoned = Added(OnMemberAdded.Nobody, Guid.CreateVersion7(), 1);
        var whole = Enumerable.Range(0, 5).Select(_ => Added(Guid.CreateVersion7(), Guid.CreateVersion7(), 1)).ToArray();

        var taken = whole.Append(poisoned).Concat(whole).Select(worker.Take).ToArray();
        await worker.StartAsync(Ct);
        await Assert.ThrowsAsync<EventRefusedException>(() => Task.WhenAll(taken));

        Assert.Equal(10, taken.Count(one => one.IsCompletedSuccessfully));
        Assert.Equal(5, await service.CountAsync("applications"));
        Assert.Equal(5, await service.CountAsync("(select distinct xmin::text from applications) as transactions"));
        await worker.StopAsync(Ct);
    }

    [Fact]
    public async Task One_poisoned_of_ten_goes_to_the_error_queue_and_the_other_nine_are_applied()
    {
        var (database, broker) = await ServersAsync();
        await using var service = TestService.Build("family-view", database, broker);
        var poisoned = Guid.CreateVersion7();
        service.Trouble.With = received => received.EventId == poisoned
            ? new InvalidOperationException($"The child with BSN {Bsn} is unknown.") : null;
        await service.StartAsync();
        await using var wire = await Wire.ConnectAsync(broker);
        await Stage.UntilAsync(() => wire.IsReadAsync("family-view.members"), "queue read");

        await wire.SayAsync([.. Enumerable.Range(0, 10).Select(n =>
            Added(Guid.CreateVersion7(), Guid.CreateVersion7(), 1, n == 4 ? poisoned : null, "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"))]);
        await Stage.UntilAsync(async () => await service.CountAsync("applications") == 9, "nine applied");
        await Stage.UntilAsync(() => wire.ExistsAsync("family-view.members_error"), "error queue");
        await Stage.UntilAsync(async () => await wire.CountAsync("family-view.members_error") == 1, "one refused");

        var (message, raw, headers) = (await wire.TakeAsync("family-view.members_error"))!.Value;
        Assert.Equal(poisoned, message.EventId);
        Assert.Equal("System.InvalidOperationException", headers[FaultHeaders.ExceptionType]);
        Assert.Equal("0af7651916cd43dd8448eb211c80319c", headers[FaultHeaders.TraceId]);
        Assert.DoesNotContain(Bsn, raw, StringComparison.Ordinal);
        Assert.DoesNotContain(headers, header => header.Value.Contains(Bsn, StringComparison.Ordinal));
        Assert.DoesNotContain(headers.Keys, name => name.StartsWith("MT-Fault", StringComparison.Ordinal));
        Assert.DoesNotContain(service.Log, line => line.Contains(Bsn, StringComparison.Ordinal));
        Assert.Equal(0u, await wire.CountAsync("family-view.members"));

        // A consumer that throws must not change the exchange on which everybody says everything.
        using var exchange = JsonDocument.Parse(await rabbitmq.Management.GetStringAsync(
            new Uri($"api/exchanges/{HostOf(broker)}/{Bus.Exchange}", UriKind.Relative), Ct));
        Assert.Equal("topic", exchange.RootElement.GetProperty("type").GetString());
        await wire.SayAsync(Added(Guid.CreateVersion7(), Guid.CreateVersion7(), 1));
        await Stage.UntilAsync(async () => await service.CountAsync("applications") == 10, "the next is applied");
    }

    [Theory]
    [InlineData("gm0344.intake.member-added", "investigation", "gm0344")]
    [InlineData("gm0344.intake.member-added", "intake", "gm0355")]
    [InlineData("gm0344.intake.member-removed", "intake", "gm0344")]
    public async Task An_event_that_is_not_from_whom_it_says_goes_to_the_error_queue(string key, string service, string municipality)
    {
        var (database, broker) = await ServersAsync();
        await using var view = await TestService.Build("family-view", database, broker).StartAsync();
        await using var wire = await Wire.ConnectAsync(broker);
        await Stage.UntilAsync(() => wire.IsReadAsync("family-view.members"), "queue read");
        var forged = Wire.Message(new MemberAdded(new FamilyMember(Guid.CreateVersion7(), "child", new DateOnly(2026, 11, 23))).Of(Guid.CreateVersion7(), 1, municipality, At));

        await wire.SayAsync(key, forged with { Service = service });
        await Stage.UntilAsync(() => wire.ExistsAsync("family-view.members_error"), "error queue");
        await Stage.UntilAsync(async () => await wire.CountAsync("family-view.members_error") == 1, "refused");

        var (message, _, headers) = (await wire.TakeAsync("family-view.members_error"))!.Value;
        Assert.Equal((forged.EventId, "not-from-its-service"), (message.EventId, headers[FaultHeaders.RefusalCode]));
        Assert.Equal(0, await view.CountAsync("applications"));
    }

    [Fact]
    public async Task What_is_put_into_a_queue_past_the_exchange_is_not_applied()
    {
        var (database, broker) = await ServersAsync();
        await using var view = await TestService.Build("family-view", database, broker).StartAsync();
        await using var wire = await Wire.ConnectAsync(broker);
        await Stage.UntilAsync(() => wire.IsReadAsync("family-view.members"), "queue read");

        await wire.PutAsync("family-view.members", Added(Guid.CreateVersion7(), Guid.CreateVersion7(), 1));
        await Stage.UntilAsync(() => wire.ExistsAsync("family-view.members_error"), "error queue");
        await Stage.UntilAsync(async () => await wire.CountAsync("family-view.members_error") == 1, "refused");

        Assert.Equal(0, await view.CountAsync("applications"));
    }

    [Theory]
    [InlineData("intake", true)]
    [InlineData("investigation", false)]
    public void What_belongs_to_one_service_is_said_by_that_service(string service, bool believed) =>
        Assert.Equal(believed, (Added(Guid.CreateVersion7(), Guid.CreateVersion7(), 1) with { Service = service }).CameIn($"gm0344.{service}.member-added"));

    [Fact]
    public void A_sign_of_life_counts_for_who_gives_it()
    {
        var beat = Wire.Message(new Heartbeat("intake", 1, 0) { Municipality = "gm0344", At = At });

        Assert.True(beat.CameIn("gm0344.intake.heartbeat"));
        Assert.False((beat with { Service = "investigation" }).CameIn("gm0344.investigation.heartbeat"));
    }

    [Fact]
    public async Task An_event_that_nobody_here_knows_is_passed_over()
    {
        await using var service = TestService.Build("family-view", await postgres.ServiceDatabaseAsync(), "amqp://127.0.0.1:9");
        var known = Added(Guid.CreateVersion7(), Guid.CreateVersion7(), 1);

        await service.Worker.Apply([known with { EventId = Guid.CreateVersion7(), Name = "family-renamed" }, known], Ct);

        Assert.Equal(1, await service.CountAsync("applications"));
    }

    [Fact]
    public async Task Whatever_the_order_of_the_events_the_rows_are_the_same()
    {
        await using var service = TestService.Build("family-view", await postgres.ServiceDatabaseAsync(), "amqp://127.0.0.1:9");
        var (family, gone, stayed) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        EventMessage[] events =
        [
            Added(family, gone, 2), Removed(family, gone, 4), Added(family, stayed, 3), Removed(family, stayed, 5), Added(family, stayed, 6, role: "parent"),
        ];

        foreach (var order in Permutations(events))
        {
            await service.RebuildAsync("members");
            foreach (var one in order)
                await service.Worker.Apply([one], Ct);

            var rows = await service.MembersAsync();
            Assert.Equal(2, rows.Count);
            Assert.True(rows.Single(row => row.PersonId == gone) is { Version: 4, Removed: true }, "A late addition raised a ghost.");
            Assert.True(rows.Single(row => row.PersonId == stayed) is { Version: 6, Removed: false, Role: "parent" }, "An older event undid a newer one.");
        }
    }

    [Fact]
    public async Task A_queue_binds_exactly_what_its_projection_handles()
    {
        var (database, broker) = await ServersAsync();
        await using var service = await TestService.Build("family-view", database, broker).StartAsync();
        await using var wire = await Wire.ConnectAsync(broker);
        await Stage.UntilAsync(() => wire.IsReadAsync("family-view.members"), "queue read");

        Assert.Equal(["gm0344.intake.family-opened", "gm0344.intake.member-added", "gm0344.intake.member-removed"], await KeysAsync());

        async Task<string[]> KeysAsync()
        {
            using var answer = JsonDocument.Parse(await rabbitmq.Management.GetStringAsync(
                new Uri($"api/bindings/{HostOf(broker)}", UriKind.Relative), Ct));
            return
            [
                .. answer.RootElement.EnumerateArray()
                    .Where(binding => binding.GetProperty("source").GetString() == Bus.Exchange
                        && binding.GetProperty("destination").GetString() == "family-view.members")
                    .Select(binding => binding.GetProperty("routing_key").GetString()!)
                    .Order(),
            ];
        }
    }

    [Fact]
    public async Task Old_notes_of_what_was_applied_are_forgotten()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.Parse("2026-11-23T12:00:00Z", CultureInfo.InvariantCulture));
        await using var service = TestService.Build("family-view", await postgres.ServiceDatabaseAsync(), "amqp://127.0.0.1:9", clock: clock);
        await service.Worker.Apply([Added(Guid.CreateVersion7(), Guid.CreateVersion7(), 1)], Ct);
        clock.Advance(TimeSpan.FromDays(29));
        await service.Worker.Apply([Added(Guid.CreateVersion7(), Guid.CreateVersion7(), 1)], Ct);

        clock.Advance(TimeSpan.FromDays(2));

        Assert.Equal(1, await service.Cleanup.Forget(Ct));
        Assert.Equal(1, await service.CountAsync("inbox"));
    }

    static EventMessage Added(Guid family, Guid person, int version, Guid? id = null, string? trace = null, string role = "child") =>
        Wire.Message(new MemberAdded(new FamilyMember(person, role, new DateOnly(2026, 11, 23))).Of(family, version, "gm0344", At), id) with { Trace = trace };

    static EventMessage Removed(Guid family, Guid person, int version) =>
        Wire.Message(new MemberRemoved(person, new DateOnly(2026, 11, 24)).Of(family, version, "gm0344", At));

    static string HostOf(string broker) => Uri.EscapeDataString(new Uri(broker).AbsolutePath.TrimStart('/'));

    static DateTimeOffset At => TestDay.Now;

    static IEnumerable<EventMessage[]> Permutations(EventMessage[] all) => all.Length <= 1
        ? [all]
        : all.SelectMany(first => Permutations([.. all.Where(other => other != first)]).Select(rest => (EventMessage[])[first, .. rest]));

    async Task<(string Database, string Broker)> ServersAsync() =>
        (await postgres.ServiceDatabaseAsync(), await rabbitmq.CreateVirtualHostAsync("projection", Ct));
}
