using Aspire.Hosting.ApplicationModel;
using Geborgen.AppHost.Embedded;
using Geborgen.Support;

namespace Geborgen.AppHost.Tests;

/// <summary>A real process with a shell script, healthy while the file <c>{name}.healthy</c> is there.</summary>
sealed class ScriptResource(string name, string script, TemporaryFolder folder, bool once = false)
    : Resource(name, new LineLog(Path.Combine(folder.Path, "logs", name)))
{
    ChildProcess? process;

    public override string Kind => "Executable";
    public override bool RunsOnce => once;
    public override int? ProcessId => process?.Id;
    public override Task<int> Exited => process!.Exited;

    string HealthFile => Path.Combine(folder.Path, $"{Name}.healthy");

    public ScriptResource After(Resource other, bool completed = false)
    {
        Waits.Add((other, completed));
        return this;
    }

    public void BecomeHealthy() => File.WriteAllText(HealthFile, "");

    public override async Task LaunchAsync(CancellationToken cancellation) =>
        process = await ChildProcess.StartAsync(new("sh", ["-c", script], folder.Path) { Output = Log.Write });

    public override Task<string?> FindFaultAsync(CancellationToken cancellation) =>
        Task.FromResult(File.Exists(HealthFile) ? null : "not yet");

    public override Task StopAsync() => StopAsync(process);
}
