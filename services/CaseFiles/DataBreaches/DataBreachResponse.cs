using System.Text.Json.Serialization;
using Geborgen.Casework;
using Geborgen.ServiceDefaults;

namespace Geborgen.CaseFiles;

/// <summary>A data breach as those read it who handle it.</summary>
/// <param name="Id">The data breach.</param>
/// <param name="FamilyId">The family in whose file it stood.</param>
/// <param name="Subject">What was taken out.</param>
/// <param name="SubjectId">The statement or person.</param>
/// <param name="Reason">What went wrong.</param>
/// <param name="DiscoveredAt">When somebody found out.</param>
/// <param name="RecordedAt">When it was taken out and recorded.</param>
/// <param name="By">The account that took it out.</param>
/// <param name="NotifyBy">Until when the authority can be told in time.</param>
/// <param name="OverdueAt">When that term ran out; null when it did not.</param>
/// <param name="Recipients">Who had read it, the last reader first.</param>
/// <param name="Assessment">Whether the authority was told; null while that was not decided.</param>
/// <param name="Version">The version, in the ETag.</param>
public sealed record DataBreachResponse(
    Guid Id, Guid FamilyId, BreachSubject Subject, Guid SubjectId, string Reason, DateTimeOffset DiscoveredAt, DateTimeOffset RecordedAt,
    string By, DateTimeOffset NotifyBy, DateTimeOffset? OverdueAt, IReadOnlyList<BreachRecipient> Recipients,
    BreachAssessment? Assessment, [property: JsonIgnore] int Version) : IVersioned
{
    internal static DataBreachResponse Of(DataBreach breach)
    {
        var clock = breach.Clocks.Single(one => one.Term == DataBreach.NotificationTerm);
        return new(
            breach.Id, breach.FamilyId, breach.Subject, breach.SubjectId, breach.Reason, breach.DiscoveredAt, breach.RecordedAt,
            breach.By, clock.DueAt, clock.OverdueAt, [.. breach.Recipients.OrderByDescending(one => one.LastReadAt)],
            breach.Assessment, breach.Version);
    }
}
