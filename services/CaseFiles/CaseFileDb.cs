using Geborgen.Access;
using Geborgen.Casework;
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
