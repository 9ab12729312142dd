using Geborgen.Casework;

namespace Geborgen.CaseFiles;

/// <summary>Tells the aggregate that a clock belongs to that its term comes near its end, ran out, or has waited long enough.</summary>
public sealed class AggregateClocks<TDb>(TDb db, TimeProvider time) : IClockOwner where TDb : CaseFileDb
{
    /// <inheritdoc/>
    public Task Warn(Guid stream, Guid clockId, CancellationToken ct) =>
        Tell(stream, owner => owner.WarnClock(clockId, time.GetUtcNow()), ct);

    /// <inheritdoc/>
    public Task Overdue(Guid stream, Guid clockId, CancellationToken ct) =>
        Tell(stream, owner => owner.RunOutClock(clockId, time.GetUtcNow()), ct);

    /// <inheritdoc/>
    public Task Resume(Guid stream, Guid clockId, CancellationToken ct) =>
        Tell(stream, owner =>
        {
            if (owner.ResumeClock(clockId, time.GetUtcNow()) is { } refusal)
                throw new InvalidOperationException($"A clock that waited does not go on: {refusal.Code}.");
        }, ct);

    async Task Tell(Guid stream, Action<ClockedAggregate> tell, CancellationToken ct)
    {
        foreach (var type in db.Model.GetEntityTypes().Where(one => one.ClrType.IsSubclassOf(typeof(ClockedAggregate))))
            if (await db.FindAsync(type.ClrType, [stream], ct) is ClockedAggregate owner)
            {
                tell(owner);
                await db.SaveChangesAsync(ct);
                return;
            }
        throw new InvalidOperationException("A clock belongs to no aggregate.");
    }
}
