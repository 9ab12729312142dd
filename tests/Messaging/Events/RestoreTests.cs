using System.Diagnostics;
using Geborgen.Access;
using Geborgen.Support;
using Npgsql;

namespace Geborgen.Messaging.Tests.Events;

/// <summary>The scripts that operators use, on a server of its own for each test.</summary>
public sealed class RestoreTests(RabbitMqBroker rabbitmq, TestIdentity identity) : IDisposable
{
    readonly TemporaryFolder folder = new("backup");

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    string Data => Path.Combine(folder.Path, "data");

    string Backup => Path.Combine(folder.Path, "backup");

    string Restored => Path.Combine(folder.Path, "restored");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task After_a_restore_beside_a_fresh_broker_a_projection_has_all_that_was_said_once()
    {
        var (source, reader) = await BackUpWhatWasConfirmedAndNotConsumedAsync();
        Assert.Equal(0, (await RunAsync("restore.sh", Backup, Restored)).Code);

        await using var after = await PostgresServer.StartAsync(Path.Combine(Restored, "postgres"), Ct);
        (source, reader) = (Move(source, after), Move(reader, after));
        var fresh = await rabbitmq.CreateVirtualHostAsync("fresh", Ct);
        var again = FreePorts.Next();
        await Migrations.Require<TestDb>(reader, Ct);
        Assert.Equal(0L, await Stage.AsOwnerAsync(reader, "select count(*) from feed_cursors where caught_up_at is not null"));
        await using var hearingAgain = await ReaderAsync(reader, fresh, again);
        await Migrations.Require<TestDb>(source, Ct);
        await using var speakingAgain = await TestService.Build("intake", source, fresh, identity, again).StartAsync();
        await SaveAsync(speakingAgain, families: 1);

        await Stage.UntilAsync(async () => await hearingAgain.CountAsync("members") == 21 && await HasCaughtUpAsync(hearingAgain), "all read and heard");
        Assert.Equal(42, await hearingAgain.CountAsync("applications"));
        Assert.Equal(42, await hearingAgain.CountAsync("inbox where projection = 'members'"));
        Assert.Equal(2, await speakingAgain.CountAsync("log_epochs"));
    }

    [Fact]
    public async Task A_backup_is_whole_and_for_its_owner_alone()
    {
        await using (var server = await PostgresServer.StartAsync(Path.Combine(Data, "postgres"), Ct))
        {
            var key = WriteKey();
            var (code, line) = await RunAsync("backup.sh", Data);
            Assert.StartsWith($"Backed up to {Data}-backups/", line, StringComparison.Ordinal);
            Assert.Equal(0, code);
            Assert.Equal((1, $"Nothing was backed up: {Backup} is there already."), await RunAsync("backup.sh", Data, Directory.CreateDirectory(Backup).FullName));

            var backup = Directory.GetDirectories($"{Data}-backups").Single();
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(backup));
            Assert.Equal(0, (await RunAsync("restore.sh", backup, Restored)).Code);
            Assert.Equal(key, await File.ReadAllBytesAsync(Path.Combine(Restored, "keys", "intake", "1.key"), Ct));
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(Restored, "keys", "intake", "1.key")));
            Assert.Equal(["backup.txt", "keys", "keys.sha256", "postgres"], Directory.GetFileSystemEntries(Restored).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        }

        Assert.Equal((1, $"Nothing was backed up: no PostgreSQL of yours runs in {Restored}."), await RunAsync("backup.sh", Restored));
    }

    [Fact]
    public async Task A_restore_touches_nothing_unless_the_backup_is_whole_and_the_folder_empty()
    {
        await using (var server = await PostgresServer.StartAsync(Path.Combine(Data, "postgres"), Ct))
        {
            WriteKey();
            Assert.Equal((1, $"Nothing was backed up: {Data}/keys/b is in the data folder itself."), await RunAsync("backup.sh", Data, $"{Data}/keys/b"));
            Assert.Equal(0, (await RunAsync("backup.sh", Data, Backup)).Code);
        }

        Assert.Equal((1, $"Nothing was restored: {Data} is not empty."), await RunAsync("restore.sh", Backup, Data));
        Assert.Equal((1, $"Nothing was restored: {Data} is no whole backup."), await RunAsync("restore.sh", Data, Restored));
        var key = Path.Combine(Backup, "keys", "intake", "1.key");
        File.Move(key, key + ".gone");
        Assert.Equal((1, $"Nothing was restored: {Backup} is damaged."), await RunAsync("restore.sh", Backup, Restored));
        File.Move(key + ".gone", key);
        await File.AppendAllTextAsync(Path.Combine(Backup, "postgres", "data", "pg_hba.conf"), "#", Ct);
        Assert.Equal((1, $"Nothing was restored: {Backup} is damaged."), await RunAsync("restore.sh", Backup, Restored));

        Assert.False(Directory.Exists(Restored));
    }

    /// <summary>Half of the families are known to the reader; the other half the broker took, which nobody asked again.</summary>
    /// <returns>The databases of source and reader.</returns>
    async Task<(string Source, string Reader)> BackUpWhatWasConfirmedAndNotConsumedAsync()
    {
        await using var server = await PostgresServer.StartAsync(Path.Combine(Data, "postgres"), Ct);
        WriteKey();
        var (source, reader) = (await server.ServiceDatabaseAsync(), await server.ServiceDatabaseAsync());
        var (broker, port) = (await rabbitmq.CreateVirtualHostAsync("before", Ct), FreePorts.Next());
        await using var speaking = await TestService.Build("intake", source, broker, identity, port).StartAsync();
        await using (var hearing = await ReaderAsync(reader, broker, port))
        {
            await SaveAsync(speaking, families: 10);
            await Stage.UntilAsync(async () => await hearing.CountAsync("members") == 10 && await HasCaughtUpAsync(hearing), "heard");
        }
        await SaveAsync(speaking, families: 10);
        await Stage.UntilAsync(async () => await speaking.CountAsync("outbox") == 0, "taken by the broker, and heard by nobody");
        Assert.Equal(0, (await RunAsync("backup.sh", Data, Backup)).Code);
        return (source, reader);
    }

    byte[] WriteKey()
    {
        var keys = Path.Combine(Data, "keys", "intake");
        KeyRing.Open(keys);
        return File.ReadAllBytes(Path.Combine(keys, "1.key"));
    }

    Task<TestService> ReaderAsync(string database, string broker, int sourcePort) => TestService.Build(
        "family-view", database, broker, identity, FreePorts.Next(), TestService.Registry(("intake", sourcePort))).StartAsync();

    static async Task SaveAsync(TestService service, int families)
    {
        for (var family = 0; family < families; family++)
            await service.SaveAsync(one => one.Add(Guid.CreateVersion7()));
    }

    static async Task<bool> HasCaughtUpAsync(TestService reader) =>
        await reader.CountAsync("feed_cursors where projection = 'members' and caught_up_at is not null") == 1;

    static string Move(string database, PostgresServer to) => to.ConnectionString(new NpgsqlConnectionStringBuilder(database).Database!);

    static async Task<(int Code, string LastLine)> RunAsync(string script, params string[] args)
    {
        var path = Path.GetFullPath($"../../../../deploy/{script}", AppContext.BaseDirectory);
        using var process = Process.Start(new ProcessStartInfo("bash", [path, .. args]) { RedirectStandardOutput = true })!;
        var output = await process.StandardOutput.ReadToEndAsync(Ct);
        await process.WaitForExitAsync(Ct);
        return (process.ExitCode, output.TrimEnd().Split('\n')[^1]);
    }
}
