using System.Text.Json;
using System.Text.Json.Serialization;

namespace Geborgen.Casework;

/// <summary>The dated list of the kinds of decisions. The law changes on dates; the software reads the list.</summary>
public sealed class DecisionKinds
{
    static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    readonly IReadOnlyList<DecisionKind> kinds;

    DecisionKinds(IReadOnlyList<DecisionKind> kinds) => this.kinds = kinds;

    /// <summary>Reads a list of kinds of decisions.</summary>
    /// <exception cref="InvalidDataException">
    /// An entry says nothing about its basis or source, names a term that the list of time limits lacks, sets a last day where there is
    /// no remedy or none for an objection, or two entries say something about one decision.
    /// </exception>
    public static DecisionKinds Read(string path, TimeLimits limits)
    {
        ArgumentNullException.ThrowIfNull(limits);
        var kinds = JsonSerializer.Deserialize<DecisionKind[]>(File.ReadAllText(path), Format) ?? [];
        foreach (var kind in kinds)
        {
            if (kind.Outcomes.Count == 0 || kind.Controllers.Count == 0)
                throw new InvalidDataException($"The kind of decision {kind.Kind} names no outcome or no controller.");
            if (string.IsNullOrWhiteSpace(kind.LegalBasis) || string.IsNullOrWhiteSpace(kind.Source))
                throw new InvalidDataException($"The kind of decision {kind.Kind} lacks its legal basis or its source.");
            if (kind.RemedyTerm is { } term && limits.Find(term, WorkingDays.StartOf(kind.ValidFrom)) is null)
                throw new InvalidDataException($"The kind of decision {kind.Kind} has a last day by {term}, of which there is no time limit on {kind.ValidFrom:O}.");
            if (kind is { Remedy: Remedy.None, RemedyTerm: not null } or { Remedy: Remedy.Objection, RemedyTerm: null })
                throw new InvalidDataException($"The kind of decision {kind.Kind} has a last day without a remedy, or an objection without a last day.");
        }
        foreach (var one in kinds.SelectMany(kind => kind.Outcomes.SelectMany(outcome => kind.Controllers.Select(controller => (kind, Key: (kind.Kind, outcome, controller))))).GroupBy(one => one.Key))
        {
            var dated = one.Select(entry => entry.kind).OrderBy(kind => kind.ValidFrom).ToList();
            if (dated.Zip(dated.Skip(1)).Any(pair => pair.First.ValidUntil is not { } until || until >= pair.Second.ValidFrom))
                throw new InvalidDataException($"Two entries for {one.Key.Kind} {one.Key.outcome} by a {CamelCase.Of(one.Key.controller)} are valid on one date.");
        }

        return new DecisionKinds(kinds);
    }

    /// <summary>What counts for a decision that is taken at a moment.</summary>
    /// <exception cref="InvalidOperationException">The list says nothing about such a decision on that date.</exception>
    public DecisionKind For(string kind, string outcome, ControllerKind controller, DateTimeOffset at)
    {
        var date = WorkingDays.DateOf(at);
        return kinds.FirstOrDefault(one => one.Kind == kind && one.Outcomes.Contains(outcome) && one.Controllers.Contains(controller)
                && one.ValidFrom <= date && (one.ValidUntil is not { } until || date <= until))
            ?? throw new InvalidOperationException($"The kinds of decisions say nothing about {kind} {outcome} by a {CamelCase.Of(controller)} on {date:O}.");
    }
}
