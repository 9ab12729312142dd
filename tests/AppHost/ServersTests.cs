using System.Net;
using System.Net.NetworkInformation;
using System.Text.Json.Nodes;
using Geborgen.Support;
using Npgsql;

[assembly: AssemblyFixture(typeof(PostgresServer))]
[assembly: AssemblyFixture(typeof(RabbitMqBroker))]

namespace Geborgen.AppHost.Tests;

public sealed class ServersTests(PostgresServer postgres, RabbitMqBroker rabbitmq)
{
    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_PostgreSQL_committed_survives_a_kill()
    {
        var database = await postgres.CreateDatabaseAsync("kill", Cancellation);
        await ExecuteAsync(database, "create table kept (id int); insert into kept values (7)");

        postgres.Kill();
        await postgres.RestartAsync(Cancellation);

        Assert.Equal(7, await ExecuteAsync(database, "select id from kept"));
    }

    [Fact]
    public async Task A_database_can_be_copied_from_a_template()
    {
        var template = new NpgsqlConnectionStringBuilder(await postgres.CreateDatabaseAsync("template", Cancellation));
        await ExecuteAsync(template.ConnectionString, "create table copied (id int)");

        var copy = await postgres.CreateDatabaseAsync("copy", Cancellation, template.Database!);

        Assert.Equal(0L, await ExecuteAsync(copy, "select count(*) from copied"));
    }

    [Fact]
    public async Task A_virtual_host_survives_a_kill_of_RabbitMQ()
    {
        var host = new Uri(await rabbitmq.CreateVirtualHostAsync("kill", Cancellation)).AbsolutePath.TrimStart('/');

        rabbitmq.Kill();
        await rabbitmq.RestartAsync(Cancellation);

        Assert.Contains(host, await rabbitmq.Management.GetStringAsync(new Uri("api/vhosts", UriKind.Relative), Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RabbitMQ_and_what_comes_with_it_listen_on_the_loopback_address_only()
    {
        await rabbitmq.CreateVirtualHostAsync("listens", Cancellation);

        var listening = IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners()
            .Where(one => one.Port >= rabbitmq.Port && one.Port < rabbitmq.Port + RabbitMqBroker.Ports).ToArray();

        Assert.Equal(Enumerable.Range(rabbitmq.Port, RabbitMqBroker.Ports), listening.Select(one => one.Port).Distinct().Order());
        Assert.All(listening, one => Assert.True(IPAddress.IsLoopback(one.Address), $"{one}"));
    }

    [Fact]
    public async Task RabbitMQ_opens_no_door_but_those_that_it_was_told()
    {
        await rabbitmq.CreateVirtualHostAsync("listens", Cancellation);
        await using var list = await rabbitmq.Management.GetStreamAsync(new Uri("api/overview", UriKind.Relative), Cancellation);
        var listeners = (await JsonNode.ParseAsync(list, cancellationToken: Cancellation))!["listeners"]!.AsArray();

        Assert.Equal(["amqp", "clustering", "http"], listeners.Select(one => one!["protocol"]!.GetValue<string>()).Order());
    }

    [Theory]
    [InlineData("api/overview")]
    [InlineData("metrics")]
    public async Task Without_a_login_RabbitMQ_tells_nothing(string path)
    {
        await rabbitmq.CreateVirtualHostAsync("listens", Cancellation);
        using var stranger = new HttpClient { BaseAddress = rabbitmq.Management.BaseAddress };

        using var answer = await stranger.GetAsync(new Uri(path, UriKind.Relative), Cancellation);

        Assert.Contains(answer.StatusCode, new[] { HttpStatusCode.Unauthorized, HttpStatusCode.NotFound });
    }

    [Fact]
    public async Task PostgreSQL_listens_on_the_loopback_address_only()
    {
        var port = new NpgsqlConnectionStringBuilder(await postgres.CreateDatabaseAsync("listens", Cancellation)).Port;

        var listening = IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Where(one => one.Port == port);

        Assert.Equal([IPAddress.Loopback], listening.Select(one => one.Address));
    }

    static async Task<object?> ExecuteAsync(string connectionString, string sql)
    {
        // Without a pool: a killed server leaves dead connections in it.
        await using var source = NpgsqlDataSource.Create(connectionString + ";Pooling=false");
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync(Cancellation);
    }
}
