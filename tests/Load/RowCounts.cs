using Npgsql;

namespace Geborgen.Load;

/// <summary>How many rows each table holds, or got between two moments.</summary>
internal sealed class RowCounts : IEquatable<RowCounts>
{
    readonly SortedDictionary<string, long> tables;

    RowCounts(SortedDictionary<string, long> tables) => this.tables = tables;

    public long Total => tables.Values.Sum();

    /// <summary>
    /// What one POST commits at Intake. What it says of the family and of the contact stands in the outbox in a row for each, until the relay
    /// has sent it. What Intake writes when it hears of that itself, to tell other files, is no part of it.
    /// </summary>
    public static async Task<RowCounts> OfOnePostAsync(Platform platform, CancellationToken cancellation)
    {
        using var caseSystem = Caller.CaseSystem(platform, connections: 1);
        var before = await OfAsync(platform.Intake, cancellation);
        await caseSystem.PostContactAsync(new Contacts().Next(), cancellation);
        var committed = (await OfAsync(platform.Intake, cancellation)).Since(before);
        committed.tables["outbox"] = 2;
        committed.tables.Remove("inbox");
        committed.tables.Remove("notices");
        return committed;
    }

    /// <summary>Counts the rows of each table; of the access log those about contacts that were sent, for others read at the same time.</summary>
    public static async Task<RowCounts> OfAsync(NpgsqlDataSource database, CancellationToken cancellation)
    {
        SortedDictionary<string, long> counts = new(StringComparer.Ordinal);
        await using (var tables = database.CreateCommand("select tablename from pg_tables where schemaname = 'public'"))
        await using (var names = await tables.ExecuteReaderAsync(cancellation))
            while (await names.ReadAsync(cancellation))
                counts[names.GetString(0)] = 0;
        foreach (var table in counts.Keys.ToList())
        {
            var condition = table == "access_log" ? "where resource = 'contact.register'" : "";
            await using var count = database.CreateCommand($"""select count(*) from "{table}" {condition}""");
            counts[table] = (long)(await count.ExecuteScalarAsync(cancellation))!;
        }
        return new(counts);
    }

    /// <summary>What came since an earlier moment, tables without anything new left out.</summary>
    public RowCounts Since(RowCounts earlier) => new(new(
        tables.ToDictionary(table => table.Key, table => table.Value - earlier.tables.GetValueOrDefault(table.Key))
            .Where(table => table.Value != 0).ToDictionary(), StringComparer.Ordinal));

    public bool Equals(RowCounts? other) => other is not null && tables.SequenceEqual(other.tables);

    public override bool Equals(object? obj) => Equals(obj as RowCounts);

    public override int GetHashCode() => Total.GetHashCode();

    public override string ToString() => string.Join(", ", tables.Select(table => $"{table.Key} {table.Value}"));

    public static bool operator ==(RowCounts left, RowCounts right) => left.Equals(right);

    public static bool operator !=(RowCounts left, RowCounts right) => !left.Equals(right);
}
