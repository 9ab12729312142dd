namespace Geborgen.Contracts.Intake;

/// <summary>Somebody is in danger now. The regional team answers with <see cref="Investigation.EmergencyAcknowledged"/>.</summary>
/// <param name="EmergencyId">The emergency.</param>
/// <param name="Version">The place of the event in the emergency's stream.</param>
/// <param name="FamilyId">The family.</param>
/// <param name="Municipality">The responsible municipality.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="ContactId">The contact by which it became known.</param>
public sealed record EmergencyRaised(
    Guid EmergencyId, int Version, Guid FamilyId, string Municipality, DateTimeOffset At,
    Guid ContactId) : IDomainEvent
{
    Guid IDomainEvent.Stream => EmergencyId;
}

/// <summary>Intake knows that the regional team has received the emergency.</summary>
/// <param name="EmergencyId">The emergency.</param>
/// <param name="Version">The place of the event in the emergency's stream.</param>
/// <param name="FamilyId">The family.</param>
/// <param name="Municipality">The responsible municipality.</param>
/// <param name="At">When it was recorded.</param>
public sealed record EmergencyReceived(
    Guid EmergencyId, int Version, Guid FamilyId, string Municipality, DateTimeOffset At) : IDomainEvent
{
    Guid IDomainEvent.Stream => EmergencyId;
}

/// <summary>The regional team has not confirmed the emergency in time; the local team on duty acts and calls.</summary>
/// <param name="EmergencyId">The emergency.</param>
/// <param name="Version">The place of the event in the emergency's stream.</param>
/// <param name="FamilyId">The family.</param>
/// <param name="Municipality">The responsible municipality.</param>
/// <param name="At">When it was recorded.</param>
public sealed record EmergencyNotReceived(
    Guid EmergencyId, int Version, Guid FamilyId, string Municipality, DateTimeOffset At) : IDomainEvent
{
    Guid IDomainEvent.Stream => EmergencyId;
}

/// <summary>Those concerned agreed on what keeps everybody safe for now.</summary>
/// <param name="EmergencyId">The emergency.</param>
/// <param name="Version">The place of the event in the emergency's stream.</param>
/// <param name="FamilyId">The family.</param>
/// <param name="Municipality">The responsible municipality.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="AgreementId">The agreement.</param>
/// <param name="Until">Until when it holds.</param>
public sealed record SafetyAgreementMade(
    Guid EmergencyId, int Version, Guid FamilyId, string Municipality, DateTimeOffset At,
    Guid AgreementId, DateTimeOffset Until) : IDomainEvent
{
    Guid IDomainEvent.Stream => EmergencyId;
}

/// <summary>It was looked at how a safety agreement went.</summary>
/// <param name="EmergencyId">The emergency.</param>
/// <param name="Version">The place of the event in the emergency's stream.</param>
/// <param name="FamilyId">The family.</param>
/// <param name="Municipality">The responsible municipality.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="AgreementId">The agreement.</param>
/// <param name="Outcome">What becomes of it, in camelCase: <c>ended</c>, <c>notKept</c> or <c>renewed</c>.</param>
/// <param name="Until">Until when it holds then; null where it ended.</param>
public sealed record SafetyAgreementEvaluated(
    Guid EmergencyId, int Version, Guid FamilyId, string Municipality, DateTimeOffset At,
    Guid AgreementId, string Outcome, DateTimeOffset? Until) : IDomainEvent
{
    Guid IDomainEvent.Stream => EmergencyId;
}

/// <summary>Somebody took an emergency and acts on it.</summary>
/// <param name="EmergencyId">The emergency.</param>
/// <param name="Version">The place of the event in the emergency's stream.</param>
/// <param name="FamilyId">The family.</param>
/// <param name="Municipality">The responsible municipality.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="TakingId">The taking.</param>
/// <param name="Worker">The account of who acts on it.</param>
/// <param name="Organisation">The worker's organisation.</param>
public sealed record EmergencyTaken(
    Guid EmergencyId, int Version, Guid FamilyId, string Municipality, DateTimeOffset At,
    Guid TakingId, string Worker, string Organisation) : IDomainEvent
{
    Guid IDomainEvent.Stream => EmergencyId;
}

/// <summary>Something was done at once without agreement.</summary>
/// <param name="EmergencyId">The emergency.</param>
/// <param name="Version">The place of the event in the emergency's stream.</param>
/// <param name="FamilyId">The family.</param>
/// <param name="Municipality">The responsible municipality.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="ActionId">The action.</param>
/// <param name="Kind">What, in camelCase: <c>police</c>, <c>temporaryRestrainingOrder</c>, <c>medical</c> or <c>other</c>.</param>
public sealed record ImmediateActionTaken(
    Guid EmergencyId, int Version, Guid FamilyId, string Municipality, DateTimeOffset At,
    Guid ActionId, string Kind) : IDomainEvent
{
    Guid IDomainEvent.Stream => EmergencyId;
}

/// <summary>The danger is averted for now; the work goes on in the ordinary way.</summary>
/// <param name="EmergencyId">The emergency.</param>
/// <param name="Version">The place of the event in the emergency's stream.</param>
/// <param name="FamilyId">The family.</param>
/// <param name="Municipality">The responsible municipality.</param>
/// <param name="At">When it was recorded.</param>
public sealed record EmergencyEnded(
    Guid EmergencyId, int Version, Guid FamilyId, string Municipality, DateTimeOffset At) : IDomainEvent
{
    Guid IDomainEvent.Stream => EmergencyId;
}
