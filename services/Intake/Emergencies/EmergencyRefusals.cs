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

    /// <summary>Somebody is still in danger.</summary>
    public static Refusal DangerStands { get; } = new(
        "danger-stands", "No emergency ends and no file is closed while somebody is judged to be in acute danger.",
        "Record first on what ground and by whom the danger is judged to be over, here or with the regional team that judged so.");

    /// <summary>A colleague has it.</summary>
    public static Refusal TakenByAnother { get; } = new(
        "emergency-taken", "A colleague acts on this emergency already, or no longer.",
        "Read who has it; to take it over, name that colleague.");

    /// <summary>There is no such agreement.</summary>
    public static Refusal NoSuchAgreement { get; } = new(
        "no-such-agreement", "There is no such safety agreement here.", "Read the emergency again.", RefusalKind.NotFound);

    /// <summary>The agreement ended before.</summary>
    public static Refusal AgreementEnded { get; } = new(
        "agreement-ended", "This safety agreement has ended.", "Record a new one when those concerned agree on it.");

    /// <summary>The agreement lives on in the plan.</summary>
    public static Refusal AgreementInPlan { get; } = new(
        "agreement-in-plan", "This safety agreement lives on in the family's plan.", "Look at how it went there.");

    /// <summary>The contact told nothing of it.</summary>
    public static Refusal OfOthers { get; } = new(
        "emergency-of-others", "An emergency that others judged stands with this contact, which told nothing of it.",
        "Keep the contact; take out, one by one, what was said in it in error.");

    /// <summary>It ended before.</summary>
    public static Refusal Ended { get; } = new(
        "emergency-ended", "This emergency has ended.",
        "Register a new contact of the kind emergency when somebody is in danger again.");
}
