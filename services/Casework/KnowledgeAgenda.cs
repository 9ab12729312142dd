using System.Text.Json;
using System.Text.RegularExpressions;

namespace Geborgen.Casework;

/// <summary>The dated list of the questions that the field works on. A record of not-knowing feeds one of them by its code, never by words.</summary>
public sealed partial class KnowledgeAgenda
{
    static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    readonly IReadOnlyList<KnowledgeAgendaItem> items;

    KnowledgeAgenda(IReadOnlyList<KnowledgeAgendaItem> items) => this.items = items;

    /// <summary>Reads a list of items.</summary>
    /// <exception cref="InvalidDataException">An id is no code or stands there twice, an item lacks its name or source, or ends before it begins.</exception>
    public static KnowledgeAgenda Read(string path)
    {
        var items = JsonSerializer.Deserialize<KnowledgeAgendaItem[]>(File.ReadAllText(path), Format) ?? [];
        if (Array.Find(items, item => !Code().IsMatch(item.Id)) is { } odd)
            throw new InvalidDataException($"The item {odd.Id} of the knowledge agenda is no code.");
        if (Array.Find(items, item => string.IsNullOrWhiteSpace(item.Name) || string.IsNullOrWhiteSpace(item.Source)) is { } bare)
            throw new InvalidDataException($"The item {bare.Id} of the knowledge agenda lacks its name or its source.");
        if (Array.Find(items, item => item.ValidUntil < item.ValidFrom) is { } never)
            throw new InvalidDataException($"The item {never.Id} of the knowledge agenda ends before it begins.");
        if (items.CountBy(item => item.Id).FirstOrDefault(item => item.Value > 1) is { Key: { } twice })
            throw new InvalidDataException($"The item {twice} stands on the knowledge agenda twice.");
        return new KnowledgeAgenda(items);
    }

    /// <summary>Whether an item stands on the agenda on a day. What was recorded keeps its item when that leaves the agenda.</summary>
    public bool Has(string id, DateOnly on) =>
        items.Any(item => item.Id == id && item.ValidFrom <= on && (item.ValidUntil is not { } until || on <= until));

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*\\z")]
    private static partial Regex Code();
}

/// <summary>A question that the field works on.</summary>
/// <param name="Id">Its code, in kebab-case.</param>
/// <param name="Name">The question for people, in Dutch.</param>
/// <param name="Source">Who put it on the agenda.</param>
/// <param name="ValidFrom">The first day on which it stands there.</param>
/// <param name="ValidUntil">The last one; null while it does.</param>
public sealed record KnowledgeAgendaItem(string Id, string Name, string Source, DateOnly ValidFrom, DateOnly? ValidUntil = null);
