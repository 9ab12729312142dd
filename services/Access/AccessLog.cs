using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Geborgen.Access;

/// <summary>
/// The one writer of this process to the access log. It writes whatever waits in one statement, without delay: alone a
/// row costs one commit, under load many share one. Several processes can write to one database: the place in the chain
/// is unique, so that whoever comes second reads the chain's new end and tries again.
/// </summary>
public sealed class AccessLog : BackgroundService
{
    const int LargestBatch = 2_000;

    readonly NpgsqlDataSource source;
    readonly AccessLogHead head;
    readonly TimeProvider clock;
    readonly ILogger<AccessLog> logger;
    readonly Channel<Waiting> waiting = Channel.CreateUnbounded<Waiting>(new() { SingleReader = true });

    internal AccessLog(NpgsqlDataSource source, AccessLogHead head, TimeProvider clock, ILogger<AccessLog> logger) =>
        (this.source, this.head, this.clock, this.logger) = (source, head, clock, logger);

    /// <summary>Records rows. Completes when they are committed.</summary>
    /// <exception cref="AccessLogUnavailableException">They could not be written: no data may go out.</exception>
    public async Task Record(IReadOnlyCollection<AccessRecord> rows, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var item = new Waiting(rows, clock.GetUtcNow());
        if (!waiting.Writer.TryWrite(item))
            throw new AccessLogUnavailableException();
        await item.Committed.Task.WaitAsync(cancellation);
    }

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        waiting.Writer.TryComplete();
        await base.StopAsync(cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await using var writer = new AccessLogWriter(source, head, logger);
        var batch = new List<Waiting>();
        while (await waiting.Reader.WaitToReadAsync(CancellationToken.None))
        {
            batch.Clear();
            for (var rows = 0; rows < LargestBatch && waiting.Reader.TryRead(out var item); rows += item.Rows.Count)
                batch.Add(item);
            await Write(writer, batch);
        }
    }

    async Task Write(AccessLogWriter writer, List<Waiting> batch)
    {
        try
        {
            await writer.Write([.. batch.SelectMany(item => item.Rows.Select(row => row with { At = item.At }))]);
            batch.ForEach(item => item.Committed.SetResult());
        }
        catch (Exception failure)
        {
            // Whatever it was, those who wait must not answer; the writer itself goes on for the next.
            logger.LogError("The access log could not be written ({Failure}); {Requests} requests were refused.", failure.GetType().Name, batch.Count);
            batch.ForEach(item => item.Committed.SetException(new AccessLogUnavailableException()));
        }
    }

    sealed record Waiting(IReadOnlyCollection<AccessRecord> Rows, DateTimeOffset At)
    {
        internal TaskCompletionSource Committed { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}

/// <summary>The access log could not be written, so nothing of what was asked for may be shown or done: 503.</summary>
public sealed class AccessLogUnavailableException() : Exception("The access log cannot be written.");
