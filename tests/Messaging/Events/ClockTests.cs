using System.Globalization;
using Geborgen.CaseFiles;
using Geborgen.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Npgsql;

namespace Geborgen.Messaging.Tests.Events;

public sealed class ClockTests(PostgresServer postgres)
{
    static readonly DateTimeOffset Start = DateTimeOffset.Parse("2026-11-23T12:00:00Z", CultureInfo.InvariantCulture);

    readonly FakeTimeProvider clock = new(Start);
    readonly Guid id = Guid.CreateVersion7();

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_clock_warns_and_runs_out_once_also_under_two_tickers()
    {
        await using var service = await ServiceAsync();
        await service.SaveAsync(family => family.StartClock(id, Start));
        Assert.False(await Ticker(service).Tick(Ct));

        clock.SetUtcNow(Start.AddMinutes(61));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Ticker(service).Tick(Ct)));
        Assert.Equal(1, await service.CountAsync("event_log where name = 'clock-warned'"));

        clock.SetUtcNow(Start.AddMinutes(121));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Ticker(service).Tick(Ct)));
        Assert.Equal(1, await service.CountAsync("event_log where name = 'clock-overdue'"));
        Assert.False(await Ticker(service).Tick(Ct));
        Assert.Equal(0, await service.CountAsync("due_clocks"));
    }

    [Fact]
    public async Task What_ran_out_while_nothing_ran_is_said_late_but_once()
    {
        await using var service = await ServiceAsync();
        await service.SaveAsync(family => family.StartClock(id, Start));

        clock.SetUtcNow(Start.AddDays(30));
        Assert.True(await Ticker(service).Tick(Ct));
        Assert.False(await Ticker(service).Tick(Ct));

        Assert.Equal(1, await service.CountAsync("event_log where name = 'clock-overdue'"));
    }

    [Fact]
    public async Task A_term_that_waits_until_a_day_goes_on_by_itself_once_also_under_two_tickers_and_after_nothing_ran()
    {
        await using var service = await ServiceAsync();
        var family = await service.SaveAsync(one => one.StartClock(id, Start));
        await service.ChangeAsync(family.Id, one => one.Pause(id, new(2026, 11, 25), Start));

        // Midnight in the Netherlands: the 25th is its last day.
        clock.SetUtcNow(DateTimeOffset.Parse("2026-11-25T22:59:59Z", CultureInfo.InvariantCulture));
        Assert.False(await Ticker(service).Tick(Ct));
        clock.SetUtcNow(DateTimeOffset.Parse("2026-12-24T12:00:00Z", CultureInfo.InvariantCulture));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Ticker(service).Tick(Ct)));
        Assert.Equal(1, await service.CountAsync("event_log where name = 'clock-resumed'"));
        Assert.Equal(0, await service.CountAsync("event_log where name in ('clock-warned', 'clock-overdue')"));
        Assert.False(await Ticker(service).Tick(Ct));

        clock.SetUtcNow(clock.GetUtcNow().AddMinutes(61));
        Assert.True(await Ticker(service).Tick(Ct));
        Assert.Equal(1, await service.CountAsync("event_log where name = 'clock-warned'"));
        Assert.Equal(1, await service.CountAsync("event_log where name = 'clock-resumed'"));
    }

    [Fact]
    public async Task A_term_that_somebody_let_go_on_before_its_day_is_left_alone_on_that_day()
    {
        await using var service = await ServiceAsync();
        var family = await service.SaveAsync(one => one.StartClock(id, Start));
        await service.ChangeAsync(family.Id, one => one.Pause(id, new(2026, 11, 25), Start));
        await service.ChangeAsync(family.Id, one => one.Resume(id, Start.AddDays(30), Start.AddDays(40), Start.AddHours(1)));

        clock.SetUtcNow(Start.AddDays(5));

        Assert.False(await Ticker(service).Tick(Ct));
        Assert.Equal(1, await service.CountAsync("event_log where name = 'clock-resumed'"));
    }

    [Fact]
    public async Task A_term_that_somebody_lets_go_on_while_the_ticker_tries_keeps_its_warning()
    {
        await using var service = await ServiceAsync();
        var family = await service.SaveAsync(one => one.StartClock(id, Start));
        await service.ChangeAsync(family.Id, one => one.Pause(id, new(2026, 11, 25), Start));
        clock.SetUtcNow(Start.AddDays(5));
        await using var other = await service.DataSource.OpenConnectionAsync(Ct);
        await using var change = await other.BeginTransactionAsync(Ct);
        await ExecuteAsync($"update families set changes = changes + 1 where id = '{family.Id}'");

        var ticking = Ticker(service).Tick(Ct);
        await Stage.UntilAsync(async () => await service.CountAsync("pg_locks where not granted") > 0, "the ticker waits");
        var warnAt = clock.GetUtcNow().AddDays(1);
        await ExecuteAsync($"update due_clocks set resumes_at = null, warn_at = '{warnAt:O}', due_at = '{warnAt.AddDays(1):O}', next_at = '{warnAt:O}' where clock_id = '{id}'");
        await change.CommitAsync(Ct);

        Assert.True(await ticking);
        Assert.Equal(1, await service.CountAsync($"due_clocks where next_at = '{warnAt:O}' and warned_at is null"));

        async Task ExecuteAsync(string sql)
        {
            await using var command = new NpgsqlCommand(sql, other, change);
            await command.ExecuteNonQueryAsync(Ct);
        }
    }

    [Fact]
    public async Task A_clock_that_was_stopped_says_nothing_more()
    {
        await using var service = await ServiceAsync();
        var family = await service.SaveAsync(one => one.StartClock(id, Start));
        await service.ChangeAsync(family.Id, one => one.Stop(id, Start));
        await service.SaveAsync(one =>
        {
            var atOnce = Guid.CreateVersion7();
            one.StartClock(atOnce, Start);
            one.Stop(atOnce, Start);
        });

        clock.SetUtcNow(Start.AddDays(30));

        Assert.False(await Ticker(service).Tick(Ct));
        Assert.Equal(0, await service.CountAsync("due_clocks"));
    }

    [Fact]
    public async Task A_clock_that_fails_keeps_no_other_waiting()
    {
        await using var service = await ServiceAsync();
        var lost = await service.SaveAsync(family => family.StartClock(Guid.CreateVersion7(), Start.AddMinutes(-1)));
        await service.SaveAsync(family => family.StartClock(id, Start));
        await Stage.AsOwnerAsync(service.Database, $"delete from families where id = '{lost.Id}'");

        clock.SetUtcNow(Start.AddHours(3));
        while (await Ticker(service).Tick(Ct))
        {
        }

        Assert.Equal(1, await service.CountAsync($"event_log where name = 'clock-overdue' and body ->> 'clockId' = '{id}'"));
        Assert.Equal(1, await service.CountAsync($"due_clocks where stream = '{lost.Id}' and next_at > '{Start.AddHours(3):O}'"));
    }

    [Fact]
    public async Task Somebody_who_changes_the_same_thing_meanwhile_is_not_held_up_and_the_clock_is_looked_at_again_soon()
    {
        await using var service = await ServiceAsync();
        var family = await service.SaveAsync(one => one.StartClock(id, Start));
        clock.SetUtcNow(Start.AddHours(3));
        await using var other = await service.DataSource.OpenConnectionAsync(Ct);
        await using var change = await other.BeginTransactionAsync(Ct);
        await ExecuteAsync($"update families set changes = changes + 1 where id = '{family.Id}'");

        var ticking = Ticker(service).Tick(Ct);
        await Stage.UntilAsync(async () => await service.CountAsync("pg_locks where not granted") > 0, "the ticker waits");
        await ExecuteAsync($"update due_clocks set term = 'other' where clock_id = '{id}'");
        await change.CommitAsync(Ct);

        Assert.True(await ticking);
        Assert.Equal(0, await service.CountAsync("event_log where name = 'clock-overdue'"));
        clock.SetUtcNow(Start.AddHours(3).AddSeconds(1));
        Assert.True(await Ticker(service).Tick(Ct));
        Assert.Equal(1, await service.CountAsync("event_log where name = 'clock-overdue'"));

        async Task ExecuteAsync(string sql)
        {
            await using var command = new NpgsqlCommand(sql, other, change);
            await command.ExecuteNonQueryAsync(Ct);
        }
    }

    static ClockTicker<TestDb> Ticker(TestService service) => ActivatorUtilities.CreateInstance<ClockTicker<TestDb>>(service.App.Services);

    async Task<TestService> ServiceAsync() =>
        TestService.Build("intake", await postgres.ServiceDatabaseAsync(), "amqp://127.0.0.1:9", clock: clock);
}
