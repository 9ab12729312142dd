using Geborgen.Casework;

namespace Geborgen.CaseFiles;

/// <summary>A dispute about a statement.</summary>
/// <param name="Id">The contest's id.</param>
/// <param name="Part">What of the statement is disputed.</param>
/// <param name="Reason">Why, in the words of who disputes it.</param>
/// <param name="By">The account that wrote it down.</param>
/// <param name="PersonId">The member of the family who disputes it, or null.</param>
/// <param name="At">When it was disputed.</param>
/// <param name="Outcome">How it was settled, or null while nobody did. Disagreement may stand for ever.</param>
/// <param name="Explanation">What there is to say about that, in words for both; null while it is not settled.</param>
/// <param name="SettledByPersonId">The member of the family on whose word it ended, or null.</param>
/// <param name="WordOf">On whose word else it ended, or null.</param>
/// <param name="SettledAt">When it was settled, or null.</param>
/// <param name="Stands">Whether there are two stories: it was not settled, or it was settled that both stand.</param>
public sealed record ContestResponse(
    Guid Id, ContestedPart Part, string Reason, string By, Guid? PersonId, DateTimeOffset At, ContestOutcome? Outcome, string? Explanation,
    Guid? SettledByPersonId, string? WordOf, DateTimeOffset? SettledAt, bool Stands)
{
    /// <summary>Shows a dispute.</summary>
    public static ContestResponse Of(Contest one)
    {
        ArgumentNullException.ThrowIfNull(one);
        return new(
            one.Id, one.Part, one.Reason, one.By, one.PersonId, one.At, one.Outcome, one.Explanation, one.SettledByPersonId, one.WordOf,
            one.SettledAt, one.Stands);
    }
}
