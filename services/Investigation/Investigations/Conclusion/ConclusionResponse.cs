using Geborgen.Casework;

namespace Geborgen.Investigation.Investigations;

/// <summary>How an investigation ended, as a decision that a family can follow.</summary>
/// <param name="Id">The decision's id.</param>
/// <param name="Outcome">What follows.</param>
/// <param name="Reason">Why; null where the explanation says all.</param>
/// <param name="LegalBasis">The law or rule that it rests on.</param>
/// <param name="Alternatives">What else was considered, and why not; null where nothing else had to be.</param>
/// <param name="Remedy">What somebody who disagrees can do.</param>
/// <param name="RemedyTerm">The key of the time limit within which that is done; null where there is no last day.</param>
/// <param name="FamilyAgrees">Whether the family wanted it so; null where nobody asked.</param>
/// <param name="Explanation">The conclusion in plain language (level B1).</param>
/// <param name="Readers">Those concerned who read its words: who knew all that the report rests on, or some of them.</param>
/// <param name="ExplanationForOthers">The explanation for whoever else it concerns; null where there was nobody else.</param>
/// <param name="By">The account that concluded.</param>
/// <param name="Missing">The codes of what was missing then; empty when nothing was.</param>
/// <param name="MissingExplained">What was said about what was missing, or null.</param>
/// <param name="At">When.</param>
public sealed record ConclusionResponse(
    Guid Id, ConclusionOutcome Outcome, string? Reason, string LegalBasis, string? Alternatives, Remedy Remedy, string? RemedyTerm,
    bool? FamilyAgrees, string Explanation, IReadOnlyList<Guid> Readers, string? ExplanationForOthers, string By, IReadOnlyList<string> Missing, string? MissingExplained, DateTimeOffset At)
{
    internal static ConclusionResponse Of(Conclusion one) => new(
        one.Id, one.Outcome, one.Reason, one.LegalBasis, one.Alternatives, one.Remedy, one.RemedyTerm, one.FamilyAgrees, one.Explanation,
        one.Readers, one.ExplanationForOthers, one.By, one.Missing, one.MissingExplained, one.At);
}
