using Aspire.Hosting.ApplicationModel;
using Geborgen.AppHost.Embedded;
using Geborgen.Support;

namespace Geborgen.AppHost.Tests;

public sealed class SupervisionTests : IAsyncDisposable
{
    const string Server = "trap 'exit 0' TERM; while :; do sleep 0.05; done";

    readonly TemporaryFolder folder = new("supervision");
    Supervision? supervision;

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_resource_starts_only_when_what_it_waits_for_is_healthy()
    {
        var server = new ScriptResource("server", Server, folder);
        var client = new ScriptResource("client", Server, folder).After(server);
        var board = Start(server, client);

        await board.WaitForAsync("server", state => state is { State: ResourceState.Running, Healthy: false }, Cancellation);
        Assert.Equal(ResourceState.Waiting, board["client"].State);

        server.BecomeHealthy();
        await board.WaitForAsync("client", state => state.State == ResourceState.Running, Cancellation);
        Assert.True(board["server"].IsReady);
    }

    [Fact]
    public async Task What_waits_for_a_step_starts_after_the_step_has_succeeded_not_after_it_failed()
    {
        var step = new ScriptResource("step", "test -e allowed", folder, once: true);
        var server = new ScriptResource("server", Server, folder).After(step, completed: true);
        var board = Start(step, server);

        await board.WaitForAsync("step", state => state is { State: ResourceState.Exited, ExitCode: 1 }, Cancellation);
        Assert.Equal(ResourceState.Waiting, board["server"].State);

        await File.WriteAllTextAsync(Path.Combine(folder.Path, "allowed"), "", Cancellation);
        await board.WaitForAsync("server", state => state.State == ResourceState.Running, Cancellation);
        Assert.Equal(ResourceState.Finished, board["step"].State);
    }

    [Fact]
    public async Task A_killed_process_is_shown_and_started_again()
    {
        var board = Start(new ScriptResource("server", Server, folder));
        await board.WaitForAsync("server", state => state.State == ResourceState.Running, Cancellation);
        var first = board["server"].ProcessId!.Value;

        _ = ChildProcess.kill(first, (int)Signal.Kill);
        await board.WaitForAsync("server", state => state is { State: ResourceState.Exited, ExitCode: 137, Healthy: false }, Cancellation);
        await board.WaitForAsync("server", state => state is { State: ResourceState.Running, Restarts: 1 }, Cancellation);

        Assert.NotEqual(first, board["server"].ProcessId);
    }

    [Fact]
    public async Task The_pause_doubles_with_each_crash()
    {
        var board = Start(new ScriptResource("broken", "exit 3", folder));

        foreach (var pause in (int[])[1, 2, 4])
            await board.WaitForAsync("broken", state => state.Detail == $"ended with code 3; starts again in {pause} s", Cancellation);
    }

    [Fact]
    public async Task A_program_that_is_not_there_is_shown_and_the_others_run()
    {
        var board = Start(new MissingProgram(folder), new ScriptResource("server", Server, folder));

        await board.WaitForAsync("server", state => state.State == ResourceState.Running, Cancellation);
        await board.WaitForAsync("missing", state => state is { State: ResourceState.Exited, ExitCode: 127 }, Cancellation);
    }

    [Fact]
    public async Task Everything_stops_after_what_waited_for_it()
    {
        var server = new ScriptResource("server", Named("server"), folder);
        var client = new ScriptResource("client", Named("client"), folder).After(server);
        server.BecomeHealthy();
        var board = Start(client, server);
        await board.WaitForAsync("client", state => state.State == ResourceState.Running, Cancellation);
        await WaitForTrapsAsync("client", "server");

        await supervision!.StopAsync();

        Assert.Equal(["client", "server"], await File.ReadAllLinesAsync(Path.Combine(folder.Path, "stopped"), Cancellation));
        Assert.Empty(Leftovers.Find(folder.Path));
    }

    [Fact]
    public async Task A_stopped_resource_stays_stopped_until_it_is_started()
    {
        var server = new ScriptResource("server", Server, folder);
        var board = Start(server);
        await board.WaitForAsync("server", state => state.State == ResourceState.Running, Cancellation);

        await supervision!.SupervisorOf(server).StopAsync();
        Assert.Equal(ResourceState.Exited, board["server"].State);
        Assert.Empty(Leftovers.Find(folder.Path));

        supervision.SupervisorOf(server).Start();
        await board.WaitForAsync("server", state => state.State == ResourceState.Running, Cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        if (supervision is not null)
        {
            await supervision.StopAsync();
            await supervision.DisposeAsync();
        }
        folder.Dispose();
    }

    ResourceBoard Start(params Resource[] resources)
    {
        supervision = new(resources, TestDay.Clock);
        supervision.Start();
        return supervision.Board;
    }

    static string Named(string name) => $"trap 'echo {name} >> stopped; exit 0' TERM; touch {name}.ready; while :; do sleep 0.05; done";

    async Task WaitForTrapsAsync(params string[] names)
    {
        while (!names.All(name => File.Exists(Path.Combine(folder.Path, $"{name}.ready"))))
            await Task.Delay(20, Cancellation);
    }

    sealed class MissingProgram(TemporaryFolder folder) : Resource("missing", new LineLog(Path.Combine(folder.Path, "logs", "missing")))
    {
        ChildProcess? process;
        public override string Kind => "Executable";
        public override int? ProcessId => process?.Id;
        public override Task<int> Exited => process!.Exited;
        public override async Task LaunchAsync(CancellationToken cancellation) =>
            process = await ChildProcess.StartAsync(new("/no/such/program", [], folder.Path));
        public override Task<string?> FindFaultAsync(CancellationToken cancellation) => Task.FromResult<string?>(null);
        public override Task StopAsync() => StopAsync(process);
    }
}
