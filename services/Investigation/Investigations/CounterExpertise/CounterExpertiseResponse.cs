using Geborgen.Casework;

namespace Geborgen.Investigation.Investigations;

/// <summary>A parent or young person asked for another expert.</summary>
/// <param name="Id">The id.</param>
/// <param name="PersonId">Who asked.</param>
/// <param name="Wish">What that person wants looked at.</param>
/// <param name="AskedAt">When.</param>
/// <param name="ClockId">The clock that runs until it is answered.</param>
/// <param name="DecisionId">The decision's id; null while nobody decided.</param>
/// <param name="Granted">Whether another expert looks at it; null while nobody decided.</param>
/// <param name="Reason">Why; null where the answer says all, and while nobody decided.</param>
/// <param name="LegalBasis">The law or rule that the decision rests on; null while nobody decided.</param>
/// <param name="Alternatives">What else was considered, and why not; null where nothing else had to be, and while nobody decided.</param>
/// <param name="Remedy">What who asked can do about it; null while nobody decided.</param>
/// <param name="RemedyTerm">The key of the time limit within which that is done; null where there is no last day, and while nobody decided.</param>
/// <param name="Answer">The decision in plain language (level B1), for who asked; null while nobody decided.</param>
/// <param name="AnsweredBy">The account that decided, or null.</param>
/// <param name="AnsweredAt">When it was decided, or null.</param>
/// <param name="FindingId">What the other expert found, as a statement; null while there is none.</param>
/// <param name="CameToNothing">Why it came to nothing; null when there is a finding, or not yet.</param>
/// <param name="FoundAt">When the finding came, or that it came to nothing; null while that is awaited.</param>
public sealed record CounterExpertiseResponse(
    Guid Id, Guid PersonId, string Wish, DateTimeOffset AskedAt, Guid ClockId, Guid? DecisionId, bool? Granted, string? Reason, string? LegalBasis,
    string? Alternatives, Remedy? Remedy, string? RemedyTerm, string? Answer, string? AnsweredBy, DateTimeOffset? AnsweredAt, Guid? FindingId,
    string? CameToNothing, DateTimeOffset? FoundAt)
{
    internal static CounterExpertiseResponse Of(CounterExpertise one) => new(
        one.Id, one.PersonId, one.Wish, one.AskedAt, one.ClockId, one.DecisionId, one.Granted, one.Reason, one.LegalBasis, one.Alternatives,
        one.Remedy, one.RemedyTerm, one.Answer, one.AnsweredBy, one.AnsweredAt, one.FindingId, one.CameToNothing, one.FoundAt);
}
