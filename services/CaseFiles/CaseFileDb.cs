using Geborgen.Access;
using Geborgen.Casework;
using Geborgen.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Geborgen.CaseFiles;

/// <summary>
/// The database of a service whose requests change something of a family: its own tables, and the answers to requests that are carried
/// out once.
/// </summary>
public abstract class CaseFileDb(DbContextOptions options) : AccessDb(options)
{
    /// <summary>The transaction in which something was held last.</summary>
    IDbContextTransaction? heldIn;

    /// <summary>Whether something is held now.</summary>
    internal bool HoldsAnything => heldIn is { } held && held == Database.CurrentTransaction;

    /// <summary>Who carries out the present command; null where nobody does.</summary>
    internal Actor? By { get; set; }

    /// <summary>Notes that something is held. A lock outside a transaction is gone before anything is done under it.</summary>
    /// <exception cref="InvalidOperationException">There is no transaction.</exception>
    protected internal void HoldsNow() => heldIn = Database.CurrentTransaction
        ?? throw new InvalidOperationException("What is held is held until the transaction ends, and there is none.");

    /// <summary>Notes that what was held was let go.</summary>
    internal void HoldsNothing() => heldIn = null;

    /// <summary>
    /// Holds the file of a family until the current transaction ends. Who changes something of a family holds the family first, several
    /// in the order of their ids, then the thing itself: of two commands that exclude each other the second sees what the first did.
    /// </summary>
    public virtual Task HoldFamilyAsync(Guid familyId, CancellationToken ct) => this.LockAsync(familyId, ct);

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">A rule forgot <see cref="Actor.WhyNotLetIn"/>.</exception>
    protected override async Task AlongWith(IReadOnlyList<DomainEvent> events, CancellationToken ct)
    {
        if (By is { } by && events.OfType<IGivesRight>().Any(by.GainsBy))
            throw new InvalidOperationException("A command gave a right to whoever carried it out.");
        await base.AlongWith(events, ct);
    }

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<Municipality>().HaveConversion<MunicipalityConverter>().HaveMaxLength(6);
    }

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.MapIdempotency();
    }
}
