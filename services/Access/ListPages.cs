using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using Geborgen.ServiceDefaults;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;

namespace Geborgen.Access;

/// <summary>
/// Pages of a list in the order of a key and, where that is equal, of the id. A page goes on behind the last row of the page
/// before, whose place its cursor holds; so nothing is shown twice or passed over when something is added in between.
/// </summary>
public static class ListPages
{
    /// <summary>Reads a page of a list with the highest key first.</summary>
    /// <param name="list">What is listed.</param>
    /// <param name="page">Which page.</param>
    /// <param name="by">The key: one member of what is listed.</param>
    /// <param name="id">The id.</param>
    /// <param name="show">What is read of a row.</param>
    /// <param name="ct">Ends it.</param>
    /// <param name="top">What stands above all else, whatever its key; nothing when absent.</param>
    /// <param name="first">What stands above the others at the top; nothing when absent.</param>
    /// <param name="useCase">The file of the use case, by whose name a cursor of this list is known.</param>
    /// <exception cref="BadInputException">There is no such page.</exception>
    public static Task<Page<TShown>> NewestFirst<T, TKey, TShown>(
        this IQueryable<T> list, PageQuery page, Expression<Func<T, TKey>> by, Expression<Func<T, Guid>> id,
        Expression<Func<T, TShown>> show, CancellationToken ct, Expression<Func<T, bool>>? top = null,
        Expression<Func<T, bool>>? first = null, [CallerFilePath] string useCase = "") where TKey : struct
    {
        var rows = list.Select(Keyed(by, id, show, top, first));
        return top is null
            ? Read(rows.OrderByDescending(row => row.Key).ThenByDescending(row => row.Id), page, useCase, last => row =>
                EF.Functions.LessThan(ValueTuple.Create(row.Key, row.Id), ValueTuple.Create(last.Key, last.Id)), ct)
            : Read(rows.OrderByDescending(row => row.Top).ThenByDescending(row => row.Key).ThenByDescending(row => row.Id), page, useCase, last => row =>
                EF.Functions.LessThan(ValueTuple.Create(row.Top, row.Key, row.Id), ValueTuple.Create(last.Top, last.Key, last.Id)), ct);
    }

    /// <summary>Reads a page of a list with the lowest key first.</summary>
    /// <param name="list">What is listed.</param>
    /// <param name="page">Which page.</param>
    /// <param name="by">The key: one member of what is listed.</param>
    /// <param name="id">The id.</param>
    /// <param name="show">What is read of a row.</param>
    /// <param name="ct">Ends it.</param>
    /// <param name="useCase">The file of the use case, by whose name a cursor of this list is known.</param>
    /// <exception cref="BadInputException">There is no such page.</exception>
    public static Task<Page<TShown>> OldestFirst<T, TKey, TShown>(
        this IQueryable<T> list, PageQuery page, Expression<Func<T, TKey>> by, Expression<Func<T, Guid>> id,
        Expression<Func<T, TShown>> show, CancellationToken ct, [CallerFilePath] string useCase = "") where TKey : struct =>
        Read(list.Select(Keyed(by, id, show, top: null)).OrderBy(row => row.Key).ThenBy(row => row.Id), page, useCase, last => row =>
            EF.Functions.GreaterThan(ValueTuple.Create(row.Key, row.Id), ValueTuple.Create(last.Key, last.Id)), ct);

    static async Task<Page<TShown>> Read<TKey, TShown>(
        IQueryable<Row<TKey, TShown>> inOrder, PageQuery page, string useCase,
        Func<Position<TKey>, Expression<Func<Row<TKey, TShown>, bool>>> behind, CancellationToken ct) where TKey : struct
    {
        var name = Path.GetFileNameWithoutExtension(useCase);
        if (page.After<Position<TKey>>() is { } last)
            inOrder = inOrder.Where(behind(last.Of == name ? last : throw Cursor.Foreign()));
        var found = await inOrder.Take(page.Size + 1).ToListAsync(ct);
        var next = found.Count > page.Size ? found[page.Size - 1] : null;
        return new Page<TShown>(
            [.. found.Take(page.Size).Select(row => row.Shown)],
            next is null ? null : Cursor.Encode(new Position<TKey>(name, next.Top, next.Key, next.Id)));
    }

    /// <summary>What is shown of a row, beside what it is ordered by.</summary>
    static Expression<Func<T, Row<TKey, TShown>>> Keyed<T, TKey, TShown>(
        Expression<Func<T, TKey>> by, Expression<Func<T, Guid>> id, Expression<Func<T, TShown>> show, Expression<Func<T, bool>>? top,
        Expression<Func<T, bool>>? first = null)
    {
        var one = Expression.Parameter(typeof(T), "one");
        return Expression.Lambda<Func<T, Row<TKey, TShown>>>(
            Expression.MemberInit(
                Expression.New(typeof(Row<TKey, TShown>)),
                Expression.Bind(typeof(Row<TKey, TShown>).GetProperty(nameof(Row<,>.Top))!, Expression.Add(Counts(top), Counts(first))), Part(nameof(Row<,>.Key), by), Part(nameof(Row<,>.Id), id),
                Part(nameof(Row<,>.Shown), show)),
            one);

        Expression Counts(Expression<Func<T, bool>>? of) => of is null ? Expression.Constant(0) : Expression.Condition(
            ReplacingExpressionVisitor.Replace(of.Parameters[0], one, of.Body), Expression.Constant(1), Expression.Constant(0));

        MemberAssignment Part(string name, LambdaExpression of) => Expression.Bind(
            typeof(Row<TKey, TShown>).GetProperty(name)!, ReplacingExpressionVisitor.Replace(of.Parameters[0], one, of.Body));
    }

    sealed class Row<TKey, TShown>
    {
        public int Top { get; init; }
        public TKey Key { get; init; } = default!;
        public Guid Id { get; init; }
        public TShown Shown { get; init; } = default!;
    }

    readonly record struct Position<TKey>(string Of, int Top, TKey Key, Guid Id);
}
