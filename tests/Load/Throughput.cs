using System.Diagnostics;
using Npgsql;

namespace Geborgen.Load;

/// <summary>
/// Contacts per second through the gateway, as fast as they are answered, with the family view keeping up; where the
/// processor time goes; and that what was accepted was stored and reached the view.
/// </summary>
internal static class Throughput
{
    const string CountContacts = "select count(*) from contacts";

    static readonly TimeSpan MaxLag = TimeSpan.FromSeconds(1);
    static readonly TimeSpan ViewPatience = TimeSpan.FromMinutes(2);

    /// <returns>Contacts per second.</returns>
    public static async Task<double> RunAsync(Platform platform, LoadOptions options, string telemetry, Report report, CancellationToken cancellation)
    {
        using var caseSystem = Caller.CaseSystem(platform, options.Connections);
        var contacts = new Contacts();
        var stored = await CountAsync(platform.Intake, cancellation);
        var shown = await CountAsync(platform.FamilyView, cancellation);
        List<CpuUse> edges = [];
        var run = await SteadyLoad.RunAsync(
            options.Connections, options, ct => caseSystem.PostContactAsync(contacts.Next(), ct), cancellation, () => edges.Add(CpuUse.Of(platform)));

        var since = Stopwatch.GetTimestamp();
        while (await CountAsync(platform.FamilyView, cancellation) - shown is var seen && seen != run.Total)
            if (seen > run.Total || Stopwatch.GetElapsedTime(since) > ViewPatience)
                throw new InvalidOperationException($"{run.Total} contacts were accepted and {seen} are in the family view.");
        var lag = Stopwatch.GetElapsedTime(since);
        if (await CountAsync(platform.Intake, cancellation) - stored is var kept && kept != run.Total)
            throw new InvalidOperationException($"{run.Total} contacts were accepted and {kept} are stored.");

        report.Add($"contacts through the gateway, {options.Connections} connections, telemetry {telemetry}",
            $"{run.PerSecond:0} /s, {run.Times.Describe()}");
        report.Add($"  family view behind at the end ({run.Total} accepted = stored = in the view)", $"{lag.TotalMilliseconds:0} ms", "< 1 s", lag < MaxLag);
        foreach (var (group, spent) in edges[1].Since(edges[0]))
            report.Add($"  processor time per contact: {group}", $"{spent.TotalMilliseconds / run.Measured:0.000} ms");
        report.Add("  processors busy", $"{edges[1].Since(edges[0]).Sum(one => one.Spent.TotalSeconds) / run.Took.TotalSeconds:0.00} of {Environment.ProcessorCount}");
        return run.PerSecond;
    }

    static async Task<long> CountAsync(NpgsqlDataSource database, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(CountContacts);
        return (long)(await command.ExecuteScalarAsync(cancellation))!;
    }
}
