using Geborgen.Casework;

namespace Geborgen.Investigation.Investigations;

/// <summary>How an investigation ended, as a decision that a family can follow.</summary>
public sealed class Conclusion
{
    Conclusion()
    {
    }

    internal Conclusion(
        ConclusionOutcome outcome, Decision decision, Guid[] readers, string? explanationForOthers, string by, string[] missing, string? missingExplained, DateTimeOffset at)
    {
        Id = Guid.CreateVersion7(at);
        Outcome = outcome;
        Reason = decision.Reason;
        LegalBasis = decision.LegalBasis;
        Alternatives = decision.Alternatives;
        Remedy = decision.Remedy;
        RemedyTerm = decision.RemedyTerm;
        FamilyAgrees = decision.FamilyAgrees;
        Explanation = decision.Explanation;
        Readers = readers;
        ExplanationForOthers = explanationForOthers;
        By = by;
        Missing = missing;
        MissingExplained = missingExplained;
        At = at;
    }

    /// <summary>The decision's id.</summary>
    public Guid Id { get; private set; }

    /// <summary>What follows.</summary>
    public ConclusionOutcome Outcome { get; private set; }

    /// <summary>Why; null where the explanation says all.</summary>
    public string? Reason { get; private set; }

    /// <summary>The law or rule that it rests on.</summary>
    public string LegalBasis { get; private set; } = "";

    /// <summary>What else was considered, and why not; null where nothing else had to be.</summary>
    public string? Alternatives { get; private set; }

    /// <summary>What somebody who disagrees can do.</summary>
    public Remedy Remedy { get; private set; }

    /// <summary>The key of the time limit within which that is done; null where there is no last day.</summary>
    public string? RemedyTerm { get; private set; }

    /// <summary>Whether the family wanted it so; null where nobody asked.</summary>
    public bool? FamilyAgrees { get; private set; }

    /// <summary>The conclusion in plain language (level B1).</summary>
    public string Explanation { get; private set; } = "";

    /// <summary>Those concerned who read its words: who knew all that the report rests on, or some of them.</summary>
    public Guid[] Readers { get; private set; } = [];

    /// <summary>The explanation for whoever else it concerns; null where there was nobody else.</summary>
    public string? ExplanationForOthers { get; private set; }

    /// <summary>The account that concluded.</summary>
    public string By { get; private set; } = "";

    /// <summary>The codes of what was missing then; empty when nothing was.</summary>
    public string[] Missing { get; private set; } = [];

    /// <summary>What was said about what was missing, or null.</summary>
    public string? MissingExplained { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private set; }
}

/// <summary>What follows an investigation.</summary>
public enum ConclusionOutcome
{
    /// <summary>Nothing more is needed.</summary>
    NoFurtherAction,

    /// <summary>Help that the family wants.</summary>
    VoluntarySupport,

    /// <summary>Help with conditions for safety.</summary>
    ConditionsNeeded,

    /// <summary>The court is to be asked for a measure.</summary>
    MeasureAdvised,
}
