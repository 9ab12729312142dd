using Geborgen.Contracts;
using Geborgen.Messaging.Events;
using Geborgen.ServiceDefaults;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Messaging;

/// <summary>
/// The database of one service: its own tables, its event log, and how far it heard from others.
/// Saving writes the events that the tracked aggregates raised in the same transaction as their state.
/// </summary>
public abstract class ServiceDb(DbContextOptions options) : DbContext(options)
{
    /// <summary>Whether the current transaction wrote events that the relay must hear of at its commit.</summary>
    internal bool HasUnannouncedEvents { get; set; }

    /// <summary>
    /// What the database keeps true and Entity Framework has no word for, as SQL statements that each end with a semicolon.
    /// They are run whenever tables were migrated, so they change nothing where they were run before.
    /// </summary>
    protected internal virtual string Constraints => "";

    /// <summary>The tables to which a running service only adds. What overrides this names those below as well.</summary>
    protected internal virtual IReadOnlyList<string> Logs => ["event_log"];

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        ArgumentNullException.ThrowIfNull(configurationBuilder);
        configurationBuilder.Conventions.Add(_ => new AggregateConvention());
        configurationBuilder.Properties<Enum>().HaveConversion<string>();
    }

    /// <summary>Maps the event log and what was heard from others. What overrides this calls it as well.</summary>
    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.MapEvents();

    /// <summary>Does what goes along with events, in the transaction that writes them. What overrides this calls it as well.</summary>
    protected virtual Task AlongWith(IReadOnlyList<DomainEvent> events, CancellationToken ct) => Task.CompletedTask;

    /// <summary>Not supported: saving waits for the database, so it is asynchronous.</summary>
    /// <exception cref="NotSupportedException">Always.</exception>
    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new NotSupportedException("Use SaveChangesAsync.");

    /// <summary>Saves state and raised events in one transaction: the current one, or else one of its own.</summary>
    /// <exception cref="StaleException">Somebody else changed an aggregate in the meantime; nothing was saved.</exception>
    public override async Task<int> SaveChangesAsync(
        bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        var raisers = this.Raisers();
        // A failed save ends what it was part of, so nothing goes back to a savepoint; making one would cost two commands.
        Database.AutoSavepointsEnabled = false;
        try
        {
            if (raisers.Count == 0)
                return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);

            await using var own = Database.CurrentTransaction is null
                ? await Database.BeginTransactionAsync(cancellationToken)
                : null;
            List<DomainEvent> events = [.. raisers.SelectMany(one => one.Raised)];
            await EventLog.Append(this, events, cancellationToken);
            await AlongWith(events, cancellationToken);
            var saved = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
            if (own is not null)
                await own.CommitAsync(cancellationToken);
            raisers.ForEach(one => one.EventsWritten());
            return saved;
        }
        catch (Exception exception) when (exception.IsStale())
        {
            throw new StaleException(exception);
        }
    }
}
