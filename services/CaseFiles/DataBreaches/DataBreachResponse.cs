using System.Text.Json.Serialization;
using Geborgen.Casework;
using Geborgen.ServiceDefaults;

namespace Geborgen.CaseFiles;

/// <summary>A data breach as those read it who handle it.</summary>
/// <param name="Id">The data breach.</param>
/// <param name="FamilyId">The family in whose file it stood.</param>
/// <param name="Subject">What was taken out.</param>
/// <param name="SubjectId">The statement, person or contact.</param>
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
    string By, DateTimeOffset NotifyBy, DateTimeOffset? OverdueAt, IReadOnlyList<BreachRecipientResponse> Recipients,
    BreachAssessmentResponse? Assessment, [property: JsonIgnore] int Version) : IVersioned
{
    internal static DataBreachResponse Of(DataBreach breach)
    {
        var clock = breach.Clocks.Single(one => one.Term == DataBreach.NotificationTerm);
        return new(
            breach.Id, breach.FamilyId, breach.Subject, breach.SubjectId, breach.Reason, breach.DiscoveredAt, breach.RecordedAt,
            breach.By, clock.DueAt, clock.OverdueAt, [.. breach.Recipients.OrderByDescending(one => one.LastReadAt).Select(BreachRecipientResponse.Of)],
            breach.Assessment is { } assessment ? BreachAssessmentResponse.Of(assessment) : null, breach.Version);
    }
}

/// <summary>Somebody who read it, or with whom it was shared, and is told that it does not count.</summary>
/// <param name="Id">The id.</param>
/// <param name="Account">The account that read it, or null for a member of the family with whom it was shared.</param>
/// <param name="Organisation">Its organisation, or null when it belongs to none.</param>
/// <param name="LastReadAt">When it was last read, or shared.</param>
/// <param name="PersonId">The member of the family with whom it was shared, or null for an account that read it.</param>
/// <param name="ToldAt">When it was recorded that the reader was told, or null.</param>
/// <param name="ToldBy">The account that told it, or null.</param>
/// <param name="How">How it was told, or null.</param>
public sealed record BreachRecipientResponse(
    Guid Id, string? Account, string? Organisation, DateTimeOffset LastReadAt, Guid? PersonId, DateTimeOffset? ToldAt, string? ToldBy, string? How)
{
    internal static BreachRecipientResponse Of(BreachRecipient one) => new(
        one.Id, one.Account, one.Organisation, one.LastReadAt, one.PersonId, one.ToldAt, one.ToldBy, one.How);
}

/// <summary>Whether the supervisory authority was told of a data breach.</summary>
/// <param name="Notified">Whether it was told.</param>
/// <param name="Reference">The authority's reference, or null when it was not told.</param>
/// <param name="Reason">Why it was not told, or what there is to say about it; null when nothing is.</param>
/// <param name="By">The account of the privacy officer who decided.</param>
/// <param name="At">When.</param>
public sealed record BreachAssessmentResponse(bool Notified, string? Reference, string? Reason, string By, DateTimeOffset At)
{
    internal static BreachAssessmentResponse Of(BreachAssessment one) => new(one.Notified, one.Reference, one.Reason, one.By, one.At);
}
