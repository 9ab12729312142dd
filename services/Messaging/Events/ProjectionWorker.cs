using System.Diagnostics;
using System.Threading.Channels;
using Geborgen.Casework;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Geborgen.Messaging.Events;

/// <summary>
/// Applies what arrives for one projection in batches: as much as came in while the last batch was applied; for a reaction one by one.
/// Each event is acknowledged or refused by itself: when a batch fails, its events are applied one by one, so that one that can't be
/// applied takes no other with it. While the database is away everything waits.
/// </summary>
sealed class ProjectionWorker<TDb>(
    ProjectionRegistration<TDb> projection, IServiceScopeFactory scopes, MessagingMetrics metrics, TimeProvider clock,
    ILogger<ProjectionWorker<TDb>> log) : BackgroundService where TDb : ServiceDb
{
    internal const int Batch = 500;

    /// <summary>What follows within this time goes along.</summary>
    static readonly TimeSpan Linger = TimeSpan.FromMilliseconds(10);

    static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    static readonly Refusal NotFromItsService = new(
        "not-from-its-service", "An event counts where it comes from the service and about the municipality that it names",
        "It came in by another routing key or feed than it names, or belongs to another service.");

    readonly Channel<Arrival> arrivals = Channel.CreateUnbounded<Arrival>(new UnboundedChannelOptions { SingleReader = true });

    readonly record struct Arrival(EventMessage Message, TaskCompletionSource Done);

    /// <summary>Takes an event by the routing key with which it came in; one that says something else of itself is refused.</summary>
    internal Task Take(EventMessage message, string? key)
    {
        if (message.CameIn(key))
            return Take(message);
        metrics.Fault(projection.Name);
        log.LogError("{Projection} refused event {EventId}: it is not from whom it says.", projection.Name, message.EventId);
        return Task.FromException(new EventRefusedException(new RefusedException(NotFromItsService), message.Trace));
    }

    /// <summary>Completes when the event has been applied, now or before; fails when it can't be.</summary>
    internal Task Take(EventMessage message)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        return arrivals.Writer.TryWrite(new Arrival(message, done))
            ? done.Task
            : throw new InvalidOperationException("The projection has stopped.");
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        List<Arrival> batch = new(Batch);
        while (await arrivals.Reader.WaitToReadAsync(stoppingToken))
        {
            await Task.Delay(Linger, clock, stoppingToken);
            while (batch.Count < Batch && arrivals.Reader.TryRead(out var arrival))
                batch.Add(arrival);
            await Settle(batch, stoppingToken);
            batch.Clear();
        }
    }

    async Task Settle(List<Arrival> batch, CancellationToken ct)
    {
        if (projection.Empty is not null && await Together(batch, ct))
            return;
        foreach (var (message, done) in batch)
            try
            {
                await ApplyPatiently([message], ct);
                done.SetResult();
            }
            catch (Exception exception) when (!ct.IsCancellationRequested)
            {
                metrics.Fault(projection.Name);
                done.SetException(new EventRefusedException(exception, message.Trace));
            }
    }

    async Task<bool> Together(List<Arrival> batch, CancellationToken ct)
    {
        try
        {
            await ApplyPatiently(batch.ConvertAll(arrival => arrival.Message), ct);
            batch.ForEach(arrival => arrival.Done.SetResult());
            return true;
        }
        catch (Exception exception) when (!ct.IsCancellationRequested)
        {
            log.LogWarning("A batch of {Count} events for {Projection} failed ({Type}); they are applied one by one.",
                batch.Count, projection.Name, exception.GetType().Name);
            return false;
        }
    }

    async Task ApplyPatiently(List<EventMessage> messages, CancellationToken ct)
    {
        while (true)
            try
            {
                await Apply(messages, ct);
                return;
            }
            catch (Exception exception) when (IsPassing(exception) && !ct.IsCancellationRequested)
            {
                log.LogWarning("{Projection} waits for its database ({Type}).", projection.Name, exception.GetType().Name);
                await Task.Delay(Pause, clock, ct);
            }
    }

    /// <summary>The connection broke, or the server is not there or asks to try again: not the fault of the events.</summary>
    static bool IsPassing(Exception exception) => exception switch
    {
        PostgresException postgres => postgres.IsTransient || postgres.SqlState == PostgresErrorCodes.ReadOnlySqlTransaction,
        NpgsqlException => true,
        DbUpdateException { InnerException: { } inner } => IsPassing(inner),
        InvalidOperationException { InnerException: NpgsqlException inner } => IsPassing(inner),
        _ => false,
    };

    /// <summary>Applies those that were not applied before, in one transaction with the note that they were.</summary>
    internal async Task Apply(List<EventMessage> messages, CancellationToken ct)
    {
        var known = messages.FindAll(message => message.Type is not null);
        if (known.Count < messages.Count)
            metrics.Unknown(projection.Name, messages.Count - known.Count);
        if (known.Count == 0)
            return;

        var spans = known.GroupBy(message => message.Trace, message => message.Name)
            .Select(said => Tracing.Start(ActivityKind.Consumer, projection.Name, [.. said], said.Key)).ToList();
        try
        {
            // The work of a batch shows in the trace of its first event.
            Activity.Current = spans.Find(span => span is not null);
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<TDb>();
            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            var fresh = await Inbox.TakeNew(db, projection, known, clock.GetUtcNow(), ct);
            var again = known.Count(message => message.Name != Heartbeat.Name) - fresh.Count(one => one.Event is not Heartbeat);
            if (again > 0)
                metrics.Duplicates(projection.Name, again);
            if (fresh.Count > 0)
                await projection.Apply(scope.ServiceProvider, db, fresh, ct);
            await transaction.CommitAsync(ct);
            foreach (var one in fresh)
                metrics.Lag(projection.Name, clock.GetUtcNow() - one.Event.At);
        }
        finally
        {
            spans.ForEach(span => span?.Dispose());
        }
    }
}
