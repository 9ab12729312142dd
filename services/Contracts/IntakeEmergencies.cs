using System.Text.Json.Serialization;

namespace Geborgen.Contracts.Intake;

/// <summary>What happens to an emergency.</summary>
public abstract record EmergencyEvent : DomainEvent
{
    /// <summary>The emergency.</summary>
    [JsonRequired]
    public Guid EmergencyId { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override Guid Stream { get => EmergencyId; init => EmergencyId = value; }
}

/// <summary>Somebody is in danger now. The regional team answers with <see cref="Investigation.EmergencyAcknowledged"/>.</summary>
/// <param name="ContactId">The contact by which it became known.</param>
public sealed record EmergencyRaised(Guid ContactId) : EmergencyEvent;

/// <summary>Intake knows that the regional team has received the emergency.</summary>
public sealed record EmergencyReceived : EmergencyEvent;

/// <summary>The regional team has not confirmed the emergency in time; the local team on duty acts and calls.</summary>
public sealed record EmergencyNotReceived : EmergencyEvent;

/// <summary>The family is in another place than was told; where is read with the contact.</summary>
/// <param name="ContactId">The contact.</param>
public sealed record EmergencyPlaceCorrected(Guid ContactId) : EmergencyEvent;

/// <summary>Those concerned agreed on what keeps everybody safe for now.</summary>
/// <param name="AgreementId">The agreement.</param>
/// <param name="Until">Until when it holds.</param>
public sealed record SafetyAgreementMade(Guid AgreementId, DateTimeOffset Until) : EmergencyEvent;

/// <summary>It was looked at how a safety agreement went.</summary>
/// <param name="AgreementId">The agreement.</param>
/// <param name="Outcome">What becomes of it, in camelCase: <c>ended</c>, <c>notKept</c> or <c>renewed</c>.</param>
/// <param name="Until">Until when it holds then; null where it ended.</param>
public sealed record SafetyAgreementEvaluated(Guid AgreementId, string Outcome, DateTimeOffset? Until) : EmergencyEvent;

/// <summary>Somebody took an emergency and acts on it.</summary>
/// <param name="TakingId">The taking.</param>
/// <param name="Worker">The account of who acts on it.</param>
/// <param name="Organisation">The worker's organisation.</param>
public sealed record EmergencyTaken(Guid TakingId, string Worker, string Organisation) : EmergencyEvent;

/// <summary>Something was done at once without agreement.</summary>
/// <param name="ActionId">The action.</param>
/// <param name="Kind">What, in camelCase: <c>police</c>, <c>temporaryRestrainingOrder</c>, <c>medical</c> or <c>other</c>.</param>
public sealed record ImmediateActionTaken(Guid ActionId, string Kind) : EmergencyEvent;

/// <summary>The danger is averted for now; the work goes on in the ordinary way.</summary>
public sealed record EmergencyEnded : EmergencyEvent;

/// <summary>There was no such emergency: the contact that told of it was registered in error. Nobody shows or counts it.</summary>
public sealed record EmergencyTakenOut : EmergencyEvent;
