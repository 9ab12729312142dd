using System.Diagnostics;
using Npgsql;

namespace Geborgen.Load;

/// <summary>How many events per second the family view takes when it is emptied and read anew from Intake's feed.</summary>
internal static class Rebuild
{
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    public static async Task RunAsync(Platform platform, LoadOptions options, Report report, CancellationToken cancellation)
    {
        using (var caseSystem = Caller.CaseSystem(platform, options.Connections))
            await FillAsync(caseSystem);
        var all = await CountAsync(platform.Intake, "event_log", cancellation);
        await ReachAsync(count => count == all);

        await Tool.RunAsync("dotnet", [Repository.BinaryOf("FamilyView"), "--rebuild", "skeleton"],
            ProcessFigures.Environment(platform.ProcessOf(Platform.FamilyViewInstance)), cancellation);
        // The running instance notices within two seconds; the rate counts from its first batch.
        var first = await ReachAsync(count => count > 0);
        var since = Stopwatch.GetTimestamp();
        await ReachAsync(count => count == all);
        report.Add($"family view rebuilt from the feed, {all} events", $"{(all - first) / Stopwatch.GetElapsedTime(since).TotalSeconds:0} events/s");

        // Enough to measure on when this part runs alone.
        Task FillAsync(Caller caseSystem)
        {
            var contacts = new Contacts();
            return Parallel.ForAsync(0, options.Rate * options.Seconds, new ParallelOptions { MaxDegreeOfParallelism = options.Connections, CancellationToken = cancellation },
                async (_, ct) => await caseSystem.PostContactAsync(contacts.Next(), ct));
        }

        async Task<long> ReachAsync(Predicate<long> reached)
        {
            var waited = Stopwatch.StartNew();
            while (true)
            {
                var count = await CountAsync(platform.FamilyView, "timeline", cancellation);
                if (reached(count))
                    return count;
                if (waited.Elapsed > Patience)
                    throw new InvalidOperationException($"The family view stays at {count} of {all} events.");
                await Task.Delay(50, cancellation);
            }
        }
    }

    static async Task<long> CountAsync(NpgsqlDataSource database, string table, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand($"select count(*) from {table}");
        return (long)(await command.ExecuteScalarAsync(cancellation))!;
    }
}
