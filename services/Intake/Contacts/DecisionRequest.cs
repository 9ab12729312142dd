using System.ComponentModel.DataAnnotations;
using Geborgen.Casework;

namespace Geborgen.Intake.Contacts;

/// <summary>A decision that the family can understand and act upon. A part that is missing is refused as <c>decision-incomplete</c>.</summary>
/// <param name="Reason">Why it is decided so.</param>
/// <param name="LegalBasis">The law or rule that it rests on.</param>
/// <param name="Alternatives">What else was considered, and why not.</param>
/// <param name="Remedy">What somebody who disagrees can do.</param>
/// <param name="Explanation">The decision in plain language (level B1), for the family.</param>
public sealed record DecisionRequest(
    [property: StringLength(5000)] string? Reason = null,
    [property: StringLength(500)] string? LegalBasis = null,
    [property: StringLength(5000)] string? Alternatives = null,
    Remedy? Remedy = null,
    [property: StringLength(5000)] string? Explanation = null)
{
    internal (Decision? Decision, Refusal? Refusal) Make() => Decision.Make(Reason, LegalBasis, Alternatives, Remedy, Explanation);
}

/// <summary>A decision as a worker reads it.</summary>
/// <param name="Id">The decision.</param>
/// <param name="At">When it was made.</param>
/// <param name="Reason">Why it was decided so.</param>
/// <param name="LegalBasis">The law or rule that it rests on.</param>
/// <param name="Alternatives">What else was considered, and why not.</param>
/// <param name="Remedy">What somebody who disagrees can do.</param>
/// <param name="Explanation">The decision in plain language, for the family.</param>
public sealed record DecisionResponse(
    Guid Id, DateTimeOffset At, string Reason, string LegalBasis, string Alternatives, Remedy Remedy, string Explanation)
{
    internal static DecisionResponse Of(Guid id, DateTimeOffset at, Decision decision) => new(
        id, at, decision.Reason, decision.LegalBasis, decision.Alternatives, decision.Remedy, decision.Explanation);
}
