using Geborgen.Casework;
using Geborgen.ServiceDefaults;

namespace Geborgen.Investigation.Investigations;

/// <summary>An investigation in a list; its words are read one by one.</summary>
/// <param name="Id">The investigation.</param>
/// <param name="FamilyId">The family.</param>
/// <param name="Kind">First or extended.</param>
/// <param name="Status">How far it is.</param>
/// <param name="OpenedAt">When it was opened.</param>
/// <param name="Term">The key of the term of the work that runs out first: to conclude, to make up for what was missing, or to hand over; null when none runs.</param>
/// <param name="DueAt">When that term runs out, or null.</param>
/// <param name="PausedAt">Since when that term waits, or null.</param>
/// <param name="PausedUntil">The last day on which that term waits, or null.</param>
/// <param name="OverdueAt">When it was established that it had run out, or null.</param>
/// <param name="Investigator">The name of who investigates; null while the team on duty owns it.</param>
/// <param name="Outcome">How it ended, or null; also null for the team that only gives it to an investigator.</param>
/// <param name="Version">The version, to be named in <c>If-Match</c> by who gives it to another.</param>
public sealed record InvestigationSummary(
    Guid Id, Guid FamilyId, InvestigationKind Kind, InvestigationStatus Status, DateTimeOffset OpenedAt,
    string? Term, DateTimeOffset? DueAt, DateTimeOffset? PausedAt, DateOnly? PausedUntil, DateTimeOffset? OverdueAt,
    string? Investigator, ConclusionOutcome? Outcome, int Version) : IVersioned
{
    internal static InvestigationSummary Of(Investigation one, bool readable)
    {
        var due = Investigation.TermsOfWork.Select(one.RunningClock).OfType<Clock>().MinBy(clock => clock.DueAt);
        return new(
            one.Id, one.FamilyId, one.Kind, one.Status, one.OpenedAt, due?.Term, due?.DueAt, due?.PausedAt, due?.PausedUntil, due?.OverdueAt,
            one.Investigator?.Name, readable ? one.Conclusion?.Outcome : null, one.Version);
    }
}
