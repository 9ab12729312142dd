using System.Text.Json.Serialization;
using Geborgen.ServiceDefaults;

namespace Geborgen.Investigation.Emergencies;

/// <summary>An emergency as the regional team sees it. The words stand with the contact at Intake.</summary>
/// <param name="Id">The response.</param>
/// <param name="EmergencyId">The emergency at Intake.</param>
/// <param name="FamilyId">The family.</param>
/// <param name="ContactId">The contact at Intake, where the words are; null while only what came after became known.</param>
/// <param name="RaisedAt">When it was raised.</param>
/// <param name="ReceivedAt">When the regional team received it.</param>
/// <param name="Answer">What the regional team does; null while it did not answer.</param>
/// <param name="AnsweredAt">When it answered, or null.</param>
/// <param name="TakenBy">The account of the local worker who acts on it; null while nobody took it.</param>
/// <param name="TakenByOrganisation">That worker's organisation, or null.</param>
/// <param name="TakenAt">When that worker took it, or null.</param>
/// <param name="EndedAt">When the danger was averted, or null.</param>
/// <param name="PlaceCorrectedAt">When it was last found that the family is in another place than was told; the place stands with the contact. Null when it was not.</param>
/// <param name="AnswerBy">Until when it must be answered; null once that no longer waits.</param>
/// <param name="Version">The version, in the ETag.</param>
public sealed record EmergencyResource(
    Guid Id, Guid EmergencyId, Guid FamilyId, Guid? ContactId, DateTimeOffset RaisedAt, DateTimeOffset ReceivedAt,
    string? Answer, DateTimeOffset? AnsweredAt, string? TakenBy, string? TakenByOrganisation, DateTimeOffset? TakenAt, DateTimeOffset? EndedAt,
    DateTimeOffset? PlaceCorrectedAt, DateTimeOffset? AnswerBy, [property: JsonIgnore] int Version) : IVersioned
{
    internal static EmergencyResource Of(EmergencyResponse one) => new(
        one.Id, one.EmergencyId, one.FamilyId, one.ContactId, one.RaisedAt, one.ReceivedAt, one.Answer, one.AnsweredAt,
        one.TakenBy, one.TakenByOrganisation, one.TakenAt, one.EndedAt, one.PlaceCorrectedAt,
        one.RunningClock(EmergencyResponse.FollowUpTerm)?.DueAt, one.Version);
}
