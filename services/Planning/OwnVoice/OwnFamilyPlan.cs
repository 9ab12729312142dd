using Geborgen.CaseFiles;
using Geborgen.Casework;
using Geborgen.Planning.Plans;

namespace Geborgen.Planning.OwnVoice;

/// <summary>
/// The plan of the own family as a member reads it: the own goals and how they go, what is asked of the member, what is offered to choose,
/// who helps along and why, what was agreed for everybody's safety, and since when something is waited for. A child under twelve has what is
/// the child's own. A text that would tell what is kept from the reader is null, or empty where there always is one.
/// </summary>
/// <param name="Id">The plan.</param>
/// <param name="Status">How far it is.</param>
/// <param name="OpenedAt">When it was opened.</param>
/// <param name="FamilyFirstUntil">The last day on which the family makes its own plan; null while none was agreed.</param>
/// <param name="Skipped">Why the family does not go first, and what the reader can do who disagrees; null where it does.</param>
/// <param name="Asked">What is asked of the reader now.</param>
/// <param name="Goals">The goals that are the reader's to know.</param>
/// <param name="Conditions">The conditions that count.</param>
/// <param name="Advice">The advice, which binds nobody.</param>
/// <param name="Choices">What the family is offered to choose, and what it chose.</param>
/// <param name="Answers">What was answered and is the reader's to know, the oldest first.</param>
/// <param name="Actions">Who does what.</param>
/// <param name="Helpers">Who works or helps along now, and why.</param>
/// <param name="HelperCount">How many people help: the familiar faces, and those who work or help along.</param>
/// <param name="Agreements">The safety agreements that hold.</param>
/// <param name="Supports">The support that the family needs.</param>
/// <param name="Evaluations">The evaluations, the oldest first.</param>
/// <param name="Barriers">What was raised to boards, and by when they answer.</param>
/// <param name="Closing">How it ended; null while it runs.</param>
/// <param name="OwnStatements">What the reader said, the oldest first.</param>
/// <param name="SharedStatements">What others said and was shared with the reader, the oldest first.</param>
public sealed record OwnFamilyPlan(
    Guid Id, PlanStatus Status, DateTimeOffset OpenedAt, DateOnly? FamilyFirstUntil, OwnFamilyPlan.OwnSkipped? Skipped, IReadOnlyList<OwnFamilyPlan.Ask> Asked,
    IReadOnlyList<OwnFamilyPlan.OwnGoal> Goals, IReadOnlyList<OwnFamilyPlan.OwnCondition> Conditions, IReadOnlyList<OwnFamilyPlan.OwnAdvice> Advice,
    IReadOnlyList<OwnFamilyPlan.OwnChoice> Choices, IReadOnlyList<OwnFamilyPlan.OwnAnswer> Answers, IReadOnlyList<OwnFamilyPlan.OwnAction> Actions,
    IReadOnlyList<OwnFamilyPlan.Helper> Helpers, int HelperCount, IReadOnlyList<OwnFamilyPlan.OwnAgreement> Agreements,
    IReadOnlyList<OwnFamilyPlan.OwnSupport> Supports, IReadOnlyList<OwnFamilyPlan.OwnEvaluation> Evaluations, IReadOnlyList<OwnFamilyPlan.OwnBarrier> Barriers,
    OwnFamilyPlan.OwnClosing? Closing, IReadOnlyList<OwnStatement> OwnStatements, IReadOnlyList<SharedStatement> SharedStatements)
{
    /// <summary>What is asked of the reader.</summary>
    /// <param name="What">What.</param>
    /// <param name="Of">The choice or action; null where it is the plan itself.</param>
    public sealed record Ask(AskKind What, Guid? Of);

    /// <summary>The family does not go first.</summary>
    /// <param name="DecisionId">The decision.</param>
    /// <param name="Explanation">Why, in plain language (level B1).</param>
    /// <param name="LegalBasis">The law or rule that it rests on.</param>
    /// <param name="Remedy">What the reader can do who disagrees.</param>
    /// <param name="RemedyUntil">The last day on which that is done; null where the law sets none.</param>
    public sealed record OwnSkipped(Guid DecisionId, ForFamily Explanation, string LegalBasis, Remedy Remedy, DateOnly? RemedyUntil);

    /// <summary>A goal.</summary>
    /// <param name="Id">The goal.</param>
    /// <param name="Domain">The domain of life.</param>
    /// <param name="Text">The goal.</param>
    /// <param name="OwnerId">Whose goal it is; null where it can be nobody's of the family.</param>
    /// <param name="Mine">Whether it is the reader's own.</param>
    /// <param name="OwnScale">How the owner follows it, for the owner alone; null otherwise.</param>
    /// <param name="Progress">How it goes on the own scale, for the owner alone, the oldest first.</param>
    /// <param name="Outcome">What became of it in the owner's judgement; null while nobody was asked.</param>
    public sealed record OwnGoal(
        Guid Id, LifeDomain Domain, ForFamily Text, Guid? OwnerId, bool Mine, ForFamily? OwnScale, IReadOnlyList<OwnProgress> Progress, GoalOutcome? Outcome);

    /// <summary>How an own goal goes.</summary>
    /// <param name="StatementId">The own words, one of the reader's statements.</param>
    /// <param name="OnOwnScale">Where it stands on the own scale; null where that was not said.</param>
    /// <param name="At">When.</param>
    public sealed record OwnProgress(Guid StatementId, ForFamily? OnOwnScale, DateTimeOffset At);

    /// <summary>A condition that counts.</summary>
    /// <param name="Id">The condition.</param>
    /// <param name="Source">Where it comes from; what is agreed or announced the family may refuse.</param>
    /// <param name="Text">The condition.</param>
    /// <param name="Consequence">What follows when it is refused or not kept; null where nothing does.</param>
    public sealed record OwnCondition(Guid Id, ConditionSource Source, ForFamily Text, ForFamily? Consequence);

    /// <summary>Advice, which binds nobody.</summary>
    /// <param name="Id">The advice.</param>
    /// <param name="Text">The advice.</param>
    public sealed record OwnAdvice(Guid Id, ForFamily Text);

    /// <summary>More than one way.</summary>
    /// <param name="Id">The choice.</param>
    /// <param name="Question">What is chosen about.</param>
    /// <param name="Options">The ways.</param>
    /// <param name="Chosen">The way that the family chose; null while it did not.</param>
    public sealed record OwnChoice(Guid Id, ForFamily Question, IReadOnlyList<OwnOption> Options, Guid? Chosen);

    /// <summary>One of the ways.</summary>
    /// <param name="Id">The id.</param>
    /// <param name="Text">The way.</param>
    public sealed record OwnOption(Guid Id, ForFamily Text);

    /// <summary>What somebody answered.</summary>
    /// <param name="PersonId">Who.</param>
    /// <param name="Code">What.</param>
    /// <param name="At">When.</param>
    public sealed record OwnAnswer(Guid PersonId, PlanAnswerCode Code, DateTimeOffset At);

    /// <summary>Something that somebody does.</summary>
    /// <param name="Id">The action.</param>
    /// <param name="What">What.</param>
    /// <param name="When">When; null where that does not matter.</param>
    /// <param name="Mine">Whether the reader does it.</param>
    /// <param name="DoneOn">The day on which it was done; null while it is not.</param>
    public sealed record OwnAction(Guid Id, ForFamily What, ForFamily? When, bool Mine, DateOnly? DoneOn);

    /// <summary>Somebody who works or helps along.</summary>
    /// <param name="Id">The part in the plan.</param>
    /// <param name="Kind">As what.</param>
    /// <param name="Name">How the family knows them.</param>
    /// <param name="Reason">Why.</param>
    /// <param name="Since">Since when.</param>
    public sealed record Helper(Guid Id, PartnerKind Kind, ForFamily Name, ForFamily Reason, DateTimeOffset Since);

    /// <summary>A safety agreement that holds.</summary>
    /// <param name="Id">The agreement.</param>
    /// <param name="Who">Who does it; null where a worker tells it.</param>
    /// <param name="What">What; null where a worker tells it.</param>
    /// <param name="Watch">How it is watched; null where nobody said.</param>
    /// <param name="Until">Until when it holds.</param>
    public sealed record OwnAgreement(Guid Id, ForFamily? Who, ForFamily? What, ForFamily? Watch, DateTimeOffset Until);

    /// <summary>Support that the family needs.</summary>
    /// <param name="Id">The support.</param>
    /// <param name="Domain">The domain of life.</param>
    /// <param name="What">What.</param>
    /// <param name="State">How far it is.</param>
    /// <param name="WaitingSince">Since when it is waited for; null where it is not.</param>
    /// <param name="Why">Why it stands so; null while it was only asked for.</param>
    /// <param name="Meanwhile">What helps meanwhile; null where it is not waited for.</param>
    public sealed record OwnSupport(
        Guid Id, LifeDomain Domain, ForFamily What, SupportState State, DateTimeOffset? WaitingSince, ForFamily? Why, ForFamily? Meanwhile);

    /// <summary>The plan was looked at together.</summary>
    /// <param name="WhatChanged">What changed.</param>
    /// <param name="WhatWasLearnt">What was learnt; null where nothing was said about it.</param>
    /// <param name="Usefulness">Whether it was of use, in the family's judgement.</param>
    /// <param name="OtherApproach">What else is tried; null where nothing is.</param>
    /// <param name="NextOn">The day of the next one; null where the plan is to be closed.</param>
    /// <param name="At">When.</param>
    public sealed record OwnEvaluation(
        ForFamily WhatChanged, ForFamily? WhatWasLearnt, PlanUsefulness Usefulness, ForFamily? OtherApproach, DateOnly? NextOn, DateTimeOffset At);

    /// <summary>Something that was raised to a board.</summary>
    /// <param name="Kind">What it is about.</param>
    /// <param name="Text">What stands in the way.</param>
    /// <param name="Board">The board that can take it away.</param>
    /// <param name="AnswerBy">The last day on which it answers.</param>
    /// <param name="Answer">What it answered; null while it did not.</param>
    /// <param name="Taken">Whether it is taken away; null while the board did not answer.</param>
    public sealed record OwnBarrier(BarrierKind Kind, ForFamily Text, ForFamily Board, DateOnly AnswerBy, ForFamily? Answer, bool? Taken);

    /// <summary>How the plan ended.</summary>
    /// <param name="Outcome">How.</param>
    /// <param name="Explanation">Why.</param>
    /// <param name="At">When.</param>
    public sealed record OwnClosing(PlanOutcome Outcome, ForFamily Explanation, DateTimeOffset At);

    internal static OwnFamilyPlan Of(FamilyPlan plan, int faces, Guid reader, Actor by, FamilyRecords family, TimeLimits limits)
    {
        var door = plan.DoorTo(reader, by.Today);
        var reads = FamilyPlan.ReadsPlan(reader, family);
        var actions = plan.Actions.Where(one => reads || one.PersonId == reader).ToList();
        var helpers = plan.PartnersAt(by.Now).ToList();
        var choices = reads ? plan.Choices : [];
        return new(
            plan.Id, plan.Status, plan.OpenedAt, plan.FamilyFirstUntil,
            reads && plan.Skipped is { } skipped
                ? new(skipped.DecisionId, door.LetOrEmpty(skipped.Decision.Explanation), skipped.Decision.LegalBasis, skipped.Decision.Remedy,
                    Decision.LastDay(skipped.Decision.RemedyTerm, skipped.At, limits))
                : null,
            [
                .. plan.AsksAnswerOf(reader, family) ? [new Ask(AskKind.AnswerPlan, null)] : Array.Empty<Ask>(),
                .. choices.Where(one => one.Chosen is null).Select(one => new Ask(AskKind.Choose, one.Id)),
                .. actions.Where(one => one.PersonId == reader && one.DoneOn is null).Select(one => new Ask(AskKind.DoAction, one.Id)),
            ],
            [.. plan.GoalsShownTo(reader, family, by.Today).Select(GoalOf)],
            Read(plan.Conditions.Where(one => one.EndedAt is null), one => new OwnCondition(one.Id, one.Source, door.LetOrEmpty(one.Text), door.Let(one.Consequence))),
            Read(plan.Advice, one => new OwnAdvice(one.Id, door.LetOrEmpty(one.Text))),
            [.. choices.Select(one => new OwnChoice(
                one.Id, door.LetOrEmpty(one.Question), [.. one.Options.Select(option => new OwnOption(option.Id, door.LetOrEmpty(option.Text)))], one.Chosen))],
            [.. plan.AnswersShownTo(reader, family, by.Today).Select(one => new OwnAnswer(one.PersonId, one.Code, one.At))],
            [.. actions.Select(one => new OwnAction(one.Id, door.LetOrEmpty(one.What), door.Let(one.When), one.PersonId == reader, one.DoneOn))],
            [.. helpers.Select(one => new Helper(one.Id, one.Kind, door.LetOrEmpty(one.Name), door.LetOrEmpty(one.Reason), one.From))],
            faces + helpers.Count,
            Read(plan.Agreements.Where(one => one.EndedAt is null), one => new OwnAgreement(one.Id, door.Let(one.Who), door.Let(one.What), door.Let(one.Watch), one.Until)),
            Read(plan.Supports, SupportOf),
            Read(plan.Evaluations, one => new OwnEvaluation(
                door.LetOrEmpty(one.WhatChanged), door.Let(one.WhatWasLearnt), one.Usefulness, door.Let(one.OtherApproach), one.NextOn, one.At)),
            Read(plan.Barriers, one => new OwnBarrier(one.Kind, door.LetOrEmpty(one.Text), door.LetOrEmpty(one.Board), one.AnswerBy, door.Let(one.Answer), one.Taken)),
            plan.Closing is { } closing ? new(closing.Outcome, door.LetOrEmpty(closing.Explanation), closing.At) : null,
            [.. plan.Statements.Where(one => one.PersonId == reader).OrderBy(one => one.StatedAt).ThenBy(one => one.Id).Select(one => OwnStatement.Of(one, door, by.Account))],
            SharedStatement.In(plan, reader, by.Account, by.Today));

        List<TShown> Read<T, TShown>(IEnumerable<T> parts, Func<T, TShown> show) => reads ? [.. parts.Select(show)] : [];

        OwnGoal GoalOf(Goal one)
        {
            var mine = one.OwnerId == reader;
            var progress = mine ? one.Progress : [];
            return new(
                one.Id, one.Domain, mine && one.StatementId is not null ? door.Own(one.Text, by.Account, by.Account) : door.LetOrEmpty(one.Text), one.OwnerId, mine,
                mine ? door.Let(one.OwnScale) : null, [.. progress.Select(said => new OwnProgress(said.StatementId, door.Let(said.OnOwnScale), said.At))], one.Outcome);
        }

        OwnSupport SupportOf(Support one)
        {
            var latest = one.Steps is [.., var last] ? last : null;
            return new(
                one.Id, one.Domain, door.LetOrEmpty(one.What), one.State, one.WaitingSince, door.Let(latest?.Why),
                one.State == SupportState.Waiting ? door.Let(latest?.Meanwhile) : null);
        }
    }
}

/// <summary>What a plan asks of somebody.</summary>
public enum AskKind
{
    /// <summary>To answer the plan as it stands.</summary>
    AnswerPlan,

    /// <summary>To choose between ways, with the rest of the family.</summary>
    Choose,

    /// <summary>To do something, or say how it goes.</summary>
    DoAction,
}
