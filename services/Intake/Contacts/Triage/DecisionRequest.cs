using System.ComponentModel.DataAnnotations;
using Geborgen.Casework;

namespace Geborgen.Intake.Contacts;

/// <summary>
/// A decision that the family can understand and act upon. Its basis and remedy follow from what is decided. What is missing is
/// refused as <c>decision-incomplete</c>.
/// </summary>
/// <param name="Explanation">The decision in plain language (level B1), for the family.</param>
/// <param name="Reason">Why it is decided so; needed where it is compulsory, or not what the family wanted.</param>
/// <param name="Alternatives">What else was considered, and why not; needed where the reason is.</param>
/// <param name="FamilyAgrees">Whether the family wants it so; false demands the reason and the alternatives. Left out where nobody asked.</param>
public sealed record DecisionRequest(
    [property: StringLength(5000)] string? Explanation = null,
    [property: StringLength(5000)] string? Reason = null,
    [property: StringLength(5000)] string? Alternatives = null,
    bool? FamilyAgrees = null)
{
    internal (Decision? Decision, Refusal? Refusal) Make(DecisionKind kind) => Decision.Make(kind, Explanation, Reason, Alternatives, FamilyAgrees);
}

/// <summary>A decision as a worker reads it.</summary>
/// <param name="Id">The decision.</param>
/// <param name="At">When it was made.</param>
/// <param name="Explanation">The decision in plain language, for the family.</param>
/// <param name="Reason">Why it was decided so; null where the explanation says all.</param>
/// <param name="Alternatives">What else was considered, and why not; null where nothing else had to be.</param>
/// <param name="FamilyAgrees">Whether the family wanted it so; null where nobody asked.</param>
/// <param name="LegalBasis">The law or rule that it rests on.</param>
/// <param name="Remedy">What somebody who disagrees can do.</param>
/// <param name="RemedyTerm">The key of the time limit within which that is done, from the day on which somebody is told; null where the law sets none.</param>
public sealed record DecisionResponse(
    Guid Id, DateTimeOffset At, string Explanation, string? Reason, string? Alternatives, bool? FamilyAgrees, string LegalBasis, Remedy Remedy, string? RemedyTerm)
{
    internal static DecisionResponse Of(Guid id, DateTimeOffset at, Decision decision) => new(
        id, at, decision.Explanation, decision.Reason, decision.Alternatives, decision.FamilyAgrees, decision.LegalBasis, decision.Remedy, decision.RemedyTerm);
}
