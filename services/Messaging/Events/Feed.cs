using System.ComponentModel;
using System.Data;
using System.Globalization;
using System.Text.Json;
using Geborgen.ServiceDefaults;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Npgsql;

namespace Geborgen.Messaging.Events;

/// <summary>A page of the feed.</summary>
/// <param name="Items">The events; none when there is no more at this moment.</param>
/// <param name="Next">Where to go on.</param>
/// <param name="Settled">Of all transactions before this one the feed has told, or tells on this page and the next ones.</param>
/// <param name="Begun">The transactions that had begun when the page was read are before this one.</param>
sealed record FeedPage(IReadOnlyList<EventMessage> Items, string Next, long Settled, long Begun);

/// <summary>
/// The service's event log for other instances: to rebuild a projection, or to join late. Events of transactions that
/// may still be preceded by an open one are left for the next time, so that nothing is ever skipped.
/// </summary>
public static class Feed
{
    const int MaxLimit = 2000;

    /// <summary>
    /// Two stretches: what earlier epochs wrote, by position, and what this one wrote, by transaction. All transactions
    /// below the snapshot's lower bound are over, and a later one has a higher number.
    /// </summary>
    const string Read = """
        (select 0 as tx, id, event_id, name, body from event_log
         where $1 = 0 and id > $2 and id < $3 and municipality = $5
         order by id limit $4)
        union all
        (select tx::text::bigint, id, event_id, name, body from event_log
         where (tx, id) > ($1::text::xid8, case when $1 = 0 then 0 else $2 end) and id >= $3
           and tx < pg_snapshot_xmin(pg_current_snapshot()) and municipality = $5
         order by event_log.tx, id limit $4)
        limit $4
        """;

    /// <summary>In the snapshot of <see cref="Read"/>.</summary>
    const string Snapshot =
        "select pg_snapshot_xmin(pg_current_snapshot())::text::bigint, pg_snapshot_xmax(pg_current_snapshot())::text::bigint";

    /// <summary>Maps it. Whoever does says who may read it.</summary>
    public static RouteHandlerBuilder Map(RouteGroupBuilder api) => api
        .MapGet("/events", (
            HttpContext context, NpgsqlDataSource database, ServiceName service, string? after, int? limit,
            [Description("The municipality, where the path names none.")] string? municipality, CancellationToken ct) =>
            Get(database, service.Value, context.NamedMunicipality(), after, limit ?? 500, ct))
        .WithName("GetEvents")
        .WithSummary("The events of this service, for other instances")
        .WithDescription("Ids, codes, dates and versions; never words. An instance reads the feeds about the municipalities that it "
            + "serves, each by itself: a service that is shared is asked with municipality. "
            + "Go on with next as after until a page has no items.");

    static async Task<Results<Ok<FeedPage>, ProblemHttpResult>> Get(
        NpgsqlDataSource database, string service, string? municipality, string? after, int limit, CancellationToken ct)
    {
        if (municipality is null)
            return Problems.NotFound();
        if (limit is < 1 or > MaxLimit)
            return Problems.Invalid("limit", $"Must be from 1 to {MaxLimit}.");
        if (!FeedPosition.TryParse(after, out var position))
            return Problems.Invalid("after", "Must be the next of an earlier page.");

        await using var connection = await database.OpenConnectionAsync(ct);
        var (epoch, firstId) = await LogEpochs.Current(connection, ct);
        if (position.Epoch != epoch)
            position = new FeedPosition(epoch, 0, 0);

        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
        await using var batch = new NpgsqlBatch(connection, transaction)
        {
            BatchCommands =
            {
                new(Snapshot),
                new(Read)
                {
                    Parameters =
                    {
                        new() { Value = position.Tx }, new() { Value = position.Id }, new() { Value = firstId }, new() { Value = limit },
                        new() { Value = municipality },
                    },
                },
            },
        };
        await using var reader = await batch.ExecuteReaderAsync(ct);
        await reader.ReadAsync(ct);
        var (settled, begun) = (reader.GetInt64(0), reader.GetInt64(1));
        await reader.NextResultAsync(ct);
        List<EventMessage> items = [];
        while (await reader.ReadAsync(ct))
        {
            position = position with { Tx = reader.GetInt64(0), Id = reader.GetInt64(1) };
            items.Add(new EventMessage(reader.GetGuid(2), service, reader.GetString(3), reader.GetFieldValue<JsonElement>(4)));
        }
        return TypedResults.Ok(new FeedPage(items, position.ToString(), settled, begun));
    }
}

/// <summary>A place in a feed. It is void in another epoch of the log.</summary>
readonly record struct FeedPosition(int Epoch, long Tx, long Id)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Epoch}.{Tx}.{Id}");

    /// <summary>Null is the beginning.</summary>
    internal static bool TryParse(string? text, out FeedPosition position)
    {
        position = default;
        if (text is null)
            return true;
        var parts = text.Split('.');
        if (parts.Length != 3
            || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var epoch)
            || !long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var tx)
            || !long.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            return false;
        position = new FeedPosition(epoch, tx, id);
        return true;
    }
}
