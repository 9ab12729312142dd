using System.Diagnostics;
using System.Text.Json;
using Geborgen.AppHost.Embedded;

namespace Geborgen.Support;

/// <summary>The built AppHost as a process of its own, in the same configuration as the tests.</summary>
public sealed class RunningAppHost : IAsyncDisposable
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

    /// <summary>The folder of the working copy that it was built from.</summary>
    public static string WorkingCopy => Repository.Root;

    /// <summary>Starts it.</summary>
    /// <param name="data">The folder for all that it keeps.</param>
    /// <param name="firstPort">The gateway's port; the two after it are used as well.</param>
    /// <param name="dashboard">Whether the dashboard runs too, where npm can get it.</param>
    public static RunningAppHost Start(string data, int firstPort, bool dashboard = false)
    {
        var info = new ProcessStartInfo(Repository.Dotnet, [Repository.BinaryOf("AppHost/AppHost.csproj")])
        {
            Environment =
            {
                ["GEBORGEN_DATA"] = data,
                ["GEBORGEN_PORT_BASE"] = $"{firstPort}",
                ["GEBORGEN_DASHBOARD"] = dashboard ? "on" : "off",
            },
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        return new(Process.Start(info)!, data);
    }

    /// <summary>The processes that belong to its data folder, itself not among them.</summary>
    public IReadOnlyList<int> Children => Leftovers.Find(data);

    /// <summary>Whether it has ended.</summary>
    public bool HasEnded => process.HasExited;

    /// <summary>The resources in its state file by name; null while it has none.</summary>
    public IReadOnlyDictionary<string, JsonElement>? Resources()
    {
        var file = Path.Combine(data, "state.json");
        if (!File.Exists(file))
            return null;
        using var state = JsonDocument.Parse(File.ReadAllText(file));
        return state.RootElement.GetProperty("processId").GetInt32() != process.Id
            ? null
            : state.RootElement.GetProperty("resources").EnumerateArray().ToDictionary(resource => resource.GetProperty("name").GetString()!, resource => resource.Clone());
    }

    /// <summary>The resources in its state file once all those named are ready.</summary>
    public async Task<IReadOnlyDictionary<string, JsonElement>> WaitForReadyAsync(CancellationToken cancellation, params string[] names)
    {
        while (true)
        {
            if (HasEnded)
                throw new InvalidOperationException($"AppHost ended: {await output}{await errors}");
            if (Resources() is { } resources && names.All(name => resources[name].TryGetProperty("healthy", out var healthy) && healthy.GetBoolean()))
                return resources;
            await Task.Delay(100, cancellation);
        }
    }

    /// <summary>Waits until it has ended.</summary>
    /// <returns>Its exit code and what it wrote.</returns>
    public async Task<(int Code, string Output)> EndAsync(CancellationToken cancellation)
    {
        await process.WaitForExitAsync(cancellation);
        return (process.ExitCode, await output + await errors);
    }

    /// <summary>Asks it to stop.</summary>
    public void Terminate() => Processes.Send(Processes.Terminate, process.Id);

    /// <summary>Kills it alone, as a power cut would.</summary>
    public void Kill() => Processes.Send(Processes.Kill, process.Id);

    /// <summary>The processes of one resource: all that work in its folder, or else its one process.</summary>
    /// <exception cref="InvalidOperationException">It does not run now.</exception>
    public IReadOnlyList<int> ProcessesOf(string resource)
    {
        IReadOnlyList<int> found = Path.Combine(data, resource) is var folder && Directory.Exists(folder)
            ? Leftovers.Find(folder)
            : Resources() is { } resources && resources[resource].TryGetProperty("processId", out var id) ? [id.GetInt32()] : [];
        return found.Count > 0 ? found : throw new InvalidOperationException($"{resource} does not run now.");
    }

    /// <summary>Ends it in whatever state it is, with all that it started.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!HasEnded)
            process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        await Leftovers.EndAsync(data, CancellationToken.None);
    }
}
