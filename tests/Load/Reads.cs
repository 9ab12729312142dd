using Npgsql;

namespace Geborgen.Load;

/// <summary>Reading one family view, and the work list, as a regular worker while many families are stored.</summary>
internal static class Reads
{
    const double Goal = 50;

    /// <summary>The work lists, and the parts of them that a worker looks at.</summary>
    static readonly string[] WorkLists =
    [
        .. new[] { "contacts", "contacts?view=mine", "contacts?view=team", "contacts?view=waiting", "terms", "terms?view=mine", "terms?view=team", "terms?view=waiting" }
            .Select(list => "/gm0344/intake/v1/" + list),
        "/family-view/v1/families", "/family-view/v1/families?withoutKeyWorker=true", "/family-view/v1/families?relation=keyWorker",
    ];

    public static async Task RunAsync(Platform platform, LoadOptions options, Report report, CancellationToken cancellation)
    {
        await SeedAsync(platform.Intake, "seed.intake.sql", options.Families, cancellation);
        await SeedAsync(platform.FamilyView, "seed.family-view.sql", options.Families, cancellation);
        var families = await FamiliesAsync(platform.FamilyView, cancellation);
        using var lotte = Caller.Lotte(platform, options.Readers);

        var before = await CountLogAsync(platform.FamilyView, cancellation);
        var family = await SteadyLoad.RunAsync(options.Readers, options, ct => ReadAsync($"/family-view/v1/families/{families[Random.Shared.Next(families.Count)]}", ct), cancellation);
        var rows = await CountLogAsync(platform.FamilyView, cancellation) - before;
        report.Add($"family view, {options.Readers} connections, {families.Count} families", $"{family.PerSecond:0} /s, {family.Times.Describe(0.95)}",
            $"p95 ≤ {Goal} ms", family.Times.Within(0.95) <= Goal);
        report.Add("  access log rows written meanwhile", $"{family.PerSecond * rows / family.Total:0} /s");

        var all = await SteadyLoad.RunAsync(options.Readers, options, ct => ReadAsync("/gm0344/intake/v1/contacts", ct), cancellation);
        report.Add($"work list, {options.Readers} connections, as many contacts in reach", $"{all.PerSecond:0} /s, {all.Times.Describe(0.95)}");

        // What one worker waits for, part by part; side by side they would wait for each other.
        foreach (var list in WorkLists)
        {
            var one = await SteadyLoad.RunAsync(
                1, options with { Seconds = 5, Warmup = 2 }, ct => ReadAsync(list, ct), cancellation);
            report.Add($"  {list}, one reader", $"{one.Times.Describe(0.95)}", $"p95 ≤ {Goal} ms", one.Times.Within(0.95) <= Goal);
        }

        async Task ReadAsync(string path, CancellationToken ct)
        {
            if (await lotte.ReadAsync(path, ct) is null)
                throw new InvalidOperationException($"{path} was answered 404.");
        }
    }

    // One connection for all of it: the ids stand in a temporary table.
    static async Task SeedAsync(NpgsqlDataSource database, string script, int families, CancellationToken cancellation)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await ExecuteAsync($"""
            create temporary table seed as
            select number, (lpad(to_hex(number), 8, '0') || '0000000000000000000000' || '01')::uuid as family,
                (lpad(to_hex(number), 8, '0') || '0000000000000000000000' || '02')::uuid as contact,
                (lpad(to_hex(number), 8, '0') || '0000000000000000000000' || '03')::uuid as child,
                (lpad(to_hex(number), 8, '0') || '0000000000000000000000' || '04')::uuid as parent,
                (lpad(to_hex(number), 8, '0') || '0000000000000000000000' || '05')::uuid as clock,
                (lpad(to_hex(number), 8, '0') || '0000000000000000000000' || '06')::uuid as duty,
                now() - interval '1 hour' - number * interval '1 second' as received_at
            from generate_series(1, {families}) as number
            """);
        await ExecuteAsync(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, script), cancellation));
        await ExecuteAsync("drop table seed");
        await ExecuteAsync("vacuum analyze");

        async Task ExecuteAsync(string sql)
        {
            await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 600 };
            await command.ExecuteNonQueryAsync(cancellation);
        }
    }

    static async Task<List<Guid>> FamiliesAsync(NpgsqlDataSource database, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand("select family_id from families where opened_at is not null");
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        List<Guid> families = [];
        while (await reader.ReadAsync(cancellation))
            families.Add(reader.GetGuid(0));
        return families;
    }

    static async Task<long> CountLogAsync(NpgsqlDataSource database, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand("select count(*) from access_log");
        return (long)(await command.ExecuteScalarAsync(cancellation))!;
    }
}
