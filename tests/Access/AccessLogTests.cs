using System.Diagnostics;
using Geborgen.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Geborgen.Access.Tests;

public sealed class AccessLogTests(PostgresServer postgres, ITestOutputHelper output) : IAsyncLifetime
{
    AccessApp app = null!;

    public async ValueTask InitializeAsync() => app = await AccessApp.StartAsync(postgres, TestContext.Current.CancellationToken);

    const string EraseRow = """
        update access_log set salt = null, family_id = null, subject_id = null, account = null, client = null, role = null, organisation = null,
            relation = null, resource = null, activity = null, legal_basis = null, trace_id = null, span_id = null where seq =
        """;

    public ValueTask DisposeAsync() => app.DisposeAsync();

    AccessLog Log => app.Services.GetRequiredService<AccessLog>();

    static AccessRecord Row(Guid? subject = null) => new()
    {
        FamilyId = Guid.CreateVersion7(),
        SubjectId = subject ?? Guid.CreateVersion7(),
        Account = "lotte",
        Client = "portal",
        Role = "local-team",
        Organisation = "gm0344",
        Relation = "keyWorker",
        Resource = "family.view",
        Activity = "safety-assessment",
        LegalBasis = "wmo-4.1.1",
    };

    [Fact]
    public async Task A_thousand_at_once_are_each_committed_when_they_say_so()
    {
        var ct = TestContext.Current.CancellationToken;
        await Parallel.ForEachAsync(Enumerable.Range(0, 1_000), new ParallelOptions { MaxDegreeOfParallelism = 200, CancellationToken = ct }, async (_, _) =>
        {
            var subject = Guid.CreateVersion7();
            await Log.Record([Row(subject)], ct);
            Assert.Equal(1, await app.Scalar<long>("select count(*) from access_log where subject_id = $1", subject));
        });
        Assert.Equal(1_000, await app.Scalar<long>("select count(*) from access_log"));
        Assert.Null(await Verify());
    }

    [Fact]
    public async Task Two_processes_write_one_gapless_chain()
    {
        var ct = TestContext.Current.CancellationToken;
        using var other = new AccessLog(app.Services.GetRequiredService<NpgsqlDataSource>(), new(app.Keys), TestDay.Clock, NullLogger<AccessLog>.Instance);
        await other.StartAsync(ct);
        await Task.WhenAll(Enumerable.Range(0, 400).Select(number => (number % 2 == 0 ? Log : other).Record([Row(), Row()], ct)));
        await other.StopAsync(ct);
        Assert.Equal((800L, 800L), (await app.Scalar<long>("select count(*) from access_log"), await app.Scalar<long>("select max(seq) from access_log")));
        Assert.Null(await Verify());
    }

    [Theory]
    [InlineData("update access_log set account = 'daan' where seq = 5", 5)]
    [InlineData("update access_log set subject_id = null where seq = 5", 5)]
    [InlineData("update access_log set at = at + interval '1 microsecond' where seq = 5", 5)]
    [InlineData("update access_log set account = null, reason = 'lotte' where seq = 5", 5)]
    [InlineData("delete from access_log where seq = 5", 6)]
    [InlineData("update access_log set digest = sha256('x'), salt = null where seq = 5", 5)]
    [InlineData("update access_log set hash = sha256('x') where seq = 5", 5)]
    [InlineData("update access_log set salt = null where seq = 5", 5)]
    [InlineData(EraseRow + " 5", 5)]
    [InlineData("delete from access_log where seq > 7", 8)]
    [InlineData("delete from access_log", 1)]
    [InlineData("update access_log set seq = seq + 1 where seq = 10", 11)]
    public async Task A_changed_or_missing_row_shows(string tampering, long seq)
    {
        for (var i = 0; i < 10; i++)
            await Log.Record([Row()], TestContext.Current.CancellationToken);
        Assert.Null(await Verify());
        await app.Execute(tampering);
        Assert.Equal(seq, await Verify());
    }

    [Fact]
    public async Task What_was_taken_from_the_end_stays_missed_when_the_log_goes_on()
    {
        var ct = TestContext.Current.CancellationToken;
        await Log.Record([Row(), Row(), Row()], ct);
        await app.Execute("delete from access_log where seq > 1");
        using var restarted = new AccessLog(app.Services.GetRequiredService<NpgsqlDataSource>(), new(app.Keys), TestDay.Clock, NullLogger<AccessLog>.Instance);
        await restarted.StartAsync(ct);
        await restarted.Record([Row(), Row(), Row(), Row()], ct);
        await restarted.StopAsync(ct);

        Assert.Equal(3, await Verify());
    }

    [Fact]
    public async Task A_log_without_its_head_does_not_hold()
    {
        await Log.Record([Row()], TestContext.Current.CancellationToken);
        File.Delete(Path.Combine(app.Keys, "access-log.head"));

        Assert.Equal(2, await Verify());
    }

    [Fact]
    public async Task A_damaged_head_keeps_nobody_from_working()
    {
        await Log.Record([Row()], TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(app.Keys, "access-log.head"), "7", TestContext.Current.CancellationToken);

        await Log.Record([Row()], TestContext.Current.CancellationToken);

        await Assert.ThrowsAsync<FormatException>(Verify);
    }

    [Fact]
    public async Task A_row_that_says_that_others_were_erased_excuses_nothing()
    {
        await Log.Record([Row(), Row(), Row()], TestContext.Current.CancellationToken);
        await app.Execute(EraseRow + " 2");

        await Log.Record([Row() with { Resource = "access-log.erasure", Reason = "2-2" }], TestContext.Current.CancellationToken);

        Assert.Equal(2, await Verify());
    }

    [Fact]
    public async Task The_service_itself_can_neither_change_nor_remove_a_row()
    {
        await Log.Record([Row()], TestContext.Current.CancellationToken);
        foreach (var sql in new[] { "update access_log set account = 'x'", "delete from access_log", "truncate access_log" })
        {
            await using var command = app.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand(sql);
            var refused = await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
        }
    }

    [Fact]
    public async Task Writing_goes_on_after_the_connection_was_cut()
    {
        var ct = TestContext.Current.CancellationToken;
        await Log.Record([Row()], ct);
        await app.Execute("select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()");
        await Assert.ThrowsAsync<AccessLogUnavailableException>(() => Log.Record([Row()], ct));
        await Log.Record([Row()], ct);
        Assert.Null(await Verify());
    }

    [Fact]
    public async Task Many_share_a_commit_and_one_alone_does_not_wait()
    {
        var ct = TestContext.Current.CancellationToken;
        await Task.WhenAll(Enumerable.Range(0, 2_000).Select(_ => Log.Record([Row()], ct)));
        var clock = Stopwatch.StartNew();
        const int rows = 40_000;
        await Task.WhenAll(Enumerable.Range(0, rows).Select(_ => Log.Record([Row()], ct)));
        var perSecond = rows / clock.Elapsed.TotalSeconds;
        clock.Restart();
        for (var i = 0; i < 200; i++)
            await Log.Record([Row()], ct);
        var alone = clock.Elapsed / 200;
        output.WriteLine($"{perSecond:n0} rows a second together; one alone {alone.TotalMilliseconds:n2} ms");
        var commits = await app.Scalar<long>("select count(distinct xmin::text) from access_log");
        Assert.InRange(commits, 1, 2_000);
    }

    [Fact]
    public async Task A_check_tells_how_far_the_log_goes_and_holds_while_it_is_written()
    {
        var ct = TestContext.Current.CancellationToken;
        var writing = Task.WhenAll(Enumerable.Range(0, 3_000).Select(_ => Log.Record([Row()], ct)));
        while (!writing.IsCompleted)
            Assert.Null(await Verify());
        await writing;

        var state = await State();

        Assert.Equal(3_000, state.Rows);
        Assert.Equal(await app.Scalar<DateTime>("select min(at) from access_log"), state.First?.UtcDateTime);
        Assert.Equal(await app.Scalar<DateTime>("select max(at) from access_log"), state.Last?.UtcDateTime);
    }

    async Task<long?> Verify() => (await State()).BrokenAt;

    async Task<AccessLogState> State()
    {
        await using var connection = await app.Services.GetRequiredService<NpgsqlDataSource>().OpenConnectionAsync(TestContext.Current.CancellationToken);
        return await AccessLogChain.Verify(connection, new AccessLogHead(app.Keys).Read(), TestContext.Current.CancellationToken);
    }
}
