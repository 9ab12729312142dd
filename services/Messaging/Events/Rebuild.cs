using Microsoft.EntityFrameworkCore;

namespace Geborgen.Messaging.Events;

/// <summary>
/// Empties a projection with its inbox and forgets how far the feeds were read, in one transaction. Whatever runs or is
/// started next reads them again from the beginning.
/// </summary>
static class Rebuild
{
    internal static async Task Empty<TDb>(
        IServiceProvider scope, TDb db, ProjectionRegistration<TDb> projection, CancellationToken ct) where TDb : ServiceDb
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await Inbox.Hold(db, projection.Name, ct);
        await projection.Empty!(scope, db, ct);
        await db.Set<Received>().Where(received => received.Projection == projection.Name).ExecuteDeleteAsync(ct);
        await db.Set<FeedCursor>().Where(cursor => cursor.Projection == projection.Name).ExecuteDeleteAsync(ct);
        await transaction.CommitAsync(ct);
    }
}
