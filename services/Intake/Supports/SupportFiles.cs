using Geborgen.Access;
using Geborgen.CaseFiles;

namespace Geborgen.Intake.Supports;

/// <summary>What is offered and asked for. It belongs to a municipality, and to no family.</summary>
sealed class SupportFiles : Files<SupportExchange>
{
    /// <inheritdoc/>
    public override IQueryable<Origin> WhoseIs(Guid id) => throw new NotSupportedException("What is offered and asked for belongs to no family.");

    /// <inheritdoc/>
    public override Task<IEnumerable<Guid>> PersonsOf(SupportExchange file, CancellationToken ct) => Task.FromResult<IEnumerable<Guid>>([]);
}
