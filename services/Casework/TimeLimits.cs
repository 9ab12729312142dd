using System.Text.Json;
using System.Text.Json.Serialization;

namespace Geborgen.Casework;

/// <summary>The dated list of time limits. The law changes on dates; the software reads the list.</summary>
public sealed class TimeLimits
{
    static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
    };

    readonly IReadOnlyList<TimeLimit> limits;

    TimeLimits(IReadOnlyList<TimeLimit> limits) => this.limits = limits;

    /// <summary>Reads a list of time limits.</summary>
    /// <exception cref="InvalidDataException">A limit is not positive, a warning lies outside the term, or two limits for one term overlap.</exception>
    public static TimeLimits Read(string path)
    {
        var limits = JsonSerializer.Deserialize<TimeLimit[]>(File.ReadAllText(path), Format) ?? [];
        if (limits.FirstOrDefault(limit => limit.Amount < 1) is { } empty)
            throw new InvalidDataException($"The time limit {empty.Term} must be at least 1.");
        if (limits.FirstOrDefault(limit => limit.WarnAfter is not (> 0 and < 1)) is { } never)
            throw new InvalidDataException($"The warning for {never.Term} must come between its start and its end.");
        foreach (var term in limits.GroupBy(limit => limit.Term))
        {
            var dated = term.OrderBy(limit => limit.ValidFrom).ToList();
            if (dated.Zip(dated.Skip(1)).Any(pair => pair.First.ValidUntil is not { } until || until >= pair.Second.ValidFrom))
                throw new InvalidDataException($"Two time limits for {term.Key} are valid on one date.");
        }

        return new TimeLimits(limits);
    }

    /// <summary>The limit that counts for a term that starts at a moment.</summary>
    /// <exception cref="InvalidOperationException">The list has no limit for this term on that date.</exception>
    public TimeLimit For(string term, DateTimeOffset startedAt) => Find(term, startedAt)
        ?? throw new InvalidOperationException($"There is no time limit {term} for a term that starts on {WorkingDays.DateOf(startedAt):O}.");

    /// <summary>The limit that counts for a term that starts at a moment, or null for a term until an agreed day.</summary>
    public TimeLimit? Find(string term, DateTimeOffset startedAt)
    {
        var date = WorkingDays.DateOf(startedAt);
        return limits.FirstOrDefault(limit =>
            limit.Term == term && limit.ValidFrom <= date && (limit.ValidUntil is not { } until || date <= until));
    }
}
