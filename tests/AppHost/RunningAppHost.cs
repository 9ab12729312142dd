using System.Diagnostics;
using System.Text.Json;
using Geborgen.AppHost.Embedded;

namespace Geborgen.AppHost.Tests;

/// <summary>The built AppHost as a process of its own, without dashboard.</summary>
sealed class RunningAppHost : IAsyncDisposable
{
    readonly Process process;
    readonly Task<string> errors;
    readonly Task<string> output;
    readonly string data;

    RunningAppHost(Process process, string data)
    {
        (this.process, this.data) = (process, data);
        errors = process.StandardError.ReadToEndAsync();
        output = process.StandardOutput.ReadToEndAsync();
    }

    public static RunningAppHost Start(string data, int firstPort)
    {
        var info = new ProcessStartInfo(Repository.Dotnet, [Repository.BinaryOf("AppHost/AppHost.csproj")])
        {
            Environment =
            {
                ["GEBORGEN_DATA"] = data,
                ["GEBORGEN_PORT_BASE"] = $"{firstPort}",
                ["GEBORGEN_DASHBOARD"] = "off",
            },
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        return new(Process.Start(info)!, data);
    }

    /// <summary>The resources in its state file once all those named are ready.</summary>
    public async Task<IReadOnlyDictionary<string, JsonElement>> WaitForReadyAsync(CancellationToken cancellation, params string[] names)
    {
        while (true)
        {
            if (process.HasExited)
                throw new InvalidOperationException($"AppHost ended: {await output}{await errors}");
            if (Read() is { } resources && names.All(name => resources[name].TryGetProperty("healthy", out var healthy) && healthy.GetBoolean()))
                return resources;
            await Task.Delay(100, cancellation);
        }
    }

    public async Task<(int Code, string Output)> EndAsync(CancellationToken cancellation)
    {
        await process.WaitForExitAsync(cancellation);
        return (process.ExitCode, await output + await errors);
    }

    public void Send(Signal signal) => _ = ChildProcess.kill(process.Id, (int)signal);

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        await Leftovers.EndAsync(data, CancellationToken.None);
    }

    Dictionary<string, JsonElement>? Read()
    {
        var file = Path.Combine(data, "state.json");
        if (!File.Exists(file))
            return null;
        using var state = JsonDocument.Parse(File.ReadAllText(file));
        return state.RootElement.GetProperty("processId").GetInt32() != process.Id
            ? null
            : state.RootElement.GetProperty("resources").EnumerateArray().ToDictionary(resource => resource.GetProperty("name").GetString()!, resource => resource.Clone());
    }
}
