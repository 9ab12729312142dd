using System.Globalization;
using System.Text.Json.Nodes;
using Geborgen.CaseFiles;
using Geborgen.Casework;
using Geborgen.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Geborgen.Messaging.Tests.Events;

/// <summary>A year of terms of every kind, on a real database, under two tickers that are both down now and then.</summary>
public sealed class ClocksOverAYearTests(PostgresServer postgres)
{
    static readonly TimeSpan Step = TimeSpan.FromHours(12);
    static readonly DateTimeOffset Start = At("2026-01-01");

    /// <summary>Over the change to summer time and Easter, the change to winter time, and the days around Christmas.</summary>
    static readonly (DateTimeOffset From, DateTimeOffset Until)[] Down =
        [(At("2026-03-27"), At("2026-04-08")), (At("2026-10-24"), At("2026-10-26")), (At("2026-12-24"), At("2027-01-02"))];

    readonly FakeTimeProvider clock = new(Start);

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_term_is_warned_of_once_and_runs_out_once_whenever_it_begins_and_whatever_was_down_meanwhile()
    {
        await using var service = TestService.Build("intake", await postgres.ServiceDatabaseAsync(), "amqp://127.0.0.1:9", clock: clock);
        var begun = Terms().ToList();
        var (waiting, stopping) = (new Queue<Begun>(begun), new List<Begun>());
        var streams = new Dictionary<Guid, Guid>();
        List<DateTimeOffset> looked = [];

        for (var now = Start; now <= begun.Max(one => one.Clock.DueAt) + Step; now += Step)
        {
            clock.SetUtcNow(now);
            while (waiting.TryPeek(out var next) && next.Clock.StartedAt <= now)
            {
                waiting.Dequeue();
                streams[next.Clock.Id] = (await service.SaveAsync(family => family.Begin(next.Clock))).Id;
                if (next.DoneAt is not null)
                    stopping.Add(next);
            }
            foreach (var done in stopping.FindAll(one => one.DoneAt <= now))
            {
                stopping.Remove(done);
                await service.ChangeAsync(streams[done.Clock.Id], family => family.Done(done.Clock.Id, now));
            }
            if (Down.Any(one => one.From <= now && now < one.Until))
                continue;
            looked.Add(now);
            await Task.WhenAll(LookAtAll(service), LookAtAll(service));
        }

        var said = await Said(service);
        Assert.All(begun, one =>
        {
            var until = one.DoneAt is { } done ? Steps().First(step => step >= done && step >= one.Clock.StartedAt) : DateTimeOffset.MaxValue;
            var heard = looked.FindAll(at => at >= one.Clock.StartedAt && at < until);
            Assert.Equal(
                [.. heard.Where(at => at >= one.Clock.WarnAt && at < one.Clock.DueAt).Take(1).Select(at => ("clock-warned", at)),
                    .. heard.Where(at => at >= one.Clock.DueAt).Take(1).Select(at => ("clock-overdue", at))],
                said[one.Clock.Id]);
        });
        Assert.Contains(begun, one => said[one.Clock.Id].Select(what => what.Name).SequenceEqual(["clock-warned", "clock-overdue"]));
        Assert.Equal(0, await service.CountAsync("families where next_clock_at is not null"));
    }

    static async Task LookAtAll(TestService service)
    {
        var ticker = ActivatorUtilities.CreateInstance<ClockTicker<TestDb>>(service.App.Services);
        while (await ticker.Tick(Ct))
        {
        }
    }

    /// <summary>A term on each day of the year, of one kind after the other; of every fourth what it waits for is done before its end.</summary>
    static IEnumerable<Begun> Terms()
    {
        var path = Path.Combine(AppContext.BaseDirectory, "time-limits.json");
        var limits = TimeLimits.Read(path);
        var kinds = JsonNode.Parse(File.ReadAllText(path))!.AsArray().Select(limit => (string)limit!["term"]!).Distinct().ToList();
        for (var day = 0; day < 365; day++)
        {
            var clock = Clock.Start(limits.For(kinds[day % kinds.Count], Start), Start.AddDays(day).AddHours(day * 7 % 24).AddMinutes(day * 13 % 60));
            yield return new(clock, day % 4 == 3 ? clock.StartedAt + ((clock.DueAt - clock.StartedAt) * 0.9) : null);
        }
    }

    static IEnumerable<DateTimeOffset> Steps()
    {
        for (var step = Start; ; step += Step)
            yield return step;
    }

    static async Task<ILookup<Guid, (string Name, DateTimeOffset At)>> Said(TestService service)
    {
        await using var command = service.DataSource.CreateCommand(
            """
            select (body->>'clockId')::uuid, name, (body->>'at')::timestamptz from event_log
            where name in ('clock-warned', 'clock-overdue') order by (body->>'at')::timestamptz
            """);
        await using var reader = await command.ExecuteReaderAsync(Ct);
        var said = new List<(Guid Clock, string Name, DateTimeOffset At)>();
        while (await reader.ReadAsync(Ct))
            said.Add((reader.GetGuid(0), reader.GetString(1), reader.GetFieldValue<DateTimeOffset>(2)));
        return said.ToLookup(one => one.Clock, one => (one.Name, one.At));
    }

    static DateTimeOffset At(string day) => DateTimeOffset.Parse($"{day}T00:00:00Z", CultureInfo.InvariantCulture);

    /// <param name="Clock">The term.</param>
    /// <param name="DoneAt">When what it waits for is done; null where it never is.</param>
    sealed record Begun(Clock Clock, DateTimeOffset? DoneAt);
}
