using Geborgen.Casework;

namespace Geborgen.Intake.Contacts;

/// <summary>Why something is not done about a report, those concerned or its reporter.</summary>
public static class ReportRefusals
{
    /// <summary>Nobody spoke of a concern or danger.</summary>
    public static Refusal NothingToTell { get; } = new(
        "nothing-to-tell", "Those concerned are told about a concern or an emergency.",
        "There is no duty to tell about this contact.");

    /// <summary>There is no duty to tell of a call for help, so that nobody is told by leaving it open.</summary>
    public static Refusal ToldWithoutPersons { get; } = new(
        "told-without-persons", "Of a call for help it is said who was told.", "Name the persons; nobody else learns that somebody called.", RefusalKind.Invalid);

    /// <summary>Those concerned were told before.</summary>
    public static Refusal AlreadyTold { get; } = new(
        "already-told", "Those concerned were told already.", "Read how and by whom they were told.");

    /// <summary>Only safety is a reason to wait.</summary>
    public static Refusal PostponementWithoutReason { get; } = new(
        "postponement-without-reason", "Telling is postponed for a reason of safety only.",
        "Add whose safety telling would endanger, and how.", RefusalKind.Invalid);

    /// <summary>The duty to tell waits for safety alone (Uitvoeringsbesluit Wmo 2015, article 4.1.1 and following).</summary>
    public static Refusal TellingNotPaused { get; } = new(
        "telling-not-paused", "The term for telling those concerned is not paused.",
        "Postpone telling, with whose safety it would endanger and a last day.");

    /// <summary>A postponement ends.</summary>
    public static Refusal PostponementWithoutEnd { get; } = new(
        "postponement-without-end", "A postponement ends on a day in the future.", "Send until, a date after today.", RefusalKind.Invalid);

    /// <summary>A postponement is looked at again in time.</summary>
    public static Refusal PostponementTooLong { get; } = new(
        "postponement-too-long", "Telling is postponed for a limited time at once.",
        "Send an earlier until; it can be postponed again with a new reason.", RefusalKind.Invalid);

    /// <summary>Postponing again is a decision of its own.</summary>
    public static Refusal PostponementReasonRepeated { get; } = new(
        "postponement-reason-repeated", "Postponing again has a reason of its own.",
        "Add why telling would still endanger somebody now.", RefusalKind.Invalid);

    /// <summary>The family came itself.</summary>
    public static Refusal NoReporter { get; } = new(
        "no-reporter", "Nobody else reported this contact.", "There is no identity to keep or to open.");

    /// <summary>Nobody knows who it was.</summary>
    public static Refusal ReporterAnonymous { get; } = new(
        "reporter-anonymous", "This reporter is unknown to us too.", "There is no identity to keep or to open.");

    /// <summary>Who gave a name is not unknown.</summary>
    public static Refusal AnonymousWithName { get; } = new(
        "anonymous-with-name", "A reporter who is unknown to us has no name.",
        "Leave out the name, or leave out anonymous and send shielded.", RefusalKind.Invalid);

    /// <summary>Nobody can ask an unknown reporter again: the family is not investigated on such words alone.</summary>
    public static Refusal AnonymousAlone { get; } = new(
        "anonymous-alone", "No investigation starts on the words of an unknown reporter alone.",
        "Add first what somebody else says or what a worker sees; when somebody is in danger now, raise an emergency.");

    /// <summary>A name that is kept apart may show from the role or the words.</summary>
    public static Refusal ShieldWithoutCheck { get; } = new(
        "shield-without-check", "A reporter is shielded only after a look at what gives them away.",
        "Add how the family is told of the reporter's role, and the statements that would tell who it is.", RefusalKind.Invalid);

    /// <summary>The name or role stands in what the family would read.</summary>
    public static Refusal ShieldGivenAway { get; } = new(
        "shield-given-away", "A statement or the role as the family is told it names the reporter.",
        "Call the role otherwise, and add each statement that holds the reporter's name or role.", RefusalKind.Invalid);

    /// <summary>What is kept from the family is looked at again.</summary>
    public static Refusal ShieldWithoutReview { get; } = new(
        "shield-without-review", "Shielding a reporter is reviewed on a day in the future.",
        "Send reviewOn, a date after today.", RefusalKind.Invalid);

    /// <summary>What is kept from the family is looked at again before long.</summary>
    public static Refusal ShieldReviewTooLate { get; } = new(
        "shield-review-too-late", "Whether a reporter is shielded is looked at again within half a year.",
        "Send an earlier reviewOn; the shield can be renewed then.", RefusalKind.Invalid);

    /// <summary>Those concerned hear who reported, or that this is kept from them and why: a wish alone does not keep it.</summary>
    public static Refusal ShieldUndecided { get; } = new(
        "shield-undecided", "The reporter asked to be kept apart, and nobody decided on that.",
        "Decide first whether the reporter's identity is kept from the family.");

    /// <summary>A decided shield is lifted by a court or with the reporter's consent.</summary>
    public static Refusal ShieldNeedsCourtOrConsent { get; } = new(
        "shield-needs-court-or-consent", "A decided shield is lifted on the order of a court, or with the reporter's own consent.",
        "Lift it with the reference of the court order, or with how the reporter agreed; not with both.", RefusalKind.Invalid);

    /// <summary>No worker takes back what a court ordered.</summary>
    public static Refusal ShieldLiftedByCourt { get; } = new(
        "shield-lifted-by-court", "A court ordered that the family hears who reported.", "Only a court decides otherwise.");

    /// <summary>The identity is open, or nothing was decided yet.</summary>
    public static Refusal NotShielded { get; } = new(
        "not-shielded", "No decision shields this reporter.", "Read what was decided on the reporter's identity.");
}
