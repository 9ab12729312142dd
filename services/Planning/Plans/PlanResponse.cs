using System.Text.Json.Serialization;
using Geborgen.CaseFiles;
using Geborgen.Casework;
using Geborgen.ServiceDefaults;

namespace Geborgen.Planning.Plans;

/// <summary>The plan of a family as a worker reads it.</summary>
/// <param name="Id">The plan.</param>
/// <param name="FamilyId">The family.</param>
/// <param name="Cause">What led to it.</param>
/// <param name="CauseId">The contact or investigation on which that was decided.</param>
/// <param name="NewStartOf">The plan that ended less than a year before; null where it is no new start.</param>
/// <param name="Status">How far it is.</param>
/// <param name="OpenedAt">When it was opened.</param>
/// <param name="FamilyFirstUntil">The last day on which the family makes its own plan; null while none was agreed.</param>
/// <param name="Skipped">Why the family does not go first; null where it does.</param>
/// <param name="OwnPlans">The own plans of the family.</param>
/// <param name="Domains">What was said of the domains of life, the oldest first.</param>
/// <param name="Goals">The goals.</param>
/// <param name="Conditions">The conditions, ended ones too.</param>
/// <param name="Advice">The advice, which binds nobody.</param>
/// <param name="Choices">What the family was offered to choose, and what it chose.</param>
/// <param name="Answers">What everybody answered, the oldest first; the latest of a person counts.</param>
/// <param name="Actions">Who does what.</param>
/// <param name="Partners">Who works or helps along, or once did.</param>
/// <param name="Agreements">The safety agreements, ended ones too.</param>
/// <param name="Supports">The support that was asked for.</param>
/// <param name="Evaluations">The evaluations, the oldest first.</param>
/// <param name="Barriers">What was raised to boards.</param>
/// <param name="Closing">How it ended; null while it runs.</param>
/// <param name="Clocks">The terms that run or ran.</param>
/// <param name="Statements">What was said, side by side.</param>
/// <param name="AcuteDangers">Who was judged to be in acute danger.</param>
/// <param name="NotKnown">What nobody knows, or did not know at some time.</param>
/// <param name="Version">The version, in the ETag.</param>
public sealed record PlanResponse(
    Guid Id, Guid FamilyId, PlanCause Cause, Guid CauseId, Guid? NewStartOf, PlanStatus Status, DateTimeOffset OpenedAt, DateOnly? FamilyFirstUntil, PlanResponse.SkippedResponse? Skipped,
    IReadOnlyList<PlanResponse.OwnPlanResponse> OwnPlans, IReadOnlyList<PlanResponse.DomainResponse> Domains, IReadOnlyList<PlanResponse.GoalResponse> Goals,
    IReadOnlyList<PlanResponse.ConditionResponse> Conditions, IReadOnlyList<PlanResponse.AdviceResponse> Advice, IReadOnlyList<PlanResponse.ChoiceResponse> Choices,
    IReadOnlyList<PlanResponse.AnswerResponse> Answers, IReadOnlyList<PlanResponse.ActionResponse> Actions, IReadOnlyList<PlanResponse.PartnerResponse> Partners,
    IReadOnlyList<PlanResponse.AgreementResponse> Agreements, IReadOnlyList<PlanResponse.SupportResponse> Supports, IReadOnlyList<PlanResponse.EvaluationResponse> Evaluations,
    IReadOnlyList<PlanResponse.BarrierResponse> Barriers, PlanResponse.ClosingResponse? Closing, IReadOnlyList<ClockResponse> Clocks,
    IReadOnlyList<StatementResponse> Statements, IReadOnlyList<AcuteDangerResponse> AcuteDangers, IReadOnlyList<NotKnowingResponse> NotKnown,
    [property: JsonIgnore] int Version) : IVersioned
{
    /// <summary>The family does not go first.</summary>
    /// <param name="DecisionId">The decision.</param>
    /// <param name="Threat">The concrete threat to somebody's safety.</param>
    /// <param name="Explanation">The decision in plain language.</param>
    /// <param name="LegalBasis">The law or rule that it rests on.</param>
    /// <param name="Remedy">What somebody who disagrees can do.</param>
    /// <param name="At">When.</param>
    public sealed record SkippedResponse(Guid DecisionId, string Threat, string Explanation, string LegalBasis, Remedy Remedy, DateTimeOffset At);

    /// <summary>An own plan of somebody of the family.</summary>
    /// <param name="PersonId">Who wrote it.</param>
    /// <param name="StatementId">Where the words stand.</param>
    /// <param name="At">When.</param>
    public sealed record OwnPlanResponse(Guid PersonId, Guid StatementId, DateTimeOffset At);

    /// <summary>What somebody says of a domain of life.</summary>
    /// <param name="Domain">The domain.</param>
    /// <param name="View">How it goes.</param>
    /// <param name="PersonId">Whose view it is; null for a professional's.</param>
    /// <param name="StatementId">Where the words stand; null where nothing more was said.</param>
    /// <param name="At">When.</param>
    public sealed record DomainResponse(LifeDomain Domain, DomainView View, Guid? PersonId, Guid? StatementId, DateTimeOffset At);

    /// <summary>What somebody wants to reach.</summary>
    /// <param name="Id">The goal.</param>
    /// <param name="Domain">The domain of life.</param>
    /// <param name="Text">The goal.</param>
    /// <param name="OwnerId">Whose goal it is; null where it can be nobody's of the family.</param>
    /// <param name="WhyNobody">Why nobody of the family is its owner; null where somebody is.</param>
    /// <param name="OwnScale">How the owner follows it; null where the owner needs no scale.</param>
    /// <param name="SetAt">When it was set.</param>
    /// <param name="Progress">How it goes, in the owner's words, the oldest first.</param>
    /// <param name="Outcome">What became of it in the owner's judgement; null while nobody was asked.</param>
    public sealed record GoalResponse(
        Guid Id, LifeDomain Domain, string Text, Guid? OwnerId, string? WhyNobody, string? OwnScale, DateTimeOffset SetAt,
        IReadOnlyList<ProgressResponse> Progress, GoalOutcome? Outcome);

    /// <summary>How a goal goes.</summary>
    /// <param name="StatementId">Where the words stand.</param>
    /// <param name="OnOwnScale">Where it stands on the owner's own scale; null where the owner does not say.</param>
    /// <param name="At">When.</param>
    public sealed record ProgressResponse(Guid StatementId, string? OnOwnScale, DateTimeOffset At);

    /// <summary>A condition.</summary>
    /// <param name="Id">The condition.</param>
    /// <param name="Source">Where it comes from; what is agreed or announced may be refused.</param>
    /// <param name="Text">The condition.</param>
    /// <param name="Consequence">What follows when it is refused or not kept; null where nothing does.</param>
    /// <param name="SetAt">Since when it counts.</param>
    /// <param name="EndedAt">When it ended; null while it counts.</param>
    /// <param name="WhyEnded">Why it ended; null while it counts.</param>
    public sealed record ConditionResponse(
        Guid Id, ConditionSource Source, string Text, string? Consequence, DateTimeOffset SetAt, DateTimeOffset? EndedAt, string? WhyEnded);

    /// <summary>Advice, which binds nobody.</summary>
    /// <param name="Id">The advice.</param>
    /// <param name="Text">The advice.</param>
    /// <param name="At">When.</param>
    public sealed record AdviceResponse(Guid Id, string Text, DateTimeOffset At);

    /// <summary>More than one way, between which the family chooses.</summary>
    /// <param name="Id">The choice.</param>
    /// <param name="Question">What is chosen about.</param>
    /// <param name="Options">The ways.</param>
    /// <param name="OfferedAt">When it was offered.</param>
    /// <param name="Chosen">The way that was chosen; null while none was.</param>
    /// <param name="ChosenBy">Who of the family chose; null while nobody did.</param>
    /// <param name="ChosenAt">When; null while nobody did.</param>
    public sealed record ChoiceResponse(
        Guid Id, string Question, IReadOnlyList<OptionResponse> Options, DateTimeOffset OfferedAt, Guid? Chosen, Guid? ChosenBy, DateTimeOffset? ChosenAt);

    /// <summary>One of the ways.</summary>
    /// <param name="Id">The id.</param>
    /// <param name="Text">The way.</param>
    public sealed record OptionResponse(Guid Id, string Text);

    /// <summary>What somebody answered to the plan.</summary>
    /// <param name="Edition">The edition of the plan, from 1.</param>
    /// <param name="PersonId">Who answered.</param>
    /// <param name="Code">What.</param>
    /// <param name="StatementId">Where the words stand; null where nothing more was said.</param>
    /// <param name="At">When.</param>
    public sealed record AnswerResponse(int Edition, Guid PersonId, PlanAnswerCode Code, Guid? StatementId, DateTimeOffset At);

    /// <summary>Something that somebody does.</summary>
    /// <param name="Id">The action.</param>
    /// <param name="What">What.</param>
    /// <param name="When">When, as those concerned say it; null where that does not matter.</param>
    /// <param name="GoalId">The goal that it serves, or null.</param>
    /// <param name="ChildId">The child whom it is about, or null.</param>
    /// <param name="PersonId">The member of the family who does it; null where somebody else does.</param>
    /// <param name="PartnerId">Who of those who help along does it; where both are null the key worker does.</param>
    /// <param name="PlannedOn">The day on which it was agreed.</param>
    /// <param name="DoneOn">The day on which it was done; null while it is not.</param>
    /// <param name="Reports">The statements in which who does it tells how it goes, the oldest first.</param>
    public sealed record ActionResponse(
        Guid Id, string What, string? When, Guid? GoalId, Guid? ChildId, Guid? PersonId, Guid? PartnerId, DateOnly PlannedOn, DateOnly? DoneOn,
        IReadOnlyList<Guid> Reports);

    /// <summary>Somebody who works or helps along.</summary>
    /// <param name="Id">The part in the plan.</param>
    /// <param name="Kind">As what.</param>
    /// <param name="Name">How the family knows them.</param>
    /// <param name="Organisation">The organisation for which they work; null for a helper from the network.</param>
    /// <param name="Reason">Why, in words for the family.</param>
    /// <param name="From">From when.</param>
    /// <param name="Until">Until when; null while no end is known.</param>
    /// <param name="HasAccount">Whether they read what is shared under an account of their own.</param>
    /// <param name="Shares">What is or was shared with them.</param>
    public sealed record PartnerResponse(
        Guid Id, PartnerKind Kind, string Name, string? Organisation, string Reason, DateTimeOffset From, DateTimeOffset? Until, bool HasAccount,
        IReadOnlyList<ShareResponse> Shares);

    /// <summary>A part that is or was shared.</summary>
    /// <param name="Id">The share.</param>
    /// <param name="PartId">The goal, condition, safety agreement or choice.</param>
    /// <param name="From">The first day.</param>
    /// <param name="Until">The last day.</param>
    /// <param name="EndedAt">When it was ended before that; null where it was not.</param>
    public sealed record ShareResponse(Guid Id, Guid PartId, DateOnly From, DateOnly Until, DateTimeOffset? EndedAt);

    /// <summary>A safety agreement.</summary>
    /// <param name="Id">The agreement.</param>
    /// <param name="EmergencyId">The emergency at Intake where its words are read; null for one that was made here.</param>
    /// <param name="Who">Who does it; null where the words stand at an emergency.</param>
    /// <param name="What">What; null where the words stand at an emergency.</param>
    /// <param name="AgreedBy">Who agreed.</param>
    /// <param name="Watch">How it is watched whether it is kept; null where nobody said.</param>
    /// <param name="Until">Until when it holds.</param>
    /// <param name="EndedAt">When it was ended; null while it holds.</param>
    /// <param name="Reviews">How it went, each time that it was looked at.</param>
    public sealed record AgreementResponse(
        Guid Id, Guid? EmergencyId, string? Who, string? What, IReadOnlyList<string> AgreedBy, string? Watch, DateTimeOffset Until, DateTimeOffset? EndedAt,
        IReadOnlyList<ReviewResponse> Reviews);

    /// <summary>It was looked at how an agreement went.</summary>
    /// <param name="Outcome">What became of it.</param>
    /// <param name="HowItWent">How it went.</param>
    /// <param name="At">When.</param>
    public sealed record ReviewResponse(AgreementOutcome Outcome, string HowItWent, DateTimeOffset At);

    /// <summary>Support that the family needs from an organisation.</summary>
    /// <param name="Id">The support.</param>
    /// <param name="Domain">The domain of life.</param>
    /// <param name="What">What is needed.</param>
    /// <param name="ChildId">The child whom it is for; null where it is for nobody in particular.</param>
    /// <param name="State">How far it is.</param>
    /// <param name="AskedAt">When it was asked for.</param>
    /// <param name="WaitingSince">Since when it is waited for; null where it is not.</param>
    /// <param name="Steps">What became of it, the oldest first.</param>
    public sealed record SupportResponse(
        Guid Id, LifeDomain Domain, string What, Guid? ChildId, SupportState State, DateTimeOffset AskedAt, DateTimeOffset? WaitingSince, IReadOnlyList<StepResponse> Steps);

    /// <summary>What became of support.</summary>
    /// <param name="State">How far it was then.</param>
    /// <param name="Why">Why.</param>
    /// <param name="Organisation">Who gives it; null where that is not known.</param>
    /// <param name="Meanwhile">What helps meanwhile; null where it is not waited for.</param>
    /// <param name="At">When.</param>
    public sealed record StepResponse(SupportState State, string Why, string? Organisation, string? Meanwhile, DateTimeOffset At);

    /// <summary>The plan was looked at together with the family.</summary>
    /// <param name="Id">The evaluation.</param>
    /// <param name="WhatChanged">What changed.</param>
    /// <param name="WhatWasLearnt">What was learnt; null where nothing was said about it.</param>
    /// <param name="Usefulness">Whether it was of use, in the family's judgement.</param>
    /// <param name="OtherApproach">What else is tried; null where nothing is.</param>
    /// <param name="WorkingElements">What helped.</param>
    /// <param name="NextOn">The day of the next one; null where the plan is to be closed.</param>
    /// <param name="At">When.</param>
    public sealed record EvaluationResponse(
        Guid Id, string WhatChanged, string? WhatWasLearnt, PlanUsefulness Usefulness, string? OtherApproach, IReadOnlyList<WorkingElement> WorkingElements,
        DateOnly? NextOn, DateTimeOffset At);

    /// <summary>Something that was raised to a board.</summary>
    /// <param name="Id">The barrier.</param>
    /// <param name="Kind">What it is about.</param>
    /// <param name="Text">What stands in the way.</param>
    /// <param name="Board">The board that can take it away.</param>
    /// <param name="RaisedAt">When.</param>
    /// <param name="AnswerBy">The last day on which the board answers.</param>
    /// <param name="Answer">What the board answered; null while it did not.</param>
    /// <param name="Taken">Whether it is taken away; null while the board did not answer.</param>
    /// <param name="AnsweredAt">When the board answered; null while it did not.</param>
    public sealed record BarrierResponse(
        Guid Id, BarrierKind Kind, string Text, string Board, DateTimeOffset RaisedAt, DateOnly AnswerBy, string? Answer, bool? Taken, DateTimeOffset? AnsweredAt);

    /// <summary>How the plan ended.</summary>
    /// <param name="Outcome">How.</param>
    /// <param name="Explanation">Why, in words for the family.</param>
    /// <param name="At">When.</param>
    public sealed record ClosingResponse(PlanOutcome Outcome, string Explanation, DateTimeOffset At);

    internal static PlanResponse Of(FamilyPlan one) => new(
        one.Id, one.FamilyId, one.Cause, one.CauseId, one.NewStartOf, one.Status, one.OpenedAt, one.FamilyFirstUntil,
        one.Skipped is { } skipped ? new(skipped.DecisionId, skipped.Threat, skipped.Decision.Explanation, skipped.Decision.LegalBasis, skipped.Decision.Remedy, skipped.At) : null,
        [.. one.OwnPlans.Select(own => new OwnPlanResponse(own.PersonId, own.StatementId, own.At))],
        [.. one.Descriptions.Select(said => new DomainResponse(said.Domain, said.View, said.PersonId, said.StatementId, said.At))],
        [.. one.Goals.Select(goal => new GoalResponse(
            goal.Id, goal.Domain, goal.Text, goal.OwnerId, goal.WhyNobody, goal.OwnScale, goal.SetAt,
            [.. goal.Progress.Select(said => new ProgressResponse(said.StatementId, said.OnOwnScale, said.At))], goal.Outcome))],
        [.. one.Conditions.Select(condition => new ConditionResponse(
            condition.Id, condition.Source, condition.Text, condition.Consequence, condition.SetAt, condition.EndedAt, condition.WhyEnded))],
        [.. one.Advice.Select(given => new AdviceResponse(given.Id, given.Text, given.At))],
        [.. one.Choices.Select(choice => new ChoiceResponse(
            choice.Id, choice.Question, [.. choice.Options.Select(option => new OptionResponse(option.Id, option.Text))], choice.OfferedAt, choice.Chosen,
            choice.ChosenBy, choice.ChosenAt))],
        [.. one.Answers.Select(answer => new AnswerResponse(answer.Edition, answer.PersonId, answer.Code, answer.StatementId, answer.At))],
        [.. one.Actions.Select(action => new ActionResponse(
            action.Id, action.What, action.When, action.GoalId, action.ChildId, action.PersonId, action.PartnerId, action.PlannedOn, action.DoneOn,
            [.. action.Reports.Select(report => report.StatementId).OfType<Guid>()]))],
        [.. one.Partners.Select(partner => new PartnerResponse(
            partner.Id, partner.Kind, partner.Name, partner.Organisation, partner.Reason, partner.From, partner.Until, partner.Account is not null,
            [.. partner.Shares.Select(share => new ShareResponse(share.Id, share.PartId, share.From, share.Until, share.EndedAt))]))],
        [.. one.Agreements.Select(agreement => new AgreementResponse(
            agreement.Id, agreement.EmergencyId, agreement.Who, agreement.What, agreement.AgreedBy, agreement.Watch, agreement.Until, agreement.EndedAt,
            [.. agreement.Reviews.Select(review => new ReviewResponse(review.Outcome, review.HowItWent, review.At))]))],
        [.. one.Supports.Select(support => new SupportResponse(
            support.Id, support.Domain, support.What, support.ChildId, support.State, support.AskedAt, support.WaitingSince,
            [.. support.Steps.Select(step => new StepResponse(step.State, step.Why, step.Organisation, step.Meanwhile, step.At))]))],
        [.. one.Evaluations.Select(done => new EvaluationResponse(
            done.Id, done.WhatChanged, done.WhatWasLearnt, done.Usefulness, done.OtherApproach, done.WorkingElements, done.NextOn, done.At))],
        [.. one.Barriers.Select(barrier => new BarrierResponse(
            barrier.Id, barrier.Kind, barrier.Text, barrier.Board, barrier.RaisedAt, barrier.AnswerBy, barrier.Answer, barrier.Taken, barrier.AnsweredAt))],
        one.Closing is { } closing ? new(closing.Outcome, closing.Explanation, closing.At) : null,
        [.. one.Clocks.OrderBy(clock => clock.StartedAt).Select(ClockResponse.Of)],
        [.. one.Statements.OrderBy(said => said.StatedAt).ThenBy(said => said.Id).Select(StatementResponse.Of)],
        [.. one.AcuteDangers.OrderBy(danger => danger.At).Select(AcuteDangerResponse.Of)],
        [.. one.NotKnown.OrderBy(record => record.RecordedAt).Select(NotKnowingResponse.Of)],
        one.Version);
}
