using Geborgen.Casework;
using Geborgen.Contracts;
using Geborgen.Messaging.Events;
using Geborgen.ServiceDefaults;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Geborgen.Messaging;

/// <summary>
/// The database of one service: its own tables, its event log and everything else that each service keeps alike.
/// Saving writes the events that the tracked aggregates raised in the same transaction as their state.
/// </summary>
public abstract class ServiceDb(DbContextOptions options) : DbContext(options)
{
    /// <summary>Whether the current transaction wrote events that the relay must hear of at its commit.</summary>
    internal bool HasUnannouncedEvents { get; set; }

    /// <summary>The transaction in which something was held last.</summary>
    internal IDbContextTransaction? HeldIn { get; set; }

    /// <summary>
    /// What the database keeps true and Entity Framework has no word for, as SQL statements that each end with a semicolon.
    /// They are run whenever tables were migrated, so they change nothing where they were run before.
    /// </summary>
    protected internal virtual string Constraints => "";

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        ArgumentNullException.ThrowIfNull(configurationBuilder);
        configurationBuilder.Conventions.Add(_ => new AggregateConvention());
        configurationBuilder.Properties<Municipality>().HaveConversion<MunicipalityConverter>().HaveMaxLength(6);
        configurationBuilder.Properties<Enum>().HaveConversion<string>();
    }

    /// <summary>Maps what every service keeps. A service that overrides this calls it as well.</summary>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.MapEvents();
        modelBuilder.MapAccess();
        modelBuilder.MapIdempotency();
    }

    /// <summary>
    /// Holds the file of a family until the current transaction ends. Who changes something of a family holds the family first, several
    /// in the order of their ids, then the thing itself: of two commands that exclude each other the second sees what the first did.
    /// </summary>
    public virtual Task HoldFamilyAsync(Guid familyId, CancellationToken ct) => this.LockAsync(familyId, ct);

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
            await OwnInvolvements.Apply(this, events, cancellationToken);
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
