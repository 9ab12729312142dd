using System.Linq.Expressions;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Geborgen.Messaging;

/// <summary>
/// A projected row that remembers which event wrote it. All kinds of event that touch the row share its version, so
/// that an older event never undoes a newer one, whatever the order in which they arrive. A removed row stays as a
/// tombstone (a column of its own, say <c>Removed</c>), which is what keeps a late addition from raising a ghost.
/// </summary>
public interface IVersionedRow
{
    /// <summary>The version of the event, in the stream that owns the row.</summary>
    int Version { get; }
}

/// <summary>Writes projected rows in one statement, each only where it is newer than what stands there.</summary>
public static class VersionedRows
{
    /// <summary>
    /// Inserts rows, or updates those that are older than what is given. Rows are told apart by their primary key; of
    /// two given rows with one key the newer counts. Runs at once, in the current transaction; nothing is tracked.
    /// <code>
    /// await db.WriteNewer(added.Select(e => new MemberRow(e.FamilyId, e.Member.PersonId, e.Version) { Role = e.Member.Role }), ct);
    /// await db.WriteNewer(removed.Select(e => new MemberRow(e.FamilyId, e.PersonId, e.Version) { Removed = true }), ct, row => new { row.Removed });
    /// </code>
    /// </summary>
    public static async Task WriteNewer<TRow>(
        this ServiceDb db, IEnumerable<TRow> rows, CancellationToken ct, Expression<Func<TRow, object>>? columns = null)
        where TRow : class, IVersionedRow
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(rows);
        var entity = db.Model.FindEntityType(typeof(TRow))
            ?? throw new ArgumentException($"{typeof(TRow).Name} is not mapped.", nameof(rows));
        var key = entity.FindPrimaryKey()!.Properties;
        var newest = Newest(rows, key);
        if (newest.Count == 0)
            return;

        var written = Written(entity, key, columns);
        await using var command = new NpgsqlCommand(Sql(entity, key, written),
            (NpgsqlConnection)db.Database.GetDbConnection(),
            (NpgsqlTransaction?)db.Database.CurrentTransaction?.GetDbTransaction());
        foreach (var property in written)
            command.Parameters.Add(Values(property, newest));
        await db.Database.OpenConnectionAsync(ct);
        try
        {
            await command.ExecuteNonQueryAsync(ct);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    /// <summary>Sorted by key, so that two writers never wait for each other.</summary>
    static List<TRow> Newest<TRow>(IEnumerable<TRow> rows, IReadOnlyList<IProperty> key) where TRow : class, IVersionedRow
    {
        SortedDictionary<object[], TRow> newest = new(KeyOrder.Instance);
        foreach (var row in rows)
        {
            var id = key.Select(property => property.GetGetter().GetClrValue(row)!).ToArray();
            if (!newest.TryGetValue(id, out var other) || other.Version < row.Version)
                newest[id] = row;
        }
        return [.. newest.Values];
    }

    static List<IProperty> Written<TRow>(
        IEntityType entity, IReadOnlyList<IProperty> key, Expression<Func<TRow, object>>? columns)
    {
        if (columns is null)
            return [.. entity.GetProperties()];
        var named = columns.Body is NewExpression { Members: { } members }
            ? members.Select(member => member.Name)
            : throw new ArgumentException("Name the columns as row => new { row.A, row.B }.", nameof(columns));
        return [.. key, .. named.Append(nameof(IVersionedRow.Version)).Distinct().Select(name =>
            entity.FindProperty(name) ?? throw new ArgumentException($"{name} is not a column.", nameof(columns)))];
    }

    static string Sql(IEntityType entity, IReadOnlyList<IProperty> key, List<IProperty> written)
    {
        var table = $"\"{entity.GetTableName()}\"";
        var names = string.Join(", ", written.Select(Name));
        StringBuilder sql = new($"insert into {table} as held ({names}) select * from unnest(");
        sql.AppendJoin(", ", written.Select((property, at) => $"${at + 1}::{property.GetRelationalTypeMapping().StoreTypeNameBase}[]"));
        sql.Append($") on conflict ({string.Join(", ", key.Select(Name))}) do update set ");
        sql.AppendJoin(", ", written.Except(key).Select(property => $"{Name(property)} = excluded.{Name(property)}"));
        return sql.Append(" where held.version < excluded.version").ToString();

        static string Name(IProperty property) => $"\"{property.GetColumnName()}\"";
    }

    static NpgsqlParameter Values<TRow>(IProperty property, List<TRow> rows) where TRow : class
    {
        var mapping = property.GetRelationalTypeMapping();
        var stored = (mapping.Converter?.ProviderClrType ?? property.ClrType) is var type
            && Nullable.GetUnderlyingType(type) is null && type.IsValueType && property.IsNullable
                ? typeof(Nullable<>).MakeGenericType(type)
                : type;
        var values = Array.CreateInstance(stored, rows.Count);
        var getter = property.GetGetter();
        for (var at = 0; at < rows.Count; at++)
        {
            var value = getter.GetClrValue(rows[at]);
            values.SetValue(mapping.Converter is { } converter ? converter.ConvertToProvider(value) : value, at);
        }
        return new NpgsqlParameter { Value = values };
    }

    sealed class KeyOrder : IComparer<object[]>
    {
        internal static readonly KeyOrder Instance = new();

        public int Compare(object[]? x, object[]? y)
        {
            for (var at = 0; at < x!.Length; at++)
                if (Comparer<object>.Default.Compare(x[at], y![at]) is not 0 and var order)
                    return order;
            return 0;
        }
    }
}
