using System.Globalization;
using System.Text.RegularExpressions;
using Npgsql;

namespace Geborgen.Load;

/// <summary>
/// What PostgreSQL itself does on the same server with the rows of one POST in one transaction: the measure for what
/// everything around it costs. The script is checked against a real POST first, so that it can't drift.
/// </summary>
internal static partial class Pgbench
{
    const string Database = "pgbench";
    const double Goal = 0.2;

    static readonly string Script = Path.Combine(AppContext.BaseDirectory, "contact.pgbench.sql");

    public static async Task RunAsync(Platform platform, LoadOptions options, double contactsPerSecond, Report report, CancellationToken cancellation)
    {
        var connection = platform.Database(Database);
        await using var database = await CreateAsync(platform, connection, cancellation);
        var empty = await RowCounts.OfAsync(database, cancellation);
        await BenchAsync(connection, run: 1, ["--client=1", "--transactions=1"], cancellation);
        var written = (await RowCounts.OfAsync(database, cancellation)).Since(empty);
        var posted = await RowCounts.OfOnePostAsync(platform, cancellation);
        if (written != posted)
            throw new InvalidOperationException($"The script writes {written}; a POST commits {posted}.");

        string[] load = [$"--client={options.Connections}", $"--jobs={Environment.ProcessorCount}"];
        await BenchAsync(connection, run: 2, [.. load, $"--time={options.Warmup}"], cancellation);
        var perSecond = TransactionsPerSecond(await BenchAsync(connection, run: 3, [.. load, $"--time={options.Seconds}"], cancellation));
        var ratio = contactsPerSecond / perSecond;
        report.Add($"pgbench with the same {posted.Total} rows, {options.Connections} clients, fsync {await FsyncAsync(database, cancellation)}", $"{perSecond:0} /s");
        report.Add("contacts, telemetry on, against pgbench", $"{ratio:0.000}", FormattableString.Invariant($"≥ {Goal}"), ratio >= Goal);
    }

    static async Task<NpgsqlDataSource> CreateAsync(Platform platform, NpgsqlConnectionStringBuilder connection, CancellationToken cancellation)
    {
        await using var server = NpgsqlDataSource.Create(platform.Database("postgres"));
        await ExecuteAsync(server, $"create database {Database}", cancellation);
        await Tool.RunAsync("dotnet", [Repository.BinaryOf("Intake"), "--migrate"],
            new Dictionary<string, string> { ["ConnectionStrings__databaseOwner"] = connection.ConnectionString }, cancellation);
        var database = NpgsqlDataSource.Create(connection);
        // Ids that grow with time, as the platform's do.
        await ExecuteAsync(database, """
            create function row_id(number bigint, part int) returns uuid language sql immutable
            return (lpad(to_hex(number), 16, '0') || lpad(to_hex(part), 16, '0'))::uuid;
            create function term(id uuid, term text, unit text, warning interval, due interval) returns jsonb language sql stable
            return jsonb_build_object('Id', id, 'Term', term, 'LegalBasis', 'Jeugdwet, section 2.6', 'Owner', 'KeyWorker', 'Unit', unit,
                'StartedAt', now(), 'WarnAt', now() + warning, 'DueAt', now() + due, 'WarnedAt', null, 'OverdueAt', null, 'PausedAt', null,
                'PausedUntil', null, 'PauseReason', null, 'PauseExplanation', null, 'StoppedAt', null);
            create function said(id uuid, place int, kind text, author text, words text) returns jsonb language sql stable
            return jsonb_build_object('Id', id, 'Place', place, 'Kind', kind, 'Author', author, 'PersonId', null, 'AuthorName', null,
                'WrittenBy', 'gm0344-case-system', 'Text', words, 'StatedAt', now(), 'Number', 1, 'Status', 'Standing', 'Contested', 'NotContested',
                'ContestedAtSource', false, 'OwnStatementIds', '[]'::jsonb, 'Withheld', null, 'Earlier', '[]'::jsonb, 'Contests', '[]'::jsonb,
                'SharedWith', '[]'::jsonb);
            """, cancellation);
        return database;
    }

    // Each run counts its turns from a number of its own, so that no id comes twice.
    static Task<string> BenchAsync(NpgsqlConnectionStringBuilder connection, int run, string[] load, CancellationToken cancellation) => Tool.RunAsync(
        Directory.EnumerateDirectories("/usr/lib/postgresql").Select(version => Path.Combine(version, "bin", "pgbench")).Where(File.Exists).Max()
            ?? throw new InvalidOperationException("PostgreSQL's pgbench is not installed."),
        ["--no-vacuum", "--protocol=prepared", $"--define=turn={run}00000000", $"--file={Script}", .. load, Database],
        new Dictionary<string, string>
        {
            ["PGHOST"] = connection.Host!,
            ["PGPORT"] = $"{connection.Port}",
            ["PGUSER"] = connection.Username!,
            ["PGPASSWORD"] = connection.Password!,
        }, cancellation);

    static double TransactionsPerSecond(string output) =>
        double.Parse(Tps().Match(output).Groups[1].Value, CultureInfo.InvariantCulture);

    static async Task<string> FsyncAsync(NpgsqlDataSource database, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand("show fsync");
        return (string)(await command.ExecuteScalarAsync(cancellation))!;
    }

    static async Task ExecuteAsync(NpgsqlDataSource database, string sql, CancellationToken cancellation)
    {
        await using var command = database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(cancellation);
    }

    [GeneratedRegex(@"^tps = ([0-9.]+)", RegexOptions.Multiline)]
    private static partial Regex Tps();
}
