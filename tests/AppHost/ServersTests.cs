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

    static async Task<object?> ExecuteAsync(string connectionString, string sql)
    {
        // Without a pool: a killed server leaves dead connections in it.
        await using var source = NpgsqlDataSource.Create(connectionString + ";Pooling=false");
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync(Cancellation);
    }
}
