using Aspire.Hosting.Testing;
using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Geborgen.Support;

namespace Geborgen.EndToEnd.Tests;

[Collection<OnOnePlatform>]
public sealed class KillTests(Platform platform, ITestOutputHelper log)
{
    const int Posts = 2_000;
    const int Senders = 12;

    static readonly string[] Victims =
        ["intake-gm0344", "family-view", "rabbitmq", "identity", "postgres", "gateway", "investigation", "intake-gm0355"];
    static readonly int Share = Posts / (Victims.Length + 1);
    // After a failed attempt the bus pauses up to half a minute before the next.
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    readonly ConcurrentDictionary<Guid, Guid> accepted = [];
    readonly CaseSystem sender = new(platform, "gm0344");
    int answered;

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact(Timeout = 10 * 60_000)]
    public async Task Whatever_is_killed_while_contacts_come_in_what_was_accepted_is_stored_and_in_the_view_once()
    {
        await platform.WaitUntilReadyAsync();
        var storedBefore = await platform.QueryAsync<Guid>("intake-gm0344", "select id from contacts", Ct);
        var before = await ProcessesAsync();

        await Parallel.ForEachAsync(
            Enumerable.Range(1, Posts), new ParallelOptions { MaxDegreeOfParallelism = Senders, CancellationToken = TestContext.Current.CancellationToken }, SendAsync);
        log.WriteLine($"Sent again because of: {sender.Setbacks}");

        await platform.WaitUntilReadyAsync();
        Assert.Empty(before.Intersect(await ProcessesAsync()));
        await Eventually.IsTrueAsync("nothing waits in an outbox", Patience, async ct =>
            await CountAsync("intake-gm0344", "outbox", ct) + await CountAsync("intake-gm0355", "outbox", ct) == 0);
        var events = await platform.QueryAsync<Guid>("intake-gm0344", "select event_id from event_log order by event_id", Ct);
        await Eventually.IsTrueAsync("the view has as many events as were raised", Patience, async ct =>
            (await TimelineAsync("event_id", ct)).Count >= events.Count);

        // Accepted = stored.
        var contacts = await platform.QueryAsync<Guid>("intake-gm0344", "select id from contacts order by id", Ct);
        var families = await platform.QueryAsync<Guid>("intake-gm0344", "select id from families order by id", Ct);
        Assert.Equal(Posts, accepted.Count);
        Assert.Equal(accepted.Keys.Order(), contacts.Except(storedBefore).Order());
        Assert.Equal(Posts, accepted.Values.Distinct().Count());
        Assert.Subset(families.ToHashSet(), accepted.Values.ToHashSet());
        Assert.Equal(contacts.Count, families.Count);

        // Stored = in the view, once.
        Assert.Equal(families, await ViewAsync("families", "family_id"));
        Assert.Equal(contacts, await ViewAsync("contacts join families using (family_id)", "contact_id"));
        Assert.Equal(events, await TimelineAsync("event_id", Ct));
        Assert.Equal(contacts, await TimelineAsync("stream", Ct, "and name = 'contact-registered'"));
        Assert.Equal(families, await TimelineAsync("family_id", Ct, "and name = 'contact-registered'"));
        Assert.All(await FailedMessagesAsync(), queue => Assert.Equal(0, queue.Value));
    }

    /// <summary>After each share of the work something is killed.</summary>
    async ValueTask SendAsync(int number, CancellationToken ct)
    {
        var (contact, family) = await sender.SendAsync(CaseSystem.Concern($"Melding {number}.", $"Verzonnen-{number}"), CaseSystem.NewKey(), ct);
        Assert.True(accepted.TryAdd(contact, family), "One contact was the answer to two keys.");
        var count = Interlocked.Increment(ref answered);
        if (count % Share == 0 && count / Share <= Victims.Length)
            await platform.SignalAsync(Victims[(count / Share) - 1], Processes.Kill, Ct);
    }

    Task<int[]> ProcessesAsync() => Task.WhenAll(Victims.Select(victim => platform.ProcessOfAsync(victim, Ct)));

    async Task<long> CountAsync(string instance, string table, CancellationToken ct) =>
        (await platform.QueryAsync<long>(instance, $"select count(*) from {table}", ct))[0];

    Task<List<Guid>> ViewAsync(string tables, string column) =>
        platform.QueryAsync<Guid>("family-view", $"select {column} from {tables} where municipality = 'gm0344' order by 1", Ct);

    Task<List<Guid>> TimelineAsync(string column, CancellationToken ct, string which = "") =>
        platform.QueryAsync<Guid>("family-view", $"select {column} from timeline where municipality = 'gm0344' and service = 'intake' {which} order by 1", ct);

    /// <summary>How many messages lie in each queue for what could not be applied.</summary>
    async Task<Dictionary<string, int>> FailedMessagesAsync()
    {
        var broker = new Uri(await platform.ConnectionStringOfAsync("rabbitmq"));
        using var management = new HttpClient { BaseAddress = platform.Application.GetEndpoint("rabbitmq", "management") };
        management.DefaultRequestHeaders.Authorization =
            new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(broker.UserInfo)));
        var queues = await management.GetFromJsonAsync<JsonElement>(
            new Uri("/api/queues?disable_stats=true&enable_queue_totals=true", UriKind.Relative), Ct);
        var messages = queues.EnumerateArray().ToDictionary(
            queue => queue.GetProperty("name").GetString()!, queue => queue.GetProperty("messages").GetInt32());
        Assert.Contains(messages.Keys, name => name.StartsWith("family-view.", StringComparison.Ordinal));
        return messages.Where(queue => queue.Key.EndsWith("_error", StringComparison.Ordinal) || queue.Key.EndsWith("_skipped", StringComparison.Ordinal))
            .ToDictionary();
    }
}
