using Microsoft.EntityFrameworkCore;

namespace Geborgen.Messaging.Events;

/// <summary>The tables of the event log, the outbox, the inbox and the feeds that were read.</summary>
static class EventsModel
{
    internal const string StreamVersionIndex = "ix_event_log_stream_version";

    internal static void MapEvents(this ModelBuilder model)
    {
        model.Entity<LoggedEvent>(log =>
        {
            log.ToTable("event_log");
            log.HasKey(row => row.Id);
            log.Property(row => row.Id).UseIdentityAlwaysColumn();
            log.Property(row => row.Body).HasColumnType("jsonb");
            log.Property(row => row.Tx).HasColumnType("xid8").HasDefaultValueSql("pg_current_xact_id()");
            log.HasIndex(row => new { row.Stream, row.Version }).IsUnique().HasDatabaseName(StreamVersionIndex);
            log.HasIndex(row => new { row.Tx, row.Id });
        });
        model.Entity<Outgoing>(outbox =>
        {
            outbox.ToTable("outbox");
            outbox.HasKey(row => row.LogId);
            outbox.Property(row => row.LogId).ValueGeneratedNever();
            outbox.HasIndex(row => row.Stream).HasFilter("retry_at is not null").HasDatabaseName("ix_outbox_held");
        });
        model.Entity<LogEpoch>(epochs =>
        {
            epochs.ToTable("log_epochs");
            epochs.HasKey(row => row.Epoch);
            epochs.Property(row => row.Epoch).UseIdentityAlwaysColumn();
        });
        model.Entity<Received>(inbox =>
        {
            inbox.ToTable("inbox");
            inbox.HasKey(row => new { row.Projection, row.EventId });
            inbox.HasIndex(row => row.At);
        });
        model.Entity<FeedCursor>(cursors =>
        {
            cursors.ToTable("feed_cursors");
            cursors.HasKey(row => new { row.Projection, row.Service, row.Municipality });
        });
    }
}

/// <summary>An event as it was raised: never changed afterwards.</summary>
sealed class LoggedEvent
{
    public long Id { get; private set; }
    public required Guid EventId { get; init; }
    public required string Name { get; init; }
    public required Guid Stream { get; init; }
    public required int Version { get; init; }
    public required Guid FamilyId { get; init; }
    public required string Municipality { get; init; }
    public required string Body { get; init; }

    /// <summary>The trace in which it was raised (W3C traceparent).</summary>
    public string? Trace { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The transaction that wrote it, by which the feed tells whether an earlier one is still open.</summary>
    public ulong Tx { get; private set; }
}

/// <summary>What one save said of one stream, as far as the broker has not confirmed it yet.</summary>
sealed class Outgoing
{
    /// <summary>The first event that waits.</summary>
    public required long LogId { get; init; }
    public required Guid Stream { get; init; }

    /// <summary>The version of that first event.</summary>
    public required int Version { get; init; }

    /// <summary>The version of the last event that waits.</summary>
    public required int UntilVersion { get; init; }

    /// <summary>How often the first was tried.</summary>
    public int Attempts { get; init; }

    /// <summary>Its whole stream is held until then; <c>infinity</c> is parked, until somebody looked at it.</summary>
    public DateTimeOffset? RetryAt { get; init; }
}

/// <summary>
/// One life of the log on one database cluster. Transaction numbers start again and positions may be used again after
/// a restore; what was written before an epoch needs no look at its transaction, and cursors of an older epoch are void.
/// </summary>
sealed class LogEpoch
{
    public int Epoch { get; private set; }

    /// <summary>Identifier and timeline of the cluster.</summary>
    public required string Cluster { get; init; }

    /// <summary>The first position of this epoch.</summary>
    public required long FirstId { get; init; }
}

/// <summary>An event that a projection applied.</summary>
sealed class Received
{
    public required string Projection { get; init; }
    public required Guid EventId { get; init; }
    public required DateTimeOffset At { get; init; }
}

/// <summary>How far a projection has read the feed of another service.</summary>
sealed class FeedCursor
{
    public required string Projection { get; init; }
    public required string Service { get; init; }
    public required string Municipality { get; init; }

    /// <summary>Whose feed it is; when another instance takes over the municipality, its feed is read from the beginning.</summary>
    public required string Instance { get; init; }

    /// <summary>
    /// Which reading this is. One that began before the projection was emptied has another, and its progress counts no more.
    /// </summary>
    public required Guid Reading { get; init; }

    /// <summary>The position, opaque to the reader.</summary>
    public string? After { get; init; }

    /// <summary>When the feed had been read to its end; from then on the queue is enough.</summary>
    public DateTimeOffset? CaughtUpAt { get; init; }
}
