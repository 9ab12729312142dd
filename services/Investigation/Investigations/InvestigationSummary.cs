using Geborgen.ServiceDefaults;

namespace Geborgen.Investigation.Investigations;

/// <summary>An investigation in a list; its words are read one by one.</summary>
/// <param name="Id">The investigation.</param>
/// <param name="FamilyId">The family.</param>
/// <param name="Kind">First or extended.</param>
/// <param name="Status">How far it is.</param>
/// <param name="OpenedAt">When it was opened.</param>
/// <param name="DueAt">When its term runs out; null once it was concluded.</param>
/// <param name="Investigator">The name of who investigates; null while the team on duty owns it.</param>
/// <param name="Outcome">How it ended, or null.</param>
/// <param name="Version">The version, to be named in <c>If-Match</c> by who gives it to another.</param>
public sealed record InvestigationSummary(
    Guid Id, Guid FamilyId, InvestigationKind Kind, InvestigationStatus Status, DateTimeOffset OpenedAt, DateTimeOffset? DueAt,
    string? Investigator, ConclusionOutcome? Outcome, int Version) : IVersioned
{
    internal static InvestigationSummary Of(Investigation one) => new(
        one.Id, one.FamilyId, one.Kind, one.Status, one.OpenedAt, one.RunningClock(Investigation.Term)?.DueAt,
        one.Investigator?.Name, one.Conclusion?.Outcome, one.Version);
}
