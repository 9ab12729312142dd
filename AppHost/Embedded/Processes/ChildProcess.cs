using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Geborgen.AppHost.Embedded;

/// <summary>One line that a program wrote.</summary>
/// <param name="Text">The line without its end.</param>
/// <param name="IsError">Whether it came from standard error.</param>
public readonly record struct OutputLine(string Text, bool IsError);

/// <summary>What to start.</summary>
/// <param name="Program">Path or name of the program.</param>
/// <param name="Arguments">Its arguments, unquoted.</param>
/// <param name="Owner">The folder that the process belongs to; <see cref="Leftovers"/> finds it again by this.</param>
internal sealed record ChildStart(string Program, IReadOnlyList<string> Arguments, string Owner)
{
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();
    public string? WorkingDirectory { get; init; }
    public Action<OutputLine>? Output { get; init; }

    /// <summary>Words before the program that change who runs it, such as another user.</summary>
    public IReadOnlyList<string> Privileges { get; init; } = [];

    /// <summary>What the process is sent when this process ends without saying goodbye.</summary>
    public Signal OnOrphaned { get; init; } = Signal.Terminate;
}

internal enum Signal
{
    Interrupt = 2,
    Quit = 3,
    Kill = 9,
    Terminate = 15,
}

/// <summary>
/// A program that runs in a session of its own, so that Ctrl-C in the terminal reaches only us, and that is told to
/// end when we are killed.
/// </summary>
internal sealed class ChildProcess : IDisposable
{
    readonly Process process;
    readonly TaskCompletionSource<int> exited = new(TaskCreationOptions.RunContinuationsAsynchronously);

    ChildProcess(Process process) => this.process = process;

    public int Id => process.Id;

    /// <summary>Completes with the exit code; 128 + signal when a signal ended it.</summary>
    public Task<int> Exited => exited.Task;

    public static async Task<ChildProcess> StartAsync(ChildStart start)
    {
        var info = new ProcessStartInfo("setsid")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            WorkingDirectory = start.WorkingDirectory ?? start.Owner,
        };
        string[] wrapped = ["setpriv", "--pdeathsig", PdeathName(start.OnOrphaned), .. start.Privileges, "--", start.Program, .. start.Arguments];
        foreach (var argument in wrapped)
            info.ArgumentList.Add(argument);
        foreach (var (name, value) in start.Environment)
            info.Environment[name] = value;
        info.Environment[Leftovers.Mark] = start.Owner;

        var process = new Process { StartInfo = info, EnableRaisingEvents = true };
        var child = new ChildProcess(process);
        process.Exited += (_, _) => child.exited.TrySetResult(process.ExitCode);
        process.OutputDataReceived += (_, line) => Forward(line, isError: false);
        process.ErrorDataReceived += (_, line) => Forward(line, isError: true);
        await ProcessStarter.RunAsync(() => process.Start());
        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return child;

        void Forward(DataReceivedEventArgs line, bool isError)
        {
            if (line.Data is { } text)
                start.Output?.Invoke(new(text, isError));
        }
    }

    public void Send(Signal signal)
    {
        if (!Exited.IsCompleted)
            _ = kill(Id, (int)signal);
    }

    /// <summary>Ends the program and whatever it started in its session, at once.</summary>
    public void Kill()
    {
        if (!Exited.IsCompleted)
            _ = kill(-Id, (int)Signal.Kill);
    }

    /// <summary>Asks the program to end and kills it when it does not within <paramref name="patience"/>.</summary>
    public async Task StopAsync(Signal signal, TimeSpan patience)
    {
        Send(signal);
        if (await Task.WhenAny(Exited, Task.Delay(patience)) != Exited)
            Kill();
        await Exited;
    }

    public void Dispose() => process.Dispose();

    static string PdeathName(Signal signal) => signal switch
    {
        Signal.Interrupt => "INT",
        Signal.Quit => "QUIT",
        Signal.Kill => "KILL",
        _ => "TERM",
    };

    [DllImport("libc", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    internal static extern int kill(int process, int signal);
}
