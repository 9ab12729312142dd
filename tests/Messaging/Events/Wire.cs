using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using Geborgen.Contracts;
using Geborgen.Messaging.Events;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace Geborgen.Messaging.Tests.Events;

/// <summary>Looks at the broker from outside, and says there what a test wants, without MassTransit.</summary>
sealed class Wire : IAsyncDisposable
{
    readonly IConnection connection;
    readonly IChannel channel;

    Wire(IConnection connection, IChannel channel)
    {
        this.connection = connection;
        this.channel = channel;
    }

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    internal static async Task<Wire> ConnectAsync(string broker)
    {
        var connection = await new ConnectionFactory { Uri = new Uri(broker) }.CreateConnectionAsync(Ct);
        return new Wire(connection, await connection.CreateChannelAsync(cancellationToken: Ct));
    }

    /// <summary>Everything that is said from now on, in order.</summary>
    internal async Task<ConcurrentQueue<EventMessage>> ListenAsync()
    {
        ConcurrentQueue<EventMessage> heard = [];
        await channel.ExchangeDeclareAsync(Bus.Exchange, "topic", durable: true, autoDelete: false,
            arguments: new Dictionary<string, object?> { ["alternate-exchange"] = Bus.Unrouted }, cancellationToken: Ct);
        var queue = await channel.QueueDeclareAsync(cancellationToken: Ct);
        await channel.QueueBindAsync(queue.QueueName, Bus.Exchange, "#", cancellationToken: Ct);
        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += (_, delivery) =>
        {
            var message = Read(delivery.Body);
            if (message.Name != Heartbeat.Name)
                heard.Enqueue(message);
            return Task.CompletedTask;
        };
        await channel.BasicConsumeAsync(queue.QueueName, autoAck: true, consumer, Ct);
        return heard;
    }

    internal async Task SayAsync(params EventMessage[] messages)
    {
        foreach (var message in messages)
            await SayAsync(message.Key, message);
    }

    /// <summary>Says something under a routing key, whatever it says of itself.</summary>
    internal async Task SayAsync(string key, EventMessage message) => await channel.BasicPublishAsync(Bus.Exchange, key, mandatory: false,
        new BasicProperties { ContentType = "application/json", MessageId = message.EventId.ToString(), Persistent = true },
        JsonSerializer.SerializeToUtf8Bytes(message, EventLog.Json), Ct);

    /// <summary>Puts something into a queue itself.</summary>
    internal async Task PutAsync(string queue, EventMessage message) => await channel.BasicPublishAsync("", queue, mandatory: false,
        new BasicProperties { ContentType = "application/json", MessageId = message.EventId.ToString(), Persistent = true },
        JsonSerializer.SerializeToUtf8Bytes(message, EventLog.Json), Ct);

    /// <summary>The next message of a queue with its headers as text, or null.</summary>
    internal async Task<(EventMessage Message, string Raw, Dictionary<string, string> Headers)?> TakeAsync(string queue)
    {
        if (await channel.BasicGetAsync(queue, autoAck: true, Ct) is not { } got)
            return null;
        var headers = (got.BasicProperties.Headers ?? new Dictionary<string, object?>())
            .ToDictionary(header => header.Key, header => header.Value is byte[] bytes ? Encoding.UTF8.GetString(bytes) : $"{header.Value}");
        return (Read(got.Body), Encoding.UTF8.GetString(got.Body.Span), headers);
    }

    internal Task<uint> CountAsync(string queue) => channel.MessageCountAsync(queue, Ct);

    internal Task<bool> ExistsAsync(string queue) => IsAsync(queue, _ => true);

    /// <summary>Whether somebody reads a queue. Only then is it bound: it is declared first, bound next and read last.</summary>
    internal Task<bool> IsReadAsync(string queue) => IsAsync(queue, found => found.ConsumerCount > 0);

    /// <summary>What the broker says of a queue, for the message of a test that failed.</summary>
    internal async Task<string> StateAsync(string queue)
    {
        var found = await channel.QueueDeclarePassiveAsync(queue, Ct);
        return $"{queue}: {found.MessageCount} messages, {found.ConsumerCount} consumers";
    }

    async Task<bool> IsAsync(string queue, Func<QueueDeclareOk, bool> so)
    {
        await using var other = await connection.CreateChannelAsync(cancellationToken: Ct);
        try
        {
            return so(await other.QueueDeclarePassiveAsync(queue, Ct));
        }
        catch (RabbitMQ.Client.Exceptions.OperationInterruptedException)
        {
            return false;
        }
    }

    /// <summary>An event of the service intake as it travels.</summary>
    internal static EventMessage Message(DomainEvent said, Guid? id = null) => new(
        id ?? Guid.CreateVersion7(), "intake", EventMessage.NameOf(said.GetType()), JsonSerializer.SerializeToElement(said, said.GetType(), EventLog.Json));

    public async ValueTask DisposeAsync()
    {
        await channel.DisposeAsync();
        await connection.DisposeAsync();
    }

    static EventMessage Read(ReadOnlyMemory<byte> body) => JsonSerializer.Deserialize<EventMessage>(body.Span, EventLog.Json)!;
}
