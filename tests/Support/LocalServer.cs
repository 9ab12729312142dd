using System.Diagnostics;
using System.Security.Cryptography;

namespace Geborgen.Support;

/// <summary>
/// A server that AppHost also runs, by the same script, in a temporary folder that goes with its owner, or in one that
/// stays. It ends with the tests, in whatever way they end.
/// </summary>
sealed class LocalServer(string script, int ports, Func<CancellationToken, Task<bool>> answers, string? folder = null) : IAsyncDisposable
{
    // The script gets no input; the end of ours, which is also the end of who started it, ends the script.
    const string EndsWithItsOwner = """exec 3<&0; "$@" 3<&- </dev/null & server=$!; { cat <&3; kill "$server"; } >/dev/null 2>&1 & wait "$server" """;

    static readonly TimeSpan StartPatience = TimeSpan.FromMinutes(3);

    readonly TemporaryFolder? temporary = folder is null ? new(Path.GetFileNameWithoutExtension(script)) : null;
    readonly SemaphoreSlim starting = new(1);
    readonly List<string> output = [];
    Process? process;
    bool started;

    public string Folder => folder ?? temporary!.Path;

    public int Port { get; } = FreePorts.Next(ports);

    public string Password { get; } = PasswordIn(folder) ?? RandomNumberGenerator.GetHexString(64, lowercase: true);

    public async Task EnsureStartedAsync(CancellationToken cancellation)
    {
        await starting.WaitAsync(cancellation);
        try
        {
            if (!started)
                await StartAsync(cancellation);
        }
        finally
        {
            starting.Release();
        }
    }

    /// <summary>Starts it, also again after it was stopped or killed, and returns when it answers.</summary>
    public async Task StartAsync(CancellationToken cancellation)
    {
        Directory.CreateDirectory(Folder);
        await File.WriteAllTextAsync(Path.Combine(Folder, "password"), Password, cancellation);
        process?.Dispose();
        process = new()
        {
            StartInfo = new("bash", ["-c", EndsWithItsOwner, "bash", Path.Combine(WorkingCopy.Root, "AppHost", script), Folder, $"{Port}"])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            },
        };
        process.OutputDataReceived += (_, line) => Keep(line.Data);
        process.ErrorDataReceived += (_, line) => Keep(line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(StartPatience);
        while (!await answers(patience.Token))
        {
            if (process.HasExited)
                lock (output)
                    throw new InvalidOperationException($"{script} ended with code {process.ExitCode}: {string.Join('\n', output)}");
            await Task.Delay(100, patience.Token);
        }
        started = true;
    }

    /// <summary>
    /// Kills the server's own process as a power cut would, and returns when the script has noticed. Whoever next needs it
    /// started starts it again.
    /// </summary>
    public void Kill(params string[] pidFile)
    {
        started = false;
        Processes.Send(Processes.Kill, int.Parse(File.ReadLines(Path.Combine([Folder, .. pidFile])).First(), null));
        process!.WaitForExit();
    }

    /// <summary>Stops it in good order.</summary>
    public async Task StopAsync()
    {
        if (process is null)
            return;
        process.StandardInput.Close();
        await process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        process?.Dispose();
        starting.Dispose();
        temporary?.Dispose();
    }

    static string? PasswordIn(string? folder) =>
        folder is not null && Path.Combine(folder, "password") is var file && File.Exists(file) ? File.ReadAllText(file) : null;

    void Keep(string? line)
    {
        lock (output)
            output.Add(line ?? "");
    }
}
