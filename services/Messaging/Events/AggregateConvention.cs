using Geborgen.Casework;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;

namespace Geborgen.Messaging.Events;

/// <summary>How whatever changes as a whole is stored: the id is its own, the version guards against lost updates, raised events are no state.</summary>
sealed class AggregateConvention : IEntityTypeAddedConvention
{
    public void ProcessEntityTypeAdded(
        IConventionEntityTypeBuilder entityTypeBuilder, IConventionContext<IConventionEntityTypeBuilder> context)
    {
        if (!typeof(Versioned).IsAssignableFrom(entityTypeBuilder.Metadata.ClrType))
            return;
        entityTypeBuilder.Ignore(nameof(Aggregate.Raised));
        entityTypeBuilder.Property(typeof(Guid), nameof(Versioned.Id))!.ValueGenerated(ValueGenerated.Never);
        entityTypeBuilder.Property(typeof(int), nameof(Versioned.Version))!.IsConcurrencyToken(true);
    }
}
