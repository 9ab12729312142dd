using System.Diagnostics;

namespace Geborgen.AppHost.Embedded;

/// <summary>Runs a short command of the machine to its end.</summary>
internal static class Tool
{
    /// <summary>Runs it and answers what it wrote.</summary>
    /// <exception cref="InvalidOperationException">It ended with another code than 0; the message has what it wrote.</exception>
    public static async Task<string> RunAsync(IReadOnlyList<string> command, CancellationToken cancellation, string? folder = null, IReadOnlyDictionary<string, string>? environment = null)
    {
        var (code, output) = await TryAsync(command, cancellation, folder, environment);
        return code == 0 ? output : throw new InvalidOperationException($"{command[0]} ended with code {code}: {output.Trim()}");
    }

    /// <summary>Runs it and answers its exit code and what it wrote to both outputs.</summary>
    public static async Task<(int Code, string Output)> TryAsync(IReadOnlyList<string> command, CancellationToken cancellation, string? folder = null, IReadOnlyDictionary<string, string>? environment = null)
    {
        var info = new ProcessStartInfo(command[0], command.Skip(1))
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            WorkingDirectory = folder ?? "/",
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
            info.Environment[name] = value;
        using var process = Process.Start(info)!;
        process.StandardInput.Close();
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(cancellation);
            var errors = process.StandardError.ReadToEndAsync(cancellation);
            await process.WaitForExitAsync(cancellation);
            return (process.ExitCode, await output + await errors);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    /// <summary>Where a program is, or null when the machine does not have it.</summary>
    public static string? Find(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "/usr/bin:/bin").Split(':')
            .Select(folder => Path.Combine(folder, program))
            .FirstOrDefault(File.Exists);
}
