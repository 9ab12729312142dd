using System.Globalization;
using Geborgen.CaseFiles;
using Geborgen.Casework;
using Geborgen.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Npgsql;

namespace Geborgen.Messaging.Tests.Events;

public sealed class ClockTests(PostgresServer postgres)
{
    static readonly DateTimeOffset Start = DateTimeOffset.Parse("2026-11-23T12:00:00Z", CultureInfo.InvariantCulture);

    static readonly TimeLimit FiveDays = new("triage", 5, TimeLimitUnit.WorkingDays, "test", new(2020, 1, 1), null);
    static readonly TimeLimit Longest = new(Clock.PauseTerm, 6, TimeLimitUnit.Weeks, "test", new(2020, 1, 1), null);

    readonly FakeTimeProvider clock = new(Start);

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_clock_warns_and_runs_out_once_also_under_two_tickers()
    {
        await using var service = await ServiceAsync();
        await service.SaveAsync(family => family.Begin(Start));
        Assert.False(await Ticker(service).Tick(Ct));

        clock.SetUtcNow(Start.AddMinutes(61));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Ticker(service).Tick(Ct)));
        Assert.Equal(1, await service.CountAsync("event_log where name = 'clock-warned'"));

        clock.SetUtcNow(Start.AddMinutes(121));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Ticker(service).Tick(Ct)));
        Assert.Equal(1, await service.CountAsync("event_log where name = 'clock-overdue'"));
        Assert.False(await Ticker(service).Tick(Ct));
        Assert.Equal(0, await service.CountAsync("families where next_clock_at is not null"));
    }

    [Fact]
    public async Task What_ran_out_while_nothing_ran_is_said_late_but_once()
    {
        await using var service = await ServiceAsync();
        await service.SaveAsync(family => family.Begin(Start));

        clock.SetUtcNow(Start.AddDays(30));
        Assert.True(await Ticker(service).Tick(Ct));
        Assert.False(await Ticker(service).Tick(Ct));

        Assert.Equal(1, await service.CountAsync("event_log where name = 'clock-overdue'"));
        Assert.Equal(0, await service.CountAsync("event_log where name = 'clock-warned'"));
    }

    [Fact]
    public async Task A_term_that_waits_until_a_day_goes_on_by_itself_once_also_under_two_tickers_and_after_nothing_ran()
    {
        await using var service = await ServiceAsync();
        await Paused(service);

        // Midnight in the Netherlands: the 25th is its last day.
        clock.SetUtcNow(DateTimeOffset.Parse("2026-11-25T22:59:59Z", CultureInfo.InvariantCulture));
        Assert.False(await Ticker(service).Tick(Ct));
        clock.SetUtcNow(DateTimeOffset.Parse("2026-11-26T12:00:00Z", CultureInfo.InvariantCulture));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Ticker(service).Tick(Ct)));
        Assert.Equal(1, await service.CountAsync("event_log where name = 'clock-resumed'"));
        Assert.Equal(0, await service.CountAsync("event_log where name in ('clock-warned', 'clock-overdue')"));
        Assert.False(await Ticker(service).Tick(Ct));

        clock.SetUtcNow(Start.AddDays(9));
        Assert.True(await Ticker(service).Tick(Ct));
        Assert.Equal(1, await service.CountAsync("event_log where name = 'clock-warned'"));
        Assert.Equal(1, await service.CountAsync("event_log where name = 'clock-resumed'"));
    }

    [Fact]
    public async Task A_term_that_somebody_let_go_on_before_its_day_is_left_alone_on_that_day()
    {
        await using var service = await ServiceAsync();
        var (family, term) = await Paused(service);
        await service.ChangeAsync(family, one => Assert.Null(one.ResumeClock(term, Start.AddHours(1))));

        clock.SetUtcNow(DateTimeOffset.Parse("2026-11-26T00:00:00Z", CultureInfo.InvariantCulture));

        Assert.False(await Ticker(service).Tick(Ct));
        Assert.Equal(1, await service.CountAsync("event_log where name = 'clock-resumed'"));
    }

    [Fact]
    public async Task A_clock_that_was_stopped_says_nothing_more()
    {
        await using var service = await ServiceAsync();
        var family = await service.SaveAsync(one => one.Begin(Start));
        await service.ChangeAsync(family.Id, one => one.Done(one.Clocks[0].Id, Start));
        await service.SaveAsync(one => one.Done(one.Begin(Start).Id, Start));

        clock.SetUtcNow(Start.AddDays(30));

        Assert.False(await Ticker(service).Tick(Ct));
    }

    [Fact]
    public async Task A_clock_that_fails_keeps_no_other_waiting_and_is_tried_again_later()
    {
        await using var service = await ServiceAsync();
        var broken = await service.SaveAsync(family => family.Begin(Start.AddMinutes(-1)));
        var whole = await service.SaveAsync(family => family.Begin(Start));
        await Stage.AsOwnerAsync(service.Database, $"update families set clocks = jsonb_set(clocks, '{{0,Unit}}', '\"Moons\"') where id = '{broken.Id}'");
        clock.SetUtcNow(Start.AddHours(3));
        var ticker = Ticker(service);

        while (await ticker.Tick(Ct))
        {
        }

        Assert.Equal(1, await service.CountAsync($"event_log where name = 'clock-overdue' and stream = '{whole.Id}'"));
        Assert.Equal(0, await service.CountAsync($"event_log where name = 'clock-overdue' and stream = '{broken.Id}'"));
        await Stage.AsOwnerAsync(service.Database, $"update families set clocks = jsonb_set(clocks, '{{0,Unit}}', '\"Hours\"') where id = '{broken.Id}'");
        Assert.False(await ticker.Tick(Ct));
        clock.SetUtcNow(Start.AddHours(3).AddMinutes(1));
        Assert.True(await ticker.Tick(Ct));
        Assert.Equal(1, await service.CountAsync($"event_log where name = 'clock-overdue' and stream = '{broken.Id}'"));
    }

    [Fact]
    public async Task A_fault_of_the_database_that_passes_holds_a_clock_for_a_second_and_no_longer()
    {
        await using var service = await ServiceAsync();
        await service.SaveAsync(one => one.Begin(Start));
        await Stage.AsOwnerAsync(service.Database, """
            create function fail() returns trigger language plpgsql as $$ begin raise exception 'not now' using errcode = 'serialization_failure'; end $$;
            create trigger fail before update on families for each row execute function fail()
            """);
        clock.SetUtcNow(Start.AddHours(3));
        var ticker = Ticker(service);
        Assert.False(await ticker.Tick(Ct));

        await Stage.AsOwnerAsync(service.Database, "drop trigger fail on families");
        clock.SetUtcNow(Start.AddHours(3).AddSeconds(1));

        Assert.True(await ticker.Tick(Ct));
        Assert.Equal(1, await service.CountAsync("event_log where name = 'clock-overdue'"));
    }

    [Fact]
    public async Task Somebody_who_changes_the_same_thing_meanwhile_is_not_held_up_and_the_clock_is_looked_at_again()
    {
        await using var service = await ServiceAsync();
        var family = await service.SaveAsync(one => one.Begin(Start));
        clock.SetUtcNow(Start.AddHours(3));
        await using var other = await service.DataSource.OpenConnectionAsync(Ct);
        await using var change = await other.BeginTransactionAsync(Ct);
        await using var command = new NpgsqlCommand($"update families set changes = changes + 1 where id = '{family.Id}'", other, change);
        await command.ExecuteNonQueryAsync(Ct);

        Assert.False(await Ticker(service).Tick(Ct));
        Assert.Equal(0, await service.CountAsync("event_log where name = 'clock-overdue'"));
        await change.CommitAsync(Ct);

        Assert.True(await Ticker(service).Tick(Ct));
        Assert.Equal(1, await service.CountAsync("event_log where name = 'clock-overdue'"));
    }

    static async Task<(Guid Family, Guid Term)> Paused(TestService service)
    {
        var family = await service.SaveAsync(one => one.Begin(Clock.Start(FiveDays, Start)));
        var term = family.Clocks[0].Id;
        await service.ChangeAsync(family.Id, one =>
        {
            // Nothing is kept from this family.
            one.AlsoKeep((_, _) => []);
            Assert.Null(one.PauseClock(term, PauseReason.FamilyRequest, "They asked.", new(2026, 11, 25), Longest, "lotte".At(Start)));
        });
        return (family.Id, term);
    }

    static ClockTicker<TestDb> Ticker(TestService service) => ActivatorUtilities.CreateInstance<ClockTicker<TestDb>>(service.App.Services);

    async Task<TestService> ServiceAsync() =>
        TestService.Build("intake", await postgres.ServiceDatabaseAsync(), "amqp://127.0.0.1:9", clock: clock);
}
