using System.Diagnostics;
using Geborgen.Support;

namespace Geborgen.EndToEnd.Tests;

/// <summary>The built AppHost as <c>deploy/run.sh</c> starts it: a process of its own, in a group of its own as in a terminal.</summary>
sealed class AppHostProcess : IAsyncDisposable
{
    readonly Process process;
    readonly List<string> output = [];
    readonly string data;

    AppHostProcess(ProcessStartInfo start, string data)
    {
        this.data = data;
        process = new() { StartInfo = start };
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public int Id => process.Id;

    public bool HasEnded => process.HasExited;

    /// <summary>What it wrote.</summary>
    public string Output
    {
        get
        {
            lock (output)
                return string.Join('\n', output);
        }
    }

    /// <summary>All that it started and that is there still.</summary>
    public IReadOnlyList<int> Left => Processes.Mentioning(data);

    public static AppHostProcess Start(string data, int firstPort)
    {
        var own = new DirectoryInfo(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory));
        return new(new("setsid", ["dotnet", Path.Combine(own.Parent!.Parent!.FullName, "AppHost", own.Name, "Geborgen.AppHost.dll")])
        {
            Environment = { ["DOTNET_ENVIRONMENT"] = "Development", ["GEBORGEN_DATA"] = data, ["GEBORGEN_PORT_BASE"] = $"{firstPort}" },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        }, data);
    }

    /// <summary>Waits until it has ended.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> EndAsync(CancellationToken ct)
    {
        await process.WaitForExitAsync(ct);
        return process.ExitCode;
    }

    /// <summary>As a terminal does at Ctrl-C: to all that belongs to it.</summary>
    public void Interrupt() => Processes.Send(Processes.Interrupt, -Id);

    /// <summary>Kills it alone.</summary>
    public void Kill() => Processes.Send(Processes.Kill, Id);

    /// <summary>Ends it in whatever state it is, with all that it started.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!HasEnded)
            Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        foreach (var left in Left)
            Processes.Send(Processes.Kill, left);
    }

    void Keep(string? line)
    {
        lock (output)
            output.Add(line ?? "");
    }
}
