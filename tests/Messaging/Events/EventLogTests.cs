using Geborgen.ServiceDefaults;
using Geborgen.Support;
using Npgsql;

namespace Geborgen.Messaging.Tests.Events;

public sealed class EventLogTests(PostgresServer postgres)
{
    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Events_are_saved_with_the_state_in_the_order_in_which_they_were_raised()
    {
        await using var service = await ServiceAsync();

        var family = await service.SaveAsync(one =>
        {
            for (var person = 0; person < 20; person++)
                one.Add(Guid.CreateVersion7());
        });

        Assert.Equal(21, family.Version);
        Assert.Empty(family.Raised);
        Assert.Equal(1, await service.CountAsync("outbox where version = 1 and until_version = 21"));
        Assert.Equal(0, await service.CountAsync(
            "(select version - row_number() over (order by id) as ahead from event_log) as places where ahead <> 0"));
    }

    [Fact]
    public async Task The_service_can_add_to_its_log_but_neither_change_nor_remove()
    {
        await using var service = await ServiceAsync();
        await service.SaveAsync();

        foreach (var sql in new[] { "update event_log set name = 'x'", "delete from event_log", "truncate event_log" })
        {
            await using var command = service.DataSource.CreateCommand(sql);
            var refused = await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync(Ct));
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
        }
    }

    [Fact]
    public async Task A_change_to_what_somebody_else_changed_is_stale_and_leaves_nothing()
    {
        await using var service = await ServiceAsync();
        var family = await service.SaveAsync();

        await Assert.ThrowsAsync<StaleException>(() => service.ChangeAsync(family.Id, mine =>
        {
            service.ChangeAsync(family.Id, theirs => theirs.Add(Guid.CreateVersion7())).GetAwaiter().GetResult();
            mine.Add(Guid.CreateVersion7());
        }));

        Assert.Equal(2, await service.CountAsync("event_log"));
        Assert.Equal(1, await service.CountAsync("families where changes = 1 and version = 2"));
        Assert.DoesNotContain(service.Log, line => line.Contains("Exception", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_transaction_that_is_rolled_back_leaves_neither_state_nor_events()
    {
        await using var service = await ServiceAsync();

        await service.WithAsync(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync(Ct);
            db.Add(TestFamily.Open());
            await db.SaveChangesAsync(Ct);
            await transaction.RollbackAsync(Ct);
            return true;
        });

        Assert.Equal(0, await service.CountAsync("event_log"));
        Assert.Equal(0, await service.CountAsync("outbox"));
        Assert.Equal(0, await service.CountAsync("families"));
    }

    [Fact]
    public async Task Saving_without_waiting_is_not_possible()
    {
        await using var service = await ServiceAsync();

        await service.WithAsync(db =>
        {
            db.Add(TestFamily.Open());
            Assert.Throws<NotSupportedException>(() => db.SaveChanges());
            return Task.FromResult(true);
        });
    }

    async Task<TestService> ServiceAsync() =>
        TestService.Build("intake", await postgres.ServiceDatabaseAsync(), "amqp://127.0.0.1:9");
}
