using Microsoft.Extensions.DependencyInjection;
using RabbitMQ.Client;

namespace Geborgen.AppHost;

/// <summary>A RabbitMQ broker from the machine's own binaries (<c>start-rabbitmq.sh</c>), for user <c>geborgen</c>.</summary>
sealed class LocalRabbitMq(string script, string name, string folder, int port, ParameterResource password)
    : ExecutableResource(name, script, folder), IResourceWithConnectionString
{
    public ReferenceExpression ConnectionStringExpression { get; } =
        ReferenceExpression.Create($"amqp://geborgen:{password}@127.0.0.1:{$"{port}"}");
}

static class LocalRabbitMqExtensions
{
    public static IResourceBuilder<LocalRabbitMq> AddLocalRabbitMQ(this IDistributedApplicationBuilder builder, string name, Machine machine)
    {
        var (folder, port) = (machine.InData(name), machine.Port(name));
        // As the script says: what follows the broker's own port.
        var (management, _, _) = (machine.Port($"{name}-management"), machine.Port($"{name}-port-mapper"), machine.Port($"{name}-node"));
        var broker = new LocalRabbitMq(machine.InRepository("AppHost", "start-rabbitmq.sh"), name, folder, port, machine.Password(name).Resource);
        var check = $"{name}-answers";
        var address = "";
        IConnection? connection = null;
        builder.Services.AddHealthChecks().AddRabbitMQ(
            async _ => connection ??= await new ConnectionFactory { Uri = new(address) }.CreateConnectionAsync(), name: check);
        return builder.AddResource(broker)
            .WithArgs(folder, $"{port}")
            .WithEndpoint(port: port, targetPort: port, scheme: "tcp", isProxied: false)
            .WithHttpEndpoint(port: management, targetPort: management, name: "management", isProxied: false)
            .WithUrlForEndpoint("management", url => url.DisplayText = "Management pages")
            .OnConnectionStringAvailable(async (_, _, ct) => address = await broker.ConnectionStringExpression.GetValueAsync(ct) ?? "")
            .WithHealthCheck(check)
            .WithIconName("MailMultiple");
    }
}
