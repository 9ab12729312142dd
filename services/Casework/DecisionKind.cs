namespace Geborgen.Casework;

/// <summary>What the law says of a kind of decision during a period: what it rests on and what somebody who disagrees can do.</summary>
/// <param name="Kind">What is decided on, in camelCase, such as <c>triage</c>.</param>
/// <param name="Outcomes">What is decided, in camelCase.</param>
/// <param name="Controllers">For which kinds of controller this is the law.</param>
/// <param name="LegalBasis">The law or rule that such a decision rests on.</param>
/// <param name="Remedy">What somebody who disagrees can do.</param>
/// <param name="RemedyTerm">The key of the time limit within which that is done; null where the law sets no last day.</param>
/// <param name="Reasoned">Whether it shows its reason and the alternatives: it is compulsory, or not what the family asked for.</param>
/// <param name="Source">Where that comes from.</param>
/// <param name="ValidFrom">The first date on which a decision follows this.</param>
/// <param name="ValidUntil">The last such date, or null.</param>
public sealed record DecisionKind(
    string Kind, IReadOnlyList<string> Outcomes, IReadOnlyList<ControllerKind> Controllers, string LegalBasis, Remedy Remedy,
    string? RemedyTerm, bool Reasoned, string Source, DateOnly ValidFrom, DateOnly? ValidUntil);

/// <summary>What kind of organisation is the controller that decides.</summary>
public enum ControllerKind
{
    /// <summary>A municipality.</summary>
    Municipality,

    /// <summary>A region, or an organisation that works for one.</summary>
    Region,
}
