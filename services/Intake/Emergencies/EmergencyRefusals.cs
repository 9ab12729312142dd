using Geborgen.Casework;

namespace Geborgen.Intake.Emergencies;

/// <summary>Why something is not done to an emergency.</summary>
public static class EmergencyRefusals
{
    /// <summary>Nobody agreed.</summary>
    public static Refusal AgreementWithoutConsent { get; } = new(
        "agreement-without-consent", "A safety agreement says who agreed to it.",
        "Name who agreed, or record an immediate action with who decided it.", RefusalKind.Invalid);

    /// <summary>An agreement that gives no time.</summary>
    public static Refusal AgreementWithoutTime { get; } = new(
        "agreement-without-time", "A safety agreement holds until a moment in the future.",
        "Send until when it holds, with its offset.", RefusalKind.Invalid);

    /// <summary>Nobody decided.</summary>
    public static Refusal ActionWithoutDecisionMaker { get; } = new(
        "action-without-decision-maker", "An action without agreement says who decided it.",
        "Name who decided it, with their function.", RefusalKind.Invalid);

    /// <summary>Nothing stands that averts the danger.</summary>
    public static Refusal NothingDoneYet { get; } = new(
        "nothing-done-yet", "An emergency ends when something was done that averts the danger.",
        "Record the safety agreement that holds, or the immediate action that was taken.");

    /// <summary>It ended before.</summary>
    public static Refusal Ended { get; } = new(
        "emergency-ended", "This emergency has ended.",
        "Register a new contact of the kind emergency when somebody is in danger again.");
}
