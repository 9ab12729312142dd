using System.Text.Json;
using Geborgen.AppHost.Embedded;
using Geborgen.Support;
using Npgsql;

namespace Geborgen.AppHost.Tests;

public sealed class AppHostTests : IDisposable
{
    static readonly string[] Servers = ["postgres", "rabbitmq", "intake-gm0344-database"];

    readonly TemporaryFolder folder = new("apphost");
    readonly int firstPort = FreePorts.Next();

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_start_after_kill_9_ends_the_leftovers_and_finds_the_data_and_SIGTERM_leaves_nothing()
    {
        await using (var killed = RunningAppHost.Start(folder.Path, firstPort))
        {
            var resources = await killed.WaitForReadyAsync(Cancellation, Servers);
            AssertNames(resources.Keys);
            await ExecuteAsync(resources, "create table kept (id int); insert into kept values (7)");
            killed.Kill();
            await killed.EndAsync(Cancellation);

            await using var second = RunningAppHost.Start(folder.Path, firstPort);
            resources = await second.WaitForReadyAsync(Cancellation, Servers);
            Assert.Equal(7, await ExecuteAsync(resources, "select id from kept"));

            second.Terminate();
            var (code, output) = await second.EndAsync(Cancellation);
            Assert.True(code == 0, output);
            Assert.Empty(Leftovers.Find(folder.Path));
            Assert.False(File.Exists(Path.Combine(folder.Path, "state.json")));
        }
    }

    [Fact]
    public async Task A_second_run_with_the_same_data_is_refused()
    {
        await using var first = RunningAppHost.Start(folder.Path, firstPort);
        await first.WaitForReadyAsync(Cancellation);

        await using var second = RunningAppHost.Start(folder.Path, FreePorts.Next());
        var (code, output) = await second.EndAsync(Cancellation);

        Assert.Equal(1, code);
        Assert.Contains("already runs", output, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();

    // Each instance that the organisation registry knows runs under the registry's name, with a database of its own.
    static void AssertNames(IEnumerable<string> names)
    {
        using var registry = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "deploy", "organisations.json")));
        var instances = registry.RootElement.GetProperty("parties").EnumerateArray()
            .SelectMany(party => party.GetProperty("services").EnumerateArray())
            .Select(service => service.GetProperty("instance").GetString()!);
        Assert.Equal(
            instances.SelectMany(instance => (string[])[instance, $"{instance}-database", $"{instance}-migration"])
                .Concat(["gateway", "identity", "postgres", "rabbitmq"]).Order(),
            names.Order());
    }

    static async Task<object?> ExecuteAsync(IReadOnlyDictionary<string, JsonElement> resources, string sql)
    {
        await using var source = NpgsqlDataSource.Create(resources["intake-gm0344-database"].GetProperty("connectionString").GetString()!);
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync(Cancellation);
    }
}
