using System.Text.Json.Serialization;
using Geborgen.ServiceDefaults;

namespace Geborgen.Intake.Emergencies;

/// <summary>An emergency as a worker reads it.</summary>
/// <param name="Id">The emergency.</param>
/// <param name="FamilyId">The family.</param>
/// <param name="ContactId">The contact by which it became known; its words and the address stand there.</param>
/// <param name="Status">How far it is.</param>
/// <param name="RaisedAt">When it was raised.</param>
/// <param name="DutyWorker">The account of the worker of the team on duty who wrote it down; null when a system or another team did.</param>
/// <param name="Taken">Who acts on it; null while nobody took it.</param>
/// <param name="ReceivedAt">When the regional team was known to have received it, or null.</param>
/// <param name="EndedAt">When the danger was averted for now, or null.</param>
/// <param name="PlaceCorrectedAt">When it was last found that the family is in another place than was told; the place stands with the contact. Null when it was not.</param>
/// <param name="SafetyAgreements">What those concerned agreed on, the latest first.</param>
/// <param name="ImmediateActions">What was done at once without agreement, the latest first.</param>
/// <param name="Version">The version, in the ETag.</param>
public sealed record EmergencyResponse(
    Guid Id, Guid FamilyId, Guid ContactId, EmergencyStatus Status, DateTimeOffset RaisedAt, string? DutyWorker,
    TakingResponse? Taken, DateTimeOffset? ReceivedAt, DateTimeOffset? EndedAt, DateTimeOffset? PlaceCorrectedAt,
    IReadOnlyList<SafetyAgreementResponse> SafetyAgreements, IReadOnlyList<ImmediateActionResponse> ImmediateActions,
    [property: JsonIgnore] int Version) : IVersioned
{
    internal static EmergencyResponse Of(Emergency emergency) => new(
        emergency.Id, emergency.FamilyId, emergency.ContactId, emergency.Status, emergency.RaisedAt, emergency.DutyWorker,
        emergency.Taken is { } taken ? TakingResponse.Of(taken) : null, emergency.ReceivedAt, emergency.EndedAt, emergency.PlaceCorrectedAt,
        [.. emergency.Agreements.OrderByDescending(one => one.AgreedAt).Select(one =>
            new SafetyAgreementResponse(one.Id, one.Who, one.What, one.Until, one.AgreedBy, one.AgreedAt, one.EndedAt,
                [.. one.Reviews.OrderBy(review => review.At).Select(review =>
                    new SafetyAgreementReviewResponse(review.HowItWent, review.Outcome, review.EvaluatedBy, review.HeldUntil, review.At))]))],
        [.. emergency.Actions.OrderByDescending(one => one.TakenAt).Select(one =>
            new ImmediateActionResponse(one.Id, one.Kind, one.What, one.DecidedBy, one.TakenAt))],
        emergency.Version);
}

/// <summary>A safety agreement as a worker reads it.</summary>
/// <param name="Id">The agreement.</param>
/// <param name="Who">Who does it.</param>
/// <param name="What">What.</param>
/// <param name="Until">Until when it holds.</param>
/// <param name="AgreedBy">Who agreed.</param>
/// <param name="AgreedAt">When it was recorded.</param>
/// <param name="EndedAt">When it was ended after a look at how it went, or null.</param>
/// <param name="Reviews">How it went, each time that it was looked at, the first first.</param>
public sealed record SafetyAgreementResponse(
    Guid Id, string Who, string What, DateTimeOffset Until, IReadOnlyList<string> AgreedBy, DateTimeOffset AgreedAt, DateTimeOffset? EndedAt,
    IReadOnlyList<SafetyAgreementReviewResponse> Reviews);

/// <summary>How a safety agreement went.</summary>
/// <param name="HowItWent">How it went.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="EvaluatedBy">Who looked at it.</param>
/// <param name="HeldUntil">Until when it would have held.</param>
/// <param name="At">When.</param>
public sealed record SafetyAgreementReviewResponse(
    string HowItWent, SafetyAgreementOutcome Outcome, string EvaluatedBy, DateTimeOffset HeldUntil, DateTimeOffset At);

/// <summary>Who acts on an emergency.</summary>
/// <param name="Worker">The account.</param>
/// <param name="Name">The name.</param>
/// <param name="Organisation">The organisation.</param>
/// <param name="At">Since when.</param>
public sealed record TakingResponse(string Worker, string Name, string Organisation, DateTimeOffset At)
{
    internal static TakingResponse Of(EmergencyTaking one) => new(one.Worker, one.Name, one.Organisation, one.At);
}

/// <summary>An immediate action as a worker reads it.</summary>
/// <param name="Id">The action.</param>
/// <param name="Kind">What kind of action it is.</param>
/// <param name="What">What was done.</param>
/// <param name="DecidedBy">Who decided it.</param>
/// <param name="TakenAt">When it was recorded.</param>
public sealed record ImmediateActionResponse(
    Guid Id, ImmediateActionKind Kind, string What, string DecidedBy, DateTimeOffset TakenAt);
