namespace Geborgen.Casework;

/// <summary>
/// A decision that a family can understand and act upon. It cannot exist without its reason, legal basis, the
/// alternatives that were considered, the remedy, and an explanation in plain language.
/// </summary>
public sealed record Decision
{
    /// <summary>A decision lacks one of its parts.</summary>
    public static Refusal Incomplete { get; } = new(
        "decision-incomplete",
        "A decision shows its reason, legal basis, alternatives, remedy and a plain explanation.",
        "Add the parts that are missing; \"none\" is an answer for the remedy, not for the others.",
        RefusalKind.Invalid);

    Decision(string reason, string legalBasis, string alternatives, Remedy remedy, string explanation)
    {
        Reason = reason;
        LegalBasis = legalBasis;
        Alternatives = alternatives;
        Remedy = remedy;
        Explanation = explanation;
    }

    /// <summary>Why it was decided so.</summary>
    public string Reason { get; }

    /// <summary>The law or rule that it rests on.</summary>
    public string LegalBasis { get; }

    /// <summary>What else was considered, and why not.</summary>
    public string Alternatives { get; }

    /// <summary>What somebody who disagrees can do.</summary>
    public Remedy Remedy { get; }

    /// <summary>The decision in plain language (level B1), for the family.</summary>
    public string Explanation { get; }

    /// <summary>Makes a decision.</summary>
    /// <returns>The decision, or <see cref="Incomplete"/> when a part is missing.</returns>
    public static (Decision? Decision, Refusal? Refusal) Make(
        string? reason, string? legalBasis, string? alternatives, Remedy? remedy, string? explanation) =>
        string.IsNullOrWhiteSpace(reason) || string.IsNullOrWhiteSpace(legalBasis)
            || string.IsNullOrWhiteSpace(alternatives) || remedy is null || string.IsNullOrWhiteSpace(explanation)
            ? (null, Incomplete)
            : (new Decision(reason, legalBasis, alternatives, remedy.Value, explanation), null);
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
