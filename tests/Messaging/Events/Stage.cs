using Geborgen.Messaging.Events;
using Geborgen.Support;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Geborgen.Messaging.Tests.Events;

/// <summary>Databases and virtual hosts for services under test, on real servers.</summary>
static class Stage
{
    /// <summary>A database as a migration leaves it.</summary>
    internal static async Task<string> ServiceDatabaseAsync(this PostgresServer postgres)
    {
        var ct = TestContext.Current.CancellationToken;
        var connectionString = await postgres.CreateDatabaseAsync("events", ct);
        await using var db = new TestDb(new DbContextOptionsBuilder<TestDb>()
            .UseNpgsql(connectionString).UseSnakeCaseNamingConvention().Options);
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(ct);
        await using (var create = new NpgsqlCommand(db.Database.GenerateCreateScript() + ServiceRole.Grants(db) + ServiceRole.Login(PostgresServer.ServicePassword), connection))
            await create.ExecuteNonQueryAsync(ct);
        await LogEpochs.StartWhereDue(connection, ct);
        return connectionString;
    }

    /// <summary>Runs SQL as the owner of the tables.</summary>
    internal static async Task<object?> AsOwnerAsync(string connectionString, string sql)
    {
        await using var source = NpgsqlDataSource.Create(connectionString + ";Pooling=false");
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Lets the broker refuse some of the events that are raised from now on: their routing keys get too long.</summary>
    internal static Task<object?> PoisonAsync(string connectionString, string when) => AsOwnerAsync(connectionString, $"""
        create function poison() returns trigger language plpgsql as $$ begin new.municipality := repeat('x', 300); return new; end $$;
        create trigger poison before insert on event_log for each row when ({when}) execute function poison()
        """);

    /// <summary>Waits until something is so; fails when it isn't within the time.</summary>
    internal static async Task UntilAsync(Func<Task<bool>> so, string what, int seconds = 60, Func<Task<string>>? state = null)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(seconds));
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!await so())
            try
            {
                await timer.WaitForNextTickAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                Assert.Fail($"Not within {seconds} seconds: {what}\n{(state is null ? "" : await state())}");
            }
    }
}
