using Geborgen.ServiceDefaults;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Geborgen.Messaging.Events;

/// <summary>
/// Reads the feeds of the sources once: for a projection that joined late, and for one that was emptied to be rebuilt.
/// The queue goes on meanwhile; what arrives both ways counts once. A source that can't be reached is tried again, and
/// until then its heartbeats don't count, so that nobody decides on half of what it said. A feed counts as read to its
/// end once it has told of every transaction that had begun when the queue was bound: what is said from then on is in the
/// queue. What is read for a projection that is emptied meanwhile is void, and its feeds are read anew.
/// </summary>
sealed class CatchUp<TDb>(
    ProjectionRegistration<TDb> projection, ProjectionWorker<TDb> worker, FeedClient feeds, OrganisationRegistry registry,
    IBusControl bus, IOptions<InstanceOptions> instance, IServiceScopeFactory scopes, TimeProvider clock, ILogger<CatchUp<TDb>> log)
    : BackgroundService where TDb : ServiceDb
{
    static readonly TimeSpan Again = TimeSpan.FromSeconds(2);

    readonly HashSet<string> names = [.. projection.Handles.Where(type => type != typeof(Heartbeat)).Select(EventMessage.NameOf)];

    /// <summary>The feeds of which it is written down that they can't be read: once, and not at each attempt.</summary>
    readonly HashSet<(string Instance, string Municipality)> awaited = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        do
            try
            {
                foreach (var (run, municipality) in await Behind(stoppingToken))
                    await Read(run, municipality, stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                log.LogWarning("The database is away from {Projection} ({Type}).", projection.Name, exception.GetType().Name);
            }
        while (await Pause(stoppingToken));
    }

    async Task<bool> Pause(CancellationToken ct)
    {
        await Task.Delay(Again, clock, ct);
        return true;
    }

    /// <summary>The sources whose feed was not read to its end, or is now kept by another instance.</summary>
    async Task<List<(ServiceRun Run, string Municipality)>> Behind(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var read = await scope.ServiceProvider.GetRequiredService<TDb>().Set<FeedCursor>()
            .Where(cursor => cursor.Projection == projection.Name && cursor.CaughtUpAt != null)
            .Select(cursor => new { cursor.Service, cursor.Municipality, cursor.Instance })
            .ToListAsync(ct);
        var behind =
            from run in registry.Current.Services
            where projection.Sources.Contains(run.Service)
            // What this instance says itself it publishes once its queue is bound.
            where run.Instance != instance.Value.Name
            from municipality in run.Municipalities
            where instance.Value.Municipalities.Contains(municipality)
                && !read.Contains(new { run.Service, Municipality = municipality, run.Instance })
            select (run, municipality);
        return [.. behind];
    }

    async Task Read(ServiceRun run, string municipality, CancellationToken ct)
    {
        try
        {
            var (reading, after) = await Begin(run, municipality, ct);
            long? begunWhenBound = null;
            while (true)
            {
                var bound = QueueIsBound();
                var page = await feeds.Read(run, municipality, after, ct);
                await Task.WhenAll(page.Items.Where(item => names.Contains(item.Name))
                    .Select(item => Take(item, EventMessage.RoutingKey(municipality, run.Service, item.Name))));
                after = page.Next;
                if (bound)
                    begunWhenBound ??= page.Begun;
                // A source that is written to all the time hardly ever has nothing more to tell; it has told all that was
                // settled when the page was read.
                var hasToldAll = page.Items.Count < FeedClient.PageSize;
                var atEnd = hasToldAll && begunWhenBound <= page.Settled;
                if (!await Note(run.Service, municipality, reading, after, atEnd, ct))
                    return;
                awaited.Remove((run.Instance, municipality));
                if (atEnd)
                    log.LogInformation("{Projection} has read the feed of {Instance} for {Municipality}.", projection.Name, run.Instance, municipality);
                if (atEnd || begunWhenBound is null && hasToldAll)
                    return;
                if (hasToldAll)
                    await Task.Delay(Again, clock, ct);
            }
        }
        catch (Exception exception) when (!ct.IsCancellationRequested)
        {
            if (awaited.Add((run.Instance, municipality)))
                log.LogInformation("{Projection} can't read the feed of {Instance} for {Municipality} yet ({Type}).",
                    projection.Name, run.Instance, municipality, exception.GetType().Name);
        }
    }

    bool QueueIsBound()
    {
        var queue = Bus.QueueOf(instance.Value, projection.Name);
        return bus.CheckHealth().Endpoints.Values.Any(endpoint =>
            endpoint.Status == BusHealthStatus.Healthy && endpoint.InputAddress.Segments[^1] == queue);
    }

    /// <summary>An event that can't be applied is in the error queue too, if it was ever published; the rest goes on.</summary>
    async Task Take(EventMessage message, string key)
    {
        try
        {
            await worker.Take(message, key);
        }
        catch (EventRefusedException refused)
        {
            log.LogError("{Projection} refused event {EventId} of the feed: {Cause}.", projection.Name, message.EventId, refused.Cause);
        }
    }

    /// <summary>Goes on with what was read of this instance's feed before, or begins.</summary>
    async Task<(Guid Reading, string? After)> Begin(ServiceRun run, string municipality, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TDb>();
        await db.Database.ExecuteSqlAsync($"""
            insert into feed_cursors as held (projection, service, municipality, instance, reading)
            values ({projection.Name}, {run.Service}, {municipality}, {run.Instance}, {Guid.CreateVersion7(clock.GetUtcNow())})
            on conflict (projection, service, municipality) do update
                set instance = excluded.instance, reading = excluded.reading, after = null, caught_up_at = null
                where held.instance <> excluded.instance
            """, ct);
        var cursor = await db.Set<FeedCursor>().AsNoTracking().SingleAsync(
            one => one.Projection == projection.Name && one.Service == run.Service && one.Municipality == municipality, ct);
        return (cursor.Reading, cursor.After);
    }

    /// <summary>Whether this reading still counts.</summary>
    async Task<bool> Note(string service, string municipality, Guid reading, string after, bool atEnd, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var caughtUpAt = atEnd ? clock.GetUtcNow() : (DateTimeOffset?)null;
        return await scope.ServiceProvider.GetRequiredService<TDb>().Set<FeedCursor>()
            .Where(cursor => cursor.Projection == projection.Name && cursor.Service == service
                && cursor.Municipality == municipality && cursor.Reading == reading)
            .ExecuteUpdateAsync(cursor => cursor.SetProperty(one => one.After, after).SetProperty(one => one.CaughtUpAt, caughtUpAt), ct) == 1;
    }
}
