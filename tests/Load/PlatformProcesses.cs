using Geborgen.Support;

namespace Geborgen.Load;

/// <summary>The processes of a platform, found by the data folder that all of them were told of.</summary>
internal static class PlatformProcesses
{
    public const string AppHost = "AppHost";
    public const string Orchestrator = "DCP";
    public const string Dashboard = "dashboard";

    static readonly TimeSpan StopPatience = TimeSpan.FromSeconds(60), Breath = TimeSpan.FromMilliseconds(100);

    /// <summary>Our programs, and what Aspire runs beside them, by name; the database and the broker are left out.</summary>
    public static ILookup<string, int> Of(TemporaryFolder data) => Processes.Mentioning(data.Path)
        .Select(process => (Process: process, Name: NameOf(process)))
        .Where(one => one.Name is not null)
        .ToLookup(one => one.Name!, one => one.Process);

    public static async Task WaitUntilAllAreGoneAsync(TemporaryFolder data)
    {
        using var patience = new CancellationTokenSource(StopPatience);
        while (Processes.Mentioning(data.Path).Count != 0)
            await Task.Delay(Breath, patience.Token);
    }

    static string? NameOf(int process)
    {
        var commandLine = ProcessFigures.CommandLine(process);
        var programs = commandLine.Take(2).Select(Path.GetFileNameWithoutExtension).ToList();
        return programs.Contains("Geborgen.AppHost") ? AppHost
            : programs.Contains("Aspire.Dashboard") ? Dashboard
            : programs.Any(program => program!.StartsWith("Geborgen.", StringComparison.Ordinal)) ? ProcessFigures.Environment(process)["OTEL_SERVICE_NAME"]
            : programs.FirstOrDefault() is "dcp" ? Orchestrator
            : null;
    }
}
