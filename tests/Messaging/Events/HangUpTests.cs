using Geborgen.Support;
using Npgsql;

namespace Geborgen.Messaging.Tests;

/// <summary>A caller who hangs up, or whose words the database refuses, harms nobody: others get their own rows on the same connection.</summary>
public sealed class HangUpTests(PostgresServer postgres)
{
    // The database thinks about it before it has told what the rows look like.
    const string Slow = "slow";

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Whoever_hangs_up_leaves_a_connection_that_gives_others_their_own_rows(int usesBefore)
    {
        var (source, owner) = await OneConnection();
        await using var _ = source;
        await using var __ = owner;
        for (var use = 0; use < usesBefore; use++)
            Assert.Equal((2, "abc"), await Add(source, "abc", Cancel));
        using (var caller = CancellationTokenSource.CreateLinkedTokenSource(Cancel))
        {
            var waiting = Add(source, Slow, caller.Token);
            await using var thinks = owner.CreateCommand("select exists (select from pg_stat_activity where datname = current_database() and wait_event = 'PgSleep')");
            while (!(bool)(await thinks.ExecuteScalarAsync(Cancel))!)
                await Task.Yield();
            await caller.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        }
        await OthersGetTheirOwn(source);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task What_the_database_refuses_leaves_a_connection_that_gives_others_their_own_rows(int usesBefore)
    {
        var (source, owner) = await OneConnection();
        await using var _ = source;
        await using var __ = owner;
        for (var use = 0; use < usesBefore; use++)
            Assert.Equal((2, "abc"), await Add(source, "abc", Cancel));
        await Assert.ThrowsAsync<PostgresException>(() => Add(source, "more than there is room for", Cancel));
        await OthersGetTheirOwn(source);
    }

    static async Task OthersGetTheirOwn(NpgsqlDataSource source)
    {
        for (var use = 0; use < 4; use++)
        {
            Assert.Equal((2, $"abc{use}"), await Add(source, $"abc{use}", Cancel));
            await using var other = source.CreateCommand($"select {use}, 7, 8, 9");
            await using var reader = await other.ExecuteReaderAsync(Cancel);
            Assert.True(await reader.ReadAsync(Cancel));
            Assert.Equal((4, use), (reader.FieldCount, reader.GetInt32(0)));
        }
    }

    async Task<(NpgsqlDataSource Source, NpgsqlDataSource Owner)> OneConnection()
    {
        var database = await postgres.CreateDatabaseAsync("hangup", Cancel);
        var role = $"\"{new NpgsqlConnectionStringBuilder(database).Database}_service\"";
        var owner = NpgsqlDataSource.Create(database);
        await using var make = owner.CreateCommand(
            $$"""
            create table said (id int generated always as identity, text varchar(5));
            create function thought_over(text) returns varchar(5) immutable language plpgsql as
                $f$ begin if $1 = '{{Slow}}' then perform pg_sleep(60); end if; return $1; end $f$;
            create role {{role}} login password '{{PostgresServer.ServicePassword}}';
            grant all on said to {{role}};
            """);
        await make.ExecuteNonQueryAsync(Cancel);
        var connection = ServiceRole.Connection(PostgresServer.ServiceLogin(database));
        connection.MaxPoolSize = 1;
        return (NpgsqlDataSource.Create(connection), owner);
    }

    static async Task<(int Columns, string Text)> Add(NpgsqlDataSource source, string text, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await using var command = new NpgsqlCommand("insert into said (text) values (thought_over($1)) returning id, text", connection, transaction)
        {
            Parameters = { new NpgsqlParameter<string> { TypedValue = text } },
        };
        await using (var reader = await command.ExecuteReaderAsync(ct))
        {
            Assert.True(await reader.ReadAsync(ct));
            var read = (reader.FieldCount, reader.GetString(1));
            await reader.CloseAsync();
            await transaction.CommitAsync(ct);
            return read;
        }
    }
}
