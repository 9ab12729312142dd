using Geborgen.Access;
using Geborgen.Casework;

namespace Geborgen.CaseFiles;

/// <summary>What was registered in error.</summary>
sealed class DataBreachFiles(CaseFileDb db) : Files<DataBreach>
{
    /// <inheritdoc/>
    public override IQueryable<Origin> WhoseIs(Guid id) => db.Set<DataBreach>().Where(one => one.Id == id).Select(one => new Origin(one.FamilyId, null));

    /// <inheritdoc/>
    public override Task<IEnumerable<Guid>> PersonsOf(DataBreach file, CancellationToken ct) => Task.FromResult(file.Concerned.AsEnumerable());
}
