using Geborgen.Casework;

namespace Geborgen.CaseFiles;

/// <summary>A term as a worker sees it.</summary>
/// <param name="Id">The clock's id.</param>
/// <param name="Term">The key of the term.</param>
/// <param name="LegalBasis">Where the term comes from; null for a day that was agreed on.</param>
/// <param name="Owner">Who is warned and answers for it.</param>
/// <param name="Unit">What the term counts, which is also what a pause counts.</param>
/// <param name="StartedAt">The moment from which the term counts.</param>
/// <param name="WarnAt">When the owner is warned.</param>
/// <param name="DueAt">When the term runs out.</param>
/// <param name="WarnedAt">When the owner was warned, or null.</param>
/// <param name="OverdueAt">When it was established that the term had run out, or null.</param>
/// <param name="PausedAt">Since when it is paused, or null while it runs.</param>
/// <param name="PausedUntil">The last day on which it waits, or null while it runs.</param>
/// <param name="PauseReason">Why it is or last was paused.</param>
/// <param name="PauseExplanation">What was said about the pause, in words for the family.</param>
/// <param name="StoppedAt">When what it waits for was done, or null while it runs.</param>
public sealed record ClockResponse(
    Guid Id, string Term, string? LegalBasis, ClockOwner Owner, TimeLimitUnit Unit, DateTimeOffset StartedAt, DateTimeOffset WarnAt,
    DateTimeOffset DueAt, DateTimeOffset? WarnedAt, DateTimeOffset? OverdueAt, DateTimeOffset? PausedAt, DateOnly? PausedUntil,
    PauseReason? PauseReason, string? PauseExplanation, DateTimeOffset? StoppedAt)
{
    /// <summary>Shows a term.</summary>
    public static ClockResponse Of(Clock one)
    {
        ArgumentNullException.ThrowIfNull(one);
        return new(
            one.Id, one.Term, one.LegalBasis, one.Owner, one.Unit, one.StartedAt, one.WarnAt, one.DueAt, one.WarnedAt, one.OverdueAt, one.PausedAt,
            one.PausedUntil, one.PauseReason, one.PauseExplanation, one.StoppedAt);
    }
}
