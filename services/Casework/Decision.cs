namespace Geborgen.Casework;

/// <summary>
/// A decision that a family can understand and act upon. It cannot exist without an explanation in plain language; where its
/// kind demands it, or the family wanted something else, it shows its reason and the alternatives too. What it rests on and what
/// somebody who disagrees can do follow from its kind, never from who writes it.
/// </summary>
public sealed record Decision
{
    /// <summary>A decision lacks one of its parts.</summary>
    public static Refusal Incomplete { get; } = new(
        "decision-incomplete",
        "A decision has a plain explanation; one that is compulsory or not what the family wanted shows its reason and the alternatives too.",
        "Add a plain explanation.",
        RefusalKind.Invalid);

    Decision(string? reason, string legalBasis, string? alternatives, Remedy remedy, string? remedyTerm, string explanation, bool? familyAgrees)
    {
        Reason = reason;
        LegalBasis = legalBasis;
        Alternatives = alternatives;
        Remedy = remedy;
        RemedyTerm = remedyTerm;
        Explanation = explanation;
        FamilyAgrees = familyAgrees;
    }

    /// <summary>Why it was decided so; null where the explanation says all.</summary>
    public string? Reason { get; }

    /// <summary>The law or rule that it rests on.</summary>
    public string LegalBasis { get; }

    /// <summary>What else was considered, and why not; null where nothing else had to be.</summary>
    public string? Alternatives { get; }

    /// <summary>What somebody who disagrees can do.</summary>
    public Remedy Remedy { get; }

    /// <summary>The key of the time limit within which that is done; null where there is no last day.</summary>
    public string? RemedyTerm { get; }

    /// <summary>The decision in plain language (level B1), for the family.</summary>
    public string Explanation { get; }

    /// <summary>Whether the family wanted it so; null where nobody asked.</summary>
    public bool? FamilyAgrees { get; }

    /// <summary>Makes a decision of a kind.</summary>
    /// <returns>The decision, or <see cref="Incomplete"/> with the parts that are missing.</returns>
    public static (Decision? Decision, Refusal? Refusal) Make(
        DecisionKind kind, string? explanation, string? reason, string? alternatives, bool? familyAgrees = null)
    {
        ArgumentNullException.ThrowIfNull(kind);
        var (why, others) = (NullIfBlank(reason), NullIfBlank(alternatives));
        var reasoned = kind.Reasoned || familyAgrees is false;
        string?[] missing = [
            string.IsNullOrWhiteSpace(explanation) ? nameof(explanation) : null,
            reasoned && why is null ? nameof(reason) : null,
            reasoned && others is null ? nameof(alternatives) : null];
        return missing.OfType<string>().ToList() is { Count: > 0 } parts
            ? (null, Incomplete with { Detail = $"Add {string.Join(", ", parts)}." })
            : (new Decision(why, kind.LegalBasis, others, kind.Remedy, kind.RemedyTerm, explanation!, familyAgrees), null);
    }

    /// <summary>
    /// The last day on which somebody who could know of a decision from a moment can do something about it within the term that it has;
    /// null where no day counts, and while nobody told that person.
    /// </summary>
    public static DateOnly? LastDay(string? term, DateTimeOffset? toldAt, TimeLimits limits)
    {
        ArgumentNullException.ThrowIfNull(limits);
        return term is not null && toldAt is { } told ? WorkingDays.DateOf(limits.For(term, told).DueAt(told)).AddDays(-1) : null;
    }

    static string? NullIfBlank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}

/// <summary>What somebody who disagrees with a decision can do.</summary>
public enum Remedy
{
    /// <summary>Complain (Jeugdwet, article 4.2.1).</summary>
    Complaint,

    /// <summary>Object (Algemene wet bestuursrecht).</summary>
    Objection,

    /// <summary>Go to court.</summary>
    Court,

    /// <summary>There is none.</summary>
    None,
}
