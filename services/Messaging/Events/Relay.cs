using System.Diagnostics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Geborgen.Messaging.Events;

/// <summary>
/// Takes events from the outbox to the broker: at least once, each stream in its order, streams beside each other. Of
/// all replicas one works at a time. A crash between the confirmation and its note repeats events under the same id.
/// An event that the broker doesn't take holds its own stream and nothing else; an outage of the broker holds nothing.
/// </summary>
sealed class Relay(
    NpgsqlDataSource database, EventPublisher publisher, NeverMissed neverMissed, CommitSignal signal, MessagingMetrics metrics,
    TimeProvider clock, ILogger<Relay> log) : BackgroundService
{
    const int Batch = 500;

    static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);

    /// <summary>Commits that follow within this time go along: one turn for many is what makes it cheap.</summary>
    static readonly TimeSpan Linger = TimeSpan.FromMilliseconds(15);

    static readonly TimeSpan Busy = TimeSpan.FromMilliseconds(20);
    static readonly TimeSpan Beat = TimeSpan.FromSeconds(5);

    readonly LowWater lowWater = new(clock);
    DateTimeOffset beatAt = DateTimeOffset.MinValue;
    DateTimeOffset countAt = DateTimeOffset.MinValue;
    long position;

    enum Outcome
    {
        Done,
        More,
        Busy,
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
            try
            {
                var outcome = publisher.IsReady ? await Turn(stoppingToken) : await Count(stoppingToken);
                if (outcome == Outcome.Busy)
                    await Task.Delay(Busy, clock, stoppingToken);
                else if (outcome == Outcome.Done && await signal.Wait(Poll, stoppingToken))
                    await Task.Delay(Linger, clock, stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogWarning("The relay waits: {Type} at the database or the broker.", exception.GetType().Name);
                await Task.Delay(Poll, clock, stoppingToken);
            }
    }

    async Task<Outcome> Turn(CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        if (!await Outbox.TryLock(connection, ct))
            return Outcome.Busy;

        var now = clock.GetUtcNow();
        var due = await Outbox.Read(connection, lowWater.Position(now), Batch, now, ct);
        if (due.Count > 0)
            await Publish(connection, due, now, ct);
        if (now >= beatAt)
            metrics.Outbox = await Outbox.State(connection, ct);
        await transaction.CommitAsync(ct);

        if (due.Count > 0)
        {
            // Rows are taken in the order of their first events; one that was not taken yet can begin before the last event of those.
            lowWater.Seen(due.Max(one => one.Row));
            position = due[^1].LogId;
        }
        if (now >= beatAt)
            await SayHeartbeat(connection, now, ct);
        return due.DistinctBy(one => one.Row).Count() == Batch ? Outcome.More : Outcome.Done;
    }

    /// <summary>While the broker is away it is still known how much waits.</summary>
    async Task<Outcome> Count(CancellationToken ct)
    {
        if (clock.GetUtcNow() >= countAt)
        {
            await using var connection = await database.OpenConnectionAsync(ct);
            metrics.Outbox = await Outbox.State(connection, ct);
            countAt = clock.GetUtcNow() + Beat;
        }
        return Outcome.Done;
    }

    async Task Publish(NpgsqlConnection connection, List<OutgoingEvent> due, DateTimeOffset now, CancellationToken ct)
    {
        var streams = await Task.WhenAll(due.GroupBy(one => one.Stream).Select(stream => InOrder(stream, ct)));
        var sent = streams.SelectMany(stream => stream.Sent).ToArray();
        await Outbox.Sent(connection, sent, ct);

        var failed = streams.Where(stream => stream.Failed is not null).Select(stream => stream.Failed!.Value).ToArray();
        if (failed.Length == 0)
            return;
        // When nothing at all got through, it was not the fault of these streams.
        if (!publisher.IsReady || (sent.Length == 0 && failed.Length > 1))
        {
            lowWater.LookAgain(now + Poll);
            return;
        }
        var retryAt = Array.ConvertAll(failed, one => one.RetryAt(now));
        await Outbox.Failed(connection, Array.ConvertAll(failed, one => one.LogId), retryAt, ct);
        lowWater.LookAgain(retryAt.Min());
    }

    /// <summary>Stops at the first that fails: what follows in the stream waits for it.</summary>
    async Task<(List<OutgoingEvent> Sent, OutgoingEvent? Failed)> InOrder(IEnumerable<OutgoingEvent> stream, CancellationToken ct)
    {
        List<OutgoingEvent> sent = [];
        foreach (var raised in ByTrace(stream))
        {
            using var span = Tracing.Start(ActivityKind.Producer, "publish", raised.ConvertAll(one => one.Name), raised[0].Trace);
            foreach (var outgoing in raised)
                try
                {
                    await publisher.Publish(outgoing, span?.Id ?? outgoing.Trace, ct);
                    sent.Add(outgoing);
                }
                catch (Exception exception) when (!ct.IsCancellationRequested)
                {
                    log.LogWarning("Publishing {Name} at position {Position} failed ({Type}); its stream waits.",
                        outgoing.Name, outgoing.LogId, exception.GetType().Name);
                    return (sent, outgoing);
                }
        }
        return (sent, null);
    }

    /// <summary>Neighbours that were raised in one trace, together.</summary>
    static IEnumerable<List<OutgoingEvent>> ByTrace(IEnumerable<OutgoingEvent> stream)
    {
        List<OutgoingEvent> together = [];
        foreach (var one in stream)
        {
            if (together.Count > 0 && together[0].Trace != one.Trace)
            {
                yield return together;
                together = [];
            }
            together.Add(one);
        }
        if (together.Count > 0)
            yield return together;
    }

    /// <summary>
    /// Says up to when all was published. A stream that is held is left out: it must not silence the others. But while it
    /// holds what nobody may miss, whoever listens for the same municipality must not believe to know all.
    /// </summary>
    async Task SayHeartbeat(NpgsqlConnection connection, DateTimeOffset now, CancellationToken ct)
    {
        var (epoch, _) = await LogEpochs.Current(connection, ct);
        var held = await Outbox.HeldSince(connection, neverMissed.Names, ct);
        var upTo = metrics.Outbox.Oldest ?? now;
        await publisher.Publish(
            epoch, position, municipality => held.TryGetValue(municipality, out var since) && since < upTo ? since : upTo, ct);
        beatAt = now + Beat;
    }
}

/// <summary>The events that no heartbeat passes while they are held.</summary>
sealed record NeverMissed(string[] Names);
