using Geborgen.ServiceDefaults;

namespace Geborgen.Access;

/// <summary>What a list does about access: it shows what is of families that the caller may see, and logs whom it shows.</summary>
public static class ListAccess
{
    /// <summary>Shows a page that tells of families: of each, all of its persons are logged once.</summary>
    /// <param name="access">Who decides.</param>
    /// <param name="page">What was found; narrowed by <see cref="FamilyAccess.FamiliesInReach"/>.</param>
    /// <param name="family">The family of a row.</param>
    /// <param name="persons">The persons of families; null where of the persons nothing is shown.</param>
    /// <param name="show">A row as it is shown under what was granted.</param>
    /// <param name="ct">Ends it.</param>
    public static async Task<Page<TShown>> ShowFamilies<TRow, TShown>(
        this FamilyAccess access, Page<TRow> page, Func<TRow, Guid> family,
        Func<IEnumerable<Guid>, CancellationToken, Task<ILookup<Guid, Guid>>>? persons, Func<TRow, Grant, TShown> show, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(access);
        ArgumentNullException.ThrowIfNull(page);
        var grants = await access.ToEach([.. page.Items.Select(family)], ct);
        var concerned = persons is null ? null : await persons(grants.Keys, ct);
        await access.LogEach(grants.Select(one => (one.Value, concerned?[one.Key] ?? [])), ct);
        return new(
            [.. page.Items.Where(row => grants.ContainsKey(family(row))).Select(row => show(row, grants[family(row)]))], page.Next);
    }

    /// <summary>Shows a page whose rows say themselves whom they are about: for each row, its persons are logged.</summary>
    /// <param name="access">Who decides.</param>
    /// <param name="page">What was found; narrowed by <see cref="FamilyAccess.FamiliesInReach"/>.</param>
    /// <param name="family">The family of a row.</param>
    /// <param name="persons">Whom a row is about.</param>
    /// <param name="show">A row as it is shown.</param>
    /// <param name="ct">Ends it.</param>
    public static async Task<Page<TShown>> ShowEach<TRow, TShown>(
        this FamilyAccess access, Page<TRow> page, Func<TRow, Guid> family, Func<TRow, IEnumerable<Guid>> persons,
        Func<TRow, TShown> show, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(access);
        ArgumentNullException.ThrowIfNull(page);
        var grants = await access.ToEach([.. page.Items.Select(family)], ct);
        var shown = page.Items.Where(row => grants.ContainsKey(family(row))).ToList();
        await access.LogEach(shown.Select(row => (grants[family(row)], persons(row))), ct);
        return new([.. shown.Select(show)], page.Next);
    }
}
