using System.Text.Json.Serialization;

namespace Geborgen.Contracts.Planning;

/// <summary>What happens to the plan of a family.</summary>
public abstract record PlanEvent : DomainEvent
{
    /// <summary>The plan.</summary>
    [JsonRequired]
    public Guid PlanId { get; init; }

    /// <inheritdoc/>
    [JsonIgnore]
    public override Guid Stream { get => PlanId; init => PlanId = value; }
}

/// <summary>A family has a plan from now on; it goes first in making it.</summary>
/// <param name="Cause">What led to it: <c>localSupport</c>, <c>voluntarySupport</c> or <c>conditionsNeeded</c>.</param>
/// <param name="CauseId">The contact or investigation on which that was decided.</param>
/// <param name="NewStartOf">The plan that ended less than a year before; null where it is no new start.</param>
public sealed record PlanOpened(string Cause, Guid CauseId, Guid? NewStartOf) : PlanEvent;

/// <summary>It was agreed with a family until when it makes its own plan, with kin and network.</summary>
/// <param name="Until">The last day.</param>
public sealed record FamilyFirstOffered(DateOnly Until) : PlanEvent;

/// <summary>A family does not go first, because of a concrete threat to somebody's safety.</summary>
/// <param name="DecisionId">The decision, which stands at the plan.</param>
public sealed record FamilyFirstSkipped(Guid DecisionId) : PlanEvent;

/// <summary>The turn of a family is over: a plan is written, on its own where there is one.</summary>
public sealed record PlanDrafted : PlanEvent;

/// <summary>Somebody of a family wrote an own plan.</summary>
/// <param name="PersonId">Who wrote it.</param>
/// <param name="StatementId">Where the words stand.</param>
public sealed record OwnPlanWritten(Guid PersonId, Guid StatementId) : PlanEvent;

/// <summary>Somebody said how a domain of life goes.</summary>
/// <param name="Domain">The domain, in camelCase.</param>
/// <param name="View">How it goes: <c>goesWell</c>, <c>isHard</c> or <c>notKnown</c>.</param>
/// <param name="PersonId">Whose view it is; null for a worker's.</param>
public sealed record LifeDomainDescribed(string Domain, string View, Guid? PersonId) : PlanEvent;

/// <summary>A goal was set.</summary>
/// <param name="GoalId">The goal.</param>
/// <param name="Domain">The domain of life, in camelCase.</param>
/// <param name="OwnerId">The member of the family whose goal it is; null where it could be nobody's, with a reason at the plan.</param>
public sealed record GoalSet(Guid GoalId, string Domain, Guid? OwnerId) : PlanEvent;

/// <summary>A goal is one no longer: its owner took it back, or it was registered in error.</summary>
/// <param name="GoalId">The goal.</param>
public sealed record GoalEnded(Guid GoalId) : PlanEvent;

/// <summary>The owner of a goal said how it goes.</summary>
/// <param name="GoalId">The goal.</param>
public sealed record ProgressReported(Guid GoalId) : PlanEvent;

/// <summary>A condition counts from now on.</summary>
/// <param name="ConditionId">The condition.</param>
/// <param name="Source">Where it comes from: <c>agreed</c>, <c>announced</c> or <c>ordered</c>.</param>
public sealed record ConditionSet(Guid ConditionId, string Source) : PlanEvent;

/// <summary>A condition counts no longer.</summary>
/// <param name="ConditionId">The condition.</param>
public sealed record ConditionEnded(Guid ConditionId) : PlanEvent;

/// <summary>Advice was given, which binds nobody.</summary>
/// <param name="AdviceId">The advice.</param>
public sealed record PlanAdviceGiven(Guid AdviceId) : PlanEvent;

/// <summary>A family can choose between ways.</summary>
/// <param name="ChoiceId">The choice.</param>
public sealed record ChoiceOffered(Guid ChoiceId) : PlanEvent;

/// <summary>A family chose.</summary>
/// <param name="ChoiceId">The choice.</param>
/// <param name="OptionId">The way that it chose.</param>
public sealed record ChoiceMade(Guid ChoiceId, Guid OptionId) : PlanEvent;

/// <summary>Somebody answered the plan.</summary>
/// <param name="PersonId">Who.</param>
/// <param name="Answer"><c>agrees</c>, <c>disagrees</c> or <c>partly</c>.</param>
public sealed record PlanAnswered(Guid PersonId, string Answer) : PlanEvent;

/// <summary>Those concerned work by the plan from now on.</summary>
/// <param name="EvaluateOn">The day of the first evaluation.</param>
public sealed record PlanStarted(DateOnly EvaluateOn) : PlanEvent;

/// <summary>It was agreed who does something.</summary>
/// <param name="ActionId">The action.</param>
public sealed record ActionAdded(Guid ActionId) : PlanEvent;

/// <summary>It was said how an action goes, or that it is done.</summary>
/// <param name="ActionId">The action.</param>
/// <param name="DoneOn">The day on which it was done; null while it is not.</param>
public sealed record ActionReported(Guid ActionId, DateOnly? DoneOn) : PlanEvent;

/// <summary>Somebody works or helps beside the key worker.</summary>
/// <param name="PartnerId">The part in the plan.</param>
/// <param name="Kind">As what, in camelCase, such as <c>debtHelp</c> or <c>network</c>.</param>
public sealed record PlanJoined(Guid PartnerId, string Kind) : PlanEvent;

/// <summary>Somebody works or helps along no longer.</summary>
/// <param name="PartnerId">The part in the plan.</param>
public sealed record PlanLeft(Guid PartnerId) : PlanEvent;

/// <summary>A code was made by which somebody who helps along gets in.</summary>
/// <param name="PartnerId">The part in the plan.</param>
public sealed record PlanInvitationMade(Guid PartnerId) : PlanEvent;

/// <summary>Somebody who helps along came in by a code, under an account of their own.</summary>
/// <param name="PartnerId">The part in the plan.</param>
public sealed record PlanPartnerEntered(Guid PartnerId) : PlanEvent;

/// <summary>A part of the plan is shared with somebody who works or helps along.</summary>
/// <param name="ShareId">The share.</param>
/// <param name="PartnerId">With whom.</param>
/// <param name="Until">The last day.</param>
public sealed record PartShared(Guid ShareId, Guid PartnerId, DateOnly Until) : PlanEvent;

/// <summary>A part is shared no longer.</summary>
/// <param name="ShareId">The share.</param>
public sealed record PartShareEnded(Guid ShareId) : PlanEvent;

/// <summary>Those concerned agreed on what keeps everybody safe.</summary>
/// <param name="AgreementId">The agreement.</param>
/// <param name="Until">Until when it holds.</param>
public sealed record PlanAgreementMade(Guid AgreementId, DateTimeOffset Until) : PlanEvent;

/// <summary>It was looked at how a safety agreement went.</summary>
/// <param name="AgreementId">The agreement.</param>
/// <param name="Outcome">What becomes of it: <c>ended</c>, <c>notKept</c> or <c>renewed</c>.</param>
/// <param name="Until">Until when it holds then; null where it ended.</param>
public sealed record PlanAgreementEvaluated(Guid AgreementId, string Outcome, DateTimeOffset? Until) : PlanEvent;

/// <summary>A plan was looked at together with the family.</summary>
/// <param name="EvaluationId">The evaluation.</param>
/// <param name="Usefulness">Whether it was of use, in the family's judgement: <c>helped</c>, <c>helpedPartly</c> or <c>didNotHelp</c>.</param>
/// <param name="GoalsReached">How many goals are reached in their owners' judgement.</param>
/// <param name="Goals">How many goals there are.</param>
/// <param name="WorkingElements">What helped, in camelCase, such as <c>familiarFace</c>.</param>
/// <param name="Judged">What became of goals.</param>
/// <param name="NextOn">The day of the next evaluation; null where the plan is to be closed.</param>
public sealed record PlanEvaluated(
    Guid EvaluationId, string Usefulness, int GoalsReached, int Goals, IReadOnlyList<string> WorkingElements, IReadOnlyList<GoalJudged> Judged,
    DateOnly? NextOn) : PlanEvent;

/// <summary>What became of a goal in its owner's judgement.</summary>
/// <param name="GoalId">The goal.</param>
/// <param name="Outcome"><c>reached</c>, <c>nearer</c>, <c>unchanged</c>, <c>fartherOff</c> or <c>dropped</c>.</param>
public sealed record GoalJudged(Guid GoalId, string Outcome);

/// <summary>Something that a family can't take away itself was raised to the board that can.</summary>
/// <param name="BarrierId">The barrier.</param>
/// <param name="Kind">What it is about: <c>housing</c>, <c>income</c>, <c>waitingList</c> or <c>agencyRules</c>.</param>
/// <param name="AnswerBy">The last day on which the board answers.</param>
public sealed record BarrierRaised(Guid BarrierId, string Kind, DateOnly AnswerBy) : PlanEvent;

/// <summary>The board answered.</summary>
/// <param name="BarrierId">The barrier.</param>
/// <param name="Outcome"><c>taken</c> away, or <c>notTaken</c>.</param>
public sealed record BarrierAnswered(Guid BarrierId, string Outcome) : PlanEvent;

/// <summary>A plan was closed.</summary>
/// <param name="Outcome">How it ended: <c>goesOnAlone</c>, <c>goesOnWithNetwork</c>, <c>handedOver</c> or <c>brokenOff</c>.</param>
/// <param name="Usefulness">Whether it was of use, in the family's judgement at the last look at it; null where there was none.</param>
/// <param name="GoalsReached">How many goals were reached in their owners' judgement.</param>
/// <param name="Goals">How many goals there were.</param>
public sealed record PlanClosed(string Outcome, string? Usefulness, int GoalsReached, int Goals) : PlanEvent;

/// <summary>How far support is that a family needs.</summary>
/// <param name="SupportId">The support.</param>
/// <param name="Domain">The domain of life, in camelCase.</param>
/// <param name="State"><c>asked</c>, <c>waiting</c>, <c>running</c> or <c>ended</c>.</param>
public sealed record SupportChanged(Guid SupportId, string Domain, string State) : PlanEvent;
