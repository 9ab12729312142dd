using Geborgen.Casework;

namespace Geborgen.Planning.Plans;

/// <summary>Why something is not done to a plan.</summary>
public static class PlanRefusals
{
    /// <summary>The plan is closed.</summary>
    public static Refusal AlreadyClosed { get; } = new("plan-closed", "The plan is closed.", "A new start is a new plan.");

    /// <summary>The family makes its own plan first.</summary>
    public static Refusal FamilyGoesFirst { get; } = new(
        "family-goes-first", "The family goes first in making its own plan.",
        "Agree with the family until when it does; where a concrete threat to somebody's safety forbids, decide so.");

    /// <summary>The time in which the family goes first is over.</summary>
    public static Refusal FamilyFirstIsOver { get; } = new("family-first-over", "The plan is being written already.", "Read the plan.");

    /// <summary>No day was agreed, or one in the past or too far away.</summary>
    public static Refusal FamilyFirstWithoutDay { get; } = new(
        "family-first-without-day", "The family makes its own plan until an agreed day.", "Send until, from today on and not beyond the longest time.", RefusalKind.Invalid);

    /// <summary>Nothing concrete threatens anybody's safety.</summary>
    public static Refusal SkipWithoutThreat { get; } = new(
        "skip-without-threat", "Only a concrete threat to somebody's safety takes the first turn from the family.", "Record the threat.", RefusalKind.Invalid);

    /// <summary>A goal is nobody's.</summary>
    public static Refusal GoalWithoutOwner { get; } = new(
        "goal-without-owner", "A goal has an owner, by preference somebody of the family.", "Send ownerId, or whyNobody of the family is.", RefusalKind.Invalid);

    /// <summary>There is no such goal here.</summary>
    public static Refusal NoSuchGoal { get; } = new("no-such-goal", "There is no such goal here.", "Read the plan.", RefusalKind.NotFound);

    /// <summary>Somebody writes another's progress.</summary>
    public static Refusal ProgressOfAnother { get; } = new(
        "progress-of-another", "Nobody writes another's progress.", "Let who owns the goal or does the action tell, or record it in that person's words.");

    /// <summary>Nothing was said.</summary>
    public static Refusal NothingReported { get; } = new("nothing-reported", "A report says how it goes, or that it is done.", "Send text or doneOn.", RefusalKind.Invalid);

    /// <summary>A condition comes from nowhere.</summary>
    public static Refusal ConditionWithoutSource { get; } = new(
        "condition-without-source", "A condition says where it comes from.", "Send source: agreed, announced or ordered.", RefusalKind.Invalid);

    /// <summary>What is announced lacks what follows.</summary>
    public static Refusal ConsequenceMissing { get; } = new(
        "consequence-missing", "Who announces a condition says what follows when it is refused.", "Send consequence.", RefusalKind.Invalid);

    /// <summary>No court ordered it.</summary>
    public static Refusal NoSuchOrder { get; } = new("no-such-order", "Only an order of the court binds.", "An ordered condition comes with its order.");

    /// <summary>There is no such condition, or it ended.</summary>
    public static Refusal NoSuchCondition { get; } = new("no-such-condition", "There is no such condition here.", "Read the plan.", RefusalKind.NotFound);

    /// <summary>There is nothing to choose between.</summary>
    public static Refusal ChoiceWithoutOptions { get; } = new(
        "choice-without-options", "A choice has at least two ways.", "Send at least two different options.", RefusalKind.Invalid);

    /// <summary>There is no such choice or way here.</summary>
    public static Refusal NoSuchChoice { get; } = new("no-such-choice", "There is no such choice here.", "Read the plan.", RefusalKind.NotFound);

    /// <summary>Somebody who does not belong to the family answers.</summary>
    public static Refusal NotAsked { get; } = new("not-asked", "Those who belong to the family or decide for a child of it are asked.", "Read who belongs to it, and who has authority.");

    /// <summary>There is no plan to answer yet.</summary>
    public static Refusal NothingToAnswer { get; } = new("nothing-to-answer", "There is no plan to answer yet.", "Wait until the family wrote its own, or it is drafted.");

    /// <summary>The consent that counts is missing.</summary>
    public static Refusal ConsentMissing { get; } = new(
        "consent-missing", "Help needs the consent that counts by authority and age.",
        "Under twelve the parents with authority consent, from twelve the child as well, from sixteen the young person alone.");

    /// <summary>There is nothing to start.</summary>
    public static Refusal NothingInPlan { get; } = new("nothing-in-plan", "A plan has a goal, a condition or the family's own plan.", "Write down what those concerned want.");

    /// <summary>The plan runs already.</summary>
    public static Refusal AlreadyStarted { get; } = new("plan-started", "The plan runs already.", "Read the plan.");

    /// <summary>The plan does not run yet.</summary>
    public static Refusal NotStarted { get; } = new("plan-not-started", "The plan does not run yet.", "Start it first.");

    /// <summary>No day was agreed for the evaluation, or one out of range.</summary>
    public static Refusal EvaluationWithoutDay { get; } = new(
        "evaluation-without-day", "A plan is looked at again on an agreed day within half a year.", "Send a day from today on, within six months.", RefusalKind.Invalid);

    /// <summary>Two do one thing.</summary>
    public static Refusal OneDoesIt { get; } = new("one-does-it", "One person does an action.", "Send personId or partnerId; two do two actions.", RefusalKind.Invalid);

    /// <summary>There is no such action here.</summary>
    public static Refusal NoSuchAction { get; } = new("no-such-action", "There is no such action here.", "Read the plan.", RefusalKind.NotFound);

    /// <summary>Done before it was planned, or in the future.</summary>
    public static Refusal DoneBeforePlanned { get; } = new(
        "done-before-planned", "What is done was planned before.", "Send doneOn, from the day on which it was planned until today.", RefusalKind.Invalid);

    /// <summary>Somebody joins without a reason.</summary>
    public static Refusal JoinedWithoutReason { get; } = new(
        "joined-without-reason", "One more face needs a reason that the family reads.", "Send reason.", RefusalKind.Invalid);

    /// <summary>There is nobody like that who helps along.</summary>
    public static Refusal NoSuchPartner { get; } = new("no-such-partner", "Nobody like that helps along here now.", "Read the plan.", RefusalKind.NotFound);

    /// <summary>There is no such part to share.</summary>
    public static Refusal NoSuchPart { get; } = new("no-such-part", "There is no such part in the plan.", "Read the plan.", RefusalKind.NotFound);

    /// <summary>Sharing has no days.</summary>
    public static Refusal ShareWithoutDays { get; } = new(
        "share-without-days", "A part is shared from a day until a day.", "Send from, and until on the same day or later, not in the past.", RefusalKind.Invalid);

    /// <summary>There is no such share, or it ended.</summary>
    public static Refusal NoSuchShare { get; } = new("no-such-share", "Nothing like that is shared now.", "Read the plan.", RefusalKind.NotFound);

    /// <summary>A code that is unknown, was used, or is too old.</summary>
    public static Refusal NoSuchInvitation { get; } = new("no-such-invitation", "This code lets nobody in.", "Ask the family for a new one.", RefusalKind.NotFound);

    /// <summary>Somebody has an account here already.</summary>
    public static Refusal AlreadyIn { get; } = new("already-in", "This helper has an account already.", "Nothing more is needed.");

    /// <summary>Nobody agreed.</summary>
    public static Refusal NobodyAgreed { get; } = new("nobody-agreed", "A safety agreement has somebody who agreed.", "Send agreedBy.", RefusalKind.Invalid);

    /// <summary>An agreement without an end, or one in the past.</summary>
    public static Refusal AgreementWithoutEnd { get; } = new("agreement-without-end", "A safety agreement holds until a moment to come.", "Send until.", RefusalKind.Invalid);

    /// <summary>There is no such agreement, or it ended.</summary>
    public static Refusal NoSuchAgreement { get; } = new("no-such-plan-agreement", "There is no such safety agreement here.", "Read the plan.", RefusalKind.NotFound);

    /// <summary>A safety agreement still holds.</summary>
    public static Refusal AgreementRuns { get; } = new("agreement-runs", "A safety agreement still holds.", "Look at how it went, and end it.");

    /// <summary>It did not help, and nothing else is on the table.</summary>
    public static Refusal OtherApproachMissing { get; } = new(
        "other-approach-missing", "Where something did not help, another approach is on the table.", "Send otherApproach.", RefusalKind.Invalid);

    /// <summary>The plan was never looked at with the family.</summary>
    public static Refusal NotEvaluated { get; } = new("not-evaluated", "A plan is looked at with the family before it is closed.", "Evaluate it first.");

    /// <summary>Support still runs or is waited for.</summary>
    public static Refusal SupportRuns { get; } = new("support-runs", "Support runs or is waited for.", "End it, or hand the plan over.");

    /// <summary>There is no such support here.</summary>
    public static Refusal NoSuchSupport { get; } = new("no-such-needed-support", "There is no such support here.", "Read the plan.", RefusalKind.NotFound);

    /// <summary>The support ended.</summary>
    public static Refusal SupportEnded { get; } = new("needed-support-ended", "This support has ended.", "Ask for it anew.");

    /// <summary>It does not go back.</summary>
    public static Refusal SupportNotBack { get; } = new("support-not-back", "Support does not go back to where it was.", "Ask for it anew.");

    /// <summary>The family waits alone.</summary>
    public static Refusal WaitingAlone { get; } = new(
        "waiting-alone", "Nobody waits alone.", "Send meanwhile: what helps until it starts.", RefusalKind.Invalid);

    /// <summary>There is no such barrier, or it was answered.</summary>
    public static Refusal NoSuchBarrier { get; } = new("no-such-barrier", "There is no such open barrier here.", "Read the plan.", RefusalKind.NotFound);
}
