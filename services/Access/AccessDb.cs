using Geborgen.Contracts;
using Geborgen.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Geborgen.Access;

/// <summary>The database of a service that decides who sees what: who is involved with whom, and what was shown to whom.</summary>
public abstract class AccessDb(DbContextOptions options) : ServiceDb(options)
{
    /// <inheritdoc/>
    protected override IReadOnlyList<string> Logs => [.. base.Logs, "access_log"];

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.MapAccess();
    }

    /// <inheritdoc/>
    protected override async Task AlongWith(IReadOnlyList<DomainEvent> events, CancellationToken ct)
    {
        await base.AlongWith(events, ct);
        await OwnInvolvements.Apply(this, events, ct);
    }
}
