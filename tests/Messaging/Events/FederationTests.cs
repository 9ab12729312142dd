using System.Net.Http.Json;
using System.Text.Json;
using Geborgen.Messaging.Events;
using Geborgen.Support;
using RabbitMQ.Client;

namespace Geborgen.Messaging.Tests.Events;

/// <summary>Two organisations with a virtual host each, joined by federation of the one exchange.</summary>
public sealed class FederationTests(PostgresServer postgres, RabbitMqBroker rabbitmq)
{
    const string Key = "gm0344.intake.member-added";

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_event_crosses_once_and_one_that_nobody_there_listens_to_stays()
    {
        const int Families = 50;
        var (municipality, region) = (await rabbitmq.CreateVirtualHostAsync("municipality", Ct), await rabbitmq.CreateVirtualHostAsync("region", Ct));
        await using var source = await TestService.Build("intake", await postgres.ServiceDatabaseAsync(), municipality).StartAsync();
        await using var reader = await TestService.Build("family-view", await postgres.ServiceDatabaseAsync(), region).StartAsync();
        await using var here = await Wire.ConnectAsync(municipality);
        await using var there = await Wire.ConnectAsync(region);
        await Stage.UntilAsync(() => here.IsReadAsync("intake-gm0344.involvement"), "exchange of the municipality");
        await Stage.UntilAsync(() => there.IsReadAsync("family-view.members"), "exchange of the region");
        await CountAsync(region, "counted");
        await JoinAsync(region, municipality);
        await Stage.UntilAsync(async () => (await KeysThatCrossAsync(municipality)).Contains(Key), "joined");

        for (var family = 0; family < Families; family++)
            await source.SaveAsync(one =>
            {
                one.Add(Guid.CreateVersion7());
                one.Begin(TestDay.Now);
            });
        await Stage.UntilAsync(async () => await reader.CountAsync("members") == Families, "heard");
        await Stage.UntilAsync(async () => await here.CountAsync(Bus.Unrouted) == Families, "kept here");

        Assert.Equal((uint)Families, await there.CountAsync("counted"));
        Assert.Equal(2 * Families, await reader.CountAsync("applications"));
        Assert.Equal(0u, await there.CountAsync(Bus.Unrouted));
        Assert.DoesNotContain(await KeysThatCrossAsync(municipality), key => key.EndsWith("clock-started", StringComparison.Ordinal));
    }

    /// <summary>A queue that counts what comes, repeated or not.</summary>
    static async Task CountAsync(string broker, string queue)
    {
        await using var connection = await new ConnectionFactory { Uri = new Uri(broker) }.CreateConnectionAsync(Ct);
        await using var channel = await connection.CreateChannelAsync(cancellationToken: Ct);
        await channel.QueueDeclareAsync(queue, durable: true, exclusive: false, autoDelete: false, cancellationToken: Ct);
        await channel.QueueBindAsync(queue, Bus.Exchange, Key, cancellationToken: Ct);
    }

    async Task JoinAsync(string downstream, string upstream)
    {
        await PutAsync($"api/parameters/federation-upstream/{HostOf(downstream)}/municipality", $$"""
            { "value": { "uri": "{{upstream}}", "ack-mode": "on-confirm" } }
            """);
        await PutAsync($"api/policies/{HostOf(downstream)}/events", $$"""
            { "pattern": "^{{Bus.Exchange}}$", "apply-to": "exchanges", "definition": { "federation-upstream-set": "all" } }
            """);
    }

    async Task PutAsync(string path, string json)
    {
        using var content = JsonContent.Create(JsonElement.Parse(json));
        using var answer = await rabbitmq.Management.PutAsync(new Uri(path, UriKind.Relative), content, Ct);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>The keys that the exchange upstream is bound by from elsewhere.</summary>
    async Task<string[]> KeysThatCrossAsync(string upstream)
    {
        using var answer = JsonDocument.Parse(await rabbitmq.Management.GetStringAsync(
            new Uri($"api/exchanges/{HostOf(upstream)}/{Bus.Exchange}/bindings/source", UriKind.Relative), Ct));
        return
        [
            .. answer.RootElement.EnumerateArray()
                .Where(binding => binding.GetProperty("destination").GetString()!.StartsWith("federation:", StringComparison.Ordinal))
                .Select(binding => binding.GetProperty("routing_key").GetString()!),
        ];
    }

    static string HostOf(string broker) => Uri.EscapeDataString(new Uri(broker).AbsolutePath.TrimStart('/'));
}
